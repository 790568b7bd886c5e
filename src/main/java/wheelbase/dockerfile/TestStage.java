package wheelbase.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides the stage in which what has been built is tried. The final stage takes a file out of it:
 * builders leave out a stage that nobody needs.
 */
final class TestStage {
  static final String NAME = "test";

  /** Empty, and there where the test went well. */
  private static final String PASSED = "/tested";

  /** What the shell takes as it stands, and neither the builder nor the shell for anything else. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./=:,-]*( [A-Za-z0-9_./=:,-]+)*");

  private TestStage() {}

  /**
   * @param image the stage that is all of the image but how it starts
   * @return empty where nothing is to be tried
   */
  static Optional<Stage> of(BuildRequest request, String image) {
    return step(request)
        .map(
            step ->
                new Stage(
                    NAME,
                    image,
                    "fails where the image would not work; nothing of it is shipped",
                    List.of(step)));
  }

  /** What makes the final stage wait for this one. */
  static Step awaited() {
    return Step.of(
        new Instruction.Copy(Optional.of(NAME), List.of(PASSED), PASSED),
        "An empty file: to have it, the builder must have passed the stage " + NAME);
  }

  private static Optional<Step> step(BuildRequest request) {
    ImageTest test = request.build().test();
    if (test instanceof ImageTest.Imports) {
      return Optional.of(imports(request));
    }
    if (test instanceof ImageTest.Command command) {
      return Optional.of(
          Step.of(
              Instruction.Run.of(words(command.line()), ShellCommand.of("touch", PASSED)),
              "As root, so that tests may write beside the application"));
    }
    return Optional.empty();
  }

  /** A line that needs a shell is one word for a shell: nothing of it is left to the builder. */
  private static ShellCommand words(String line) {
    return PLAIN.matcher(line).matches()
        ? ShellCommand.of(line.split(" "))
        : ShellCommand.of("sh", "-c", line);
  }

  /** Which modules a distribution has is known to its metadata, once it is installed. */
  private static Step imports(BuildRequest request) {
    return Step.of(
        new Instruction.RunPython(
            List.of(
                "import re, sys",
                "from importlib import import_module, metadata",
                "owners = metadata.packages_distributions()",
                "normal = lambda name: re.sub('[-_.]+', '-', name).lower()",
                "ours = lambda module: {*map(normal, owners[module])} & {*sys.argv[1:]}",
                "usual = lambda module: module.isidentifier() and module not in ('test', 'tests')",
                "[import_module(module) for module in owners if ours(module) and usual(module)]",
                "open('" + PASSED + "', 'w').close()"),
            List.copyOf(request.installed().named())),
        "Imports every module of what the requirements name");
  }
}
