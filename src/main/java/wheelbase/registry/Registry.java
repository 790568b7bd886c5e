package wheelbase.registry;

import java.util.Collection;
import wheelbase.baseimage.ImageReference;
import wheelbase.platform.Architecture;

/** What container registries know of images. */
public interface Registry {
  /**
   * The digest of what the name stands for today: of the index where there is an image for each of
   * several architectures, so that it is right for all of them.
   *
   * @return {@code sha256:} and 64 digits
   * @throws RegistryException where that cannot be learnt
   */
  String digest(ImageReference image) throws InterruptedException;

  /**
   * What the image was made from.
   *
   * @param architectures those that are wanted; which of them there are, the answer says
   * @throws RegistryException where that cannot be learnt
   */
  PublishedImage image(ImageReference image, Collection<Architecture> architectures)
      throws InterruptedException;

  /** One that asks nobody, and says so. */
  static Registry offline() {
    return new OfflineRegistry();
  }
}
