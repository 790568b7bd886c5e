package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import wheelbase.requirements.LockFormat;

/** Decides the steps of the build stage that install from the lock file of another tool. */
final class LockInstallation {
  private final LockedFile lock;
  private final LockTool tool;
  private final BuildRequest request;

  LockInstallation(LockedFile lock, BuildRequest request) {
    this.lock = lock;
    this.tool = LockTool.of(lock.format());
    this.request = request;
  }

  /** uv is copied; another tool is put into an environment of its own. Either stays behind. */
  List<Step> tool() {
    if (tool.isUv()) {
      return Uv.steps(environment());
    }
    List<String> pip = new ArrayList<>(List.of(tool.home() + "/bin/pip", "install"));
    if (!request.build().cacheMounts()) {
      pip.add("--no-cache-dir");
    }
    pip.add(tool.requirement());
    return List.of(
        Step.of(
            new Instruction.Environment(environment()),
            "For " + tool.name() + ": the environment that it fills is this one"),
        Step.of(
            new Instruction.Run(
                InstallCommand.pipMounts(request),
                List.of(
                    ShellCommand.of("python", "-m", "venv", tool.home()), ShellCommand.of(pip))),
            tool.name()
                + " keeps "
                + lock.file()
                + " and installs from it; it stays in this stage"));
  }

  private SortedMap<String, String> environment() {
    SortedMap<String, String> environment = tool.environment(request.build().noBinary());
    if (!lock.directory().isEmpty() && lock.format() == LockFormat.PIPENV) {
      environment.put("PIPENV_PIPFILE", lock.directory() + "/Pipfile");
    }
    if (!request.build().cacheMounts() && tool.withoutCache().isEmpty()) {
      environment.put("PIP_NO_CACHE_DIR", "1");
    }
    return environment;
  }

  Step install() {
    List<Mount> mounts = new ArrayList<>();
    if (request.build().cacheMounts()) {
      tool.caches().forEach(directory -> mounts.add(new Mount.Cache(directory, false)));
    }
    if (request.privateIndex()) {
      mounts.add(Secrets.NETRC);
    }
    return Step.of(
        new Instruction.Run(mounts, List.of(ShellCommand.of(tool.command(lock, request.build())))),
        "Exactly what is locked, without what is only for development, and without the project"
            + " itself");
  }
}
