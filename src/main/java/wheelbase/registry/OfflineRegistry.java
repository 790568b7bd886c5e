package wheelbase.registry;

import java.util.Collection;
import wheelbase.baseimage.ImageReference;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.Architecture;

/** Knows nothing: the user wants nobody to be asked. */
final class OfflineRegistry implements Registry {
  @Override
  public String digest(ImageReference image) {
    throw refusal(image);
  }

  @Override
  public PublishedImage image(ImageReference image, Collection<Architecture> architectures) {
    throw refusal(image);
  }

  private static RegistryException refusal(ImageReference image) {
    return new RegistryException(
        Diagnostic.error(
            "registry-not-asked", "no registry was asked about `" + image + "`: that is offline"));
  }
}
