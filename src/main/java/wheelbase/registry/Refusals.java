package wheelbase.registry;

import java.util.Collection;
import java.util.stream.Collectors;
import wheelbase.baseimage.ImageReference;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.Architecture;

/** Why a registry does not tell, in words. */
final class Refusals {
  private Refusals() {}

  static RegistryException noAccess(ImageReference image, boolean loggedIn) {
    return new RegistryException(
        Diagnostic.error(
                "image-not-readable",
                "`"
                    + image
                    + (loggedIn
                        ? "` is not shown to the login that is kept for " + image.registry()
                        : "` is not shown without a login, or is not there"))
            .withHint("docker login " + image.registry()));
  }

  static RegistryException none(ImageReference image) {
    return new RegistryException(
        Diagnostic.error("no-such-image", "there is no `" + image + "` in " + image.registry()));
  }

  static RegistryException unclear(ImageReference image, String what) {
    return new RegistryException(
        Diagnostic.error(
            "registry-unclear",
            image.registry() + " could not be asked about `" + image + "`: " + what));
  }

  static RegistryException tooMany(ImageReference image) {
    return new RegistryException(
        Diagnostic.error(
                "registry-busy", image.registry() + " answers no more questions for a while")
            .withHint("docker login " + image.registry() + " raises most limits"));
  }

  static RegistryException otherArchitectures(
      ImageReference image, Collection<Architecture> wanted) {
    String names =
        wanted.stream().map(Architecture::engineName).collect(Collectors.joining(" or "));
    return new RegistryException(
        Diagnostic.error(
            "no-such-architecture", "there is no `" + image + "` for Linux on " + names));
  }
}
