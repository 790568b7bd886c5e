package wheelbase.cli;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import wheelbase.testing.Programs;

/** The same by podman, run by hand: it needs namespaces and a control group of its own. */
@Tag("build-more")
class VerifiedByPodmanTest extends ImageVerification {
  @BeforeAll
  static void needsPodman() {
    Programs.need("podman");
  }

  @Override
  String engine() {
    return "podman";
  }

  @Override
  String runOptions() {
    return "--ulimit nofile=1024:1024 --ulimit nproc=1024:1024";
  }
}
