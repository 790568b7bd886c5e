package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides the stage with the system libraries of the image, where the image begins and where the
 * build stage looks before it ends. It is a stage of its own so that an edit of its packages
 * installs no requirement anew, and so that both are made at the same time.
 */
final class LibrariesStage {
  static final String NAME = "libraries";

  private LibrariesStage() {}

  /** Empty where the image needs no more than its base has, or nobody looks. */
  static Optional<Stage> of(BuildRequest request) {
    if (!request.build().linkCheck() || request.runtimePackages().isEmpty()) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>(RuntimeStage.asRoot(request.base()));
    steps.add(
        PackageInstallation.forRunning(request.base().distribution(), request.runtimePackages()));
    return Optional.of(
        new Stage(
            NAME,
            request.base().reference(),
            "has what the requirements load and run; the image begins here",
            steps));
  }
}
