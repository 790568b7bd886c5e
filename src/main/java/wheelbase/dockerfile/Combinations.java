package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.LockFormat;

/** Says which of the user's choices do not go together. */
final class Combinations {
  /** The last Python whose image has setuptools and wheel beside pip. */
  private static final int LAST_WITH_SETUPTOOLS = 11;

  private static final Set<String> TEST_RUNNERS = Set.of("pytest", "nose2", "tox", "nox");

  private Combinations() {}

  /** Errors where a build could not do what was asked for; warnings where it may not. */
  static List<Diagnostic> refused(BuildRequest request) {
    List<Diagnostic> refused = new ArrayList<>();
    BuildChoices build = request.build();
    boolean uv = build.installer() == Installer.UV;
    request.lock().ifPresent(lock -> besideLock(refused, build, lock));
    if (uv && request.lock().isEmpty() && build.layout() == Layout.WHEELHOUSE) {
      refused.add(
          Diagnostic.error("uv-makes-no-wheels", "uv installs, but makes no wheels of requirements")
              .withHint("--installer pip makes them; with uv, --layout prefix is the nearest"));
    }
    if (uv && request.lock().isEmpty() && !request.complete()) {
      refused.add(
          Diagnostic.note(
                  "uv-resolves-itself",
                  "uv may choose other versions than pip, whose choices are shown here")
              .withHint("--lock fixes every file, and uv takes these"));
    }
    if (build.builder() == BuilderKind.FULL && !request.builder().isFull()) {
      refused.add(
          Diagnostic.error(
                  "no-full-image", "there is no full image beside " + request.base().reference())
              .withHint("--builder same, or a Debian base such as slim-trixie"));
    }
    if (!request.base().kind().hasShell()) {
      withoutShell(request).forEach(refused::add);
    }
    twice(request).ifPresent(refused::add);
    runner(request).ifPresent(refused::add);
    return refused;
  }

  /** What an image cannot do in which nothing runs but Python. */
  private static List<Diagnostic> withoutShell(BuildRequest request) {
    List<Diagnostic> refused = new ArrayList<>();
    String image = request.base().variant();
    if (request.build().layout() != Layout.VENV) {
      refused.add(
          Diagnostic.error(
                  "layout-without-shell",
                  "only a virtual environment is where the Python of " + image + " looks")
              .withHint("--layout venv"));
    }
    if (!(request.build().test() instanceof ImageTest.None)) {
      refused.add(
          Diagnostic.error("test-without-shell", "no test can run in " + image)
              .withHint("--test none, and test the image from outside"));
    }
    List<String> words = StartCommand.of(request.application(), request.workers()).words();
    if (Set.of("sh", "bash", "/bin/sh", "/bin/bash").contains(words.get(0))) {
      refused.add(
          Diagnostic.error(
                  "no-shell", "the start command wants a shell, and there is none in " + image)
              .withHint("say with --app what to start, or take a slim base"));
    }
    return refused;
  }

  private static void besideLock(List<Diagnostic> refused, BuildChoices build, LockedFile lock) {
    if (build.layout() != Layout.VENV) {
      refused.add(
          Diagnostic.error(
                  "layout-beside-lock",
                  "what keeps " + lock.file() + " fills a virtual environment and nothing else")
              .withHint("--lock writes a requirements.lock that any layout is installed from"));
    }
    boolean readByUv = lock.format() == LockFormat.UV || lock.format() == LockFormat.PYLOCK;
    if (build.installer() == Installer.UV && !readByUv) {
      refused.add(
          Diagnostic.error("uv-beside-lock", "uv does not install from " + lock.file())
              .withHint("--lock writes a requirements.lock that uv installs from"));
    }
  }

  /** Two versions of a package in one directory: which of them its metadata tells of is luck. */
  private static Optional<Diagnostic> twice(BuildRequest request) {
    if (request.build().layout() != Layout.PREFIX) {
      return Optional.empty();
    }
    boolean old = request.base().python().minor() <= LAST_WITH_SETUPTOOLS;
    Set<String> there = old ? Set.of("pip", "setuptools", "wheel") : Set.of("pip");
    return request.installed().all().stream()
        .filter(there::contains)
        .findFirst()
        .map(
            name ->
                Diagnostic.error(
                        "two-versions",
                        name + " would lie over that of the base image, and both be half there")
                    .withHint("--layout venv, or wheelhouse, which replaces it"));
  }

  private static Optional<Diagnostic> runner(BuildRequest request) {
    if (!(request.build().test() instanceof ImageTest.Command command)) {
      return Optional.empty();
    }
    String program = command.line().split("\\s")[0];
    boolean there = request.installed().all().contains(program);
    return there || !TEST_RUNNERS.contains(program) || request.lock().isPresent()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.warning(
                    "no-test-runner", program + " is not among the requirements of the image")
                .withHint("name the file or group that has it, or let the test install it first"));
  }
}
