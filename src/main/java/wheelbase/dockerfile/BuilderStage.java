package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides the stage that installs the requirements. */
final class BuilderStage {
  static final String NAME = "builder";

  /** Where the virtual environment is, in both stages: its scripts name their interpreter by it. */
  static final String ENVIRONMENT = "/opt/venv";

  /** Where the application is, in both stages: editable installs point to it. */
  static final String APPLICATION = "/app";

  static final String PIP_CACHE = "/root/.cache/pip";

  private BuilderStage() {}

  static Stage of(BuildRequest request, ContextPaths paths) {
    List<Step> steps = new ArrayList<>(RuntimeStage.asRoot(request.builder()));
    steps.add(
        Step.evident(
            Instruction.Environment.of(Map.of("PIP_DISABLE_PIP_VERSION_CHECK", "1")),
            "pip does not ask the index whether there is a newer pip"));
    steps.addAll(buildEnvironment(request));
    if (!request.buildPackages().isEmpty()) {
      steps.add(
          PackageInstallation.forBuilding(
              request.builder().distribution(),
              request.buildPackages(),
              request.build().cacheMounts()));
    }
    steps.add(
        Step.evident(
            new Instruction.WorkingDirectory(APPLICATION),
            "Where the application will be in the image too: what is installed from here names this path"));
    Installation installation = Installation.of(request);
    steps.addAll(installation.preparation());
    Optional<LockInstallation> locked =
        request.lock().map(lock -> new LockInstallation(lock, request));
    if (locked.isPresent()) {
      steps.addAll(locked.get().tool());
    } else if (request.build().installer() == Installer.UV) {
      steps.addAll(Uv.steps(Map.of()));
    }
    steps.addAll(copies(paths));
    steps.add(
        locked
            .map(LockInstallation::install)
            .orElseGet(() -> new InstallCommand(request).step(installation)));
    steps.addAll(installation.trial());
    steps.addAll(LinkCheck.of(request, installation));
    return new Stage(NAME, request.builder().reference(), installation.purpose(), steps);
  }

  private static List<Step> buildEnvironment(BuildRequest request) {
    if (request.buildEnvironment().isEmpty()) {
      return List.of();
    }
    String reason =
        request.buildEnvironment().containsKey("CXX")
            ? "This Python was made without g++ and would link C++ as C, without the C++ library"
            : "For what is compiled here";
    return List.of(Step.of(new Instruction.Environment(request.buildEnvironment()), reason));
  }

  private static List<Step> copies(ContextPaths paths) {
    List<Step> steps = new ArrayList<>();
    if (paths.needsProject()) {
      steps.add(
          Step.of(
              copy(List.of("."), "./"),
              "The requirements name the project itself, so pip needs all of it: an edit installs"
                  + " everything anew"));
      return steps;
    }
    String reason = "Before the application's files: to edit those does not install anew";
    for (Map.Entry<String, List<String>> files : paths.requirements().entrySet()) {
      steps.add(
          steps.isEmpty()
              ? Step.of(copy(files.getValue(), files.getKey()), reason)
              : Step.evident(copy(files.getValue(), files.getKey()), "pip reads these files too"));
    }
    for (String path : paths.local()) {
      steps.add(
          Step.of(copy(List.of(path), path), "The requirements name it, so pip needs it here"));
    }
    return steps;
  }

  private static Instruction copy(List<String> sources, String target) {
    return new Instruction.Copy(Optional.empty(), sources, target);
  }
}
