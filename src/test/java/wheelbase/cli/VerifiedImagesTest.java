package wheelbase.cli;

import org.junit.jupiter.api.Tag;

/** By buildah, which is content with little. */
@Tag("build")
class VerifiedImagesTest extends ImageVerification {
  @Override
  String engine() {
    return "buildah";
  }

  @Override
  String runOptions() {
    return "--network host";
  }
}
