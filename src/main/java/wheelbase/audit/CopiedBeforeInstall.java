package wheelbase.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.syntax.Extent;
import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.dockerfile.syntax.ParsedInstruction;
import wheelbase.dockerfile.syntax.Word;

/** The application is copied before its requirements are installed. */
final class CopiedBeforeInstall implements Finder {
  private static final String WHY =
      "each change of the application installs all requirements anew, for its layer comes first";

  @Override
  public List<Finding> find(Audited audited) {
    if (!namesNoDirectory(audited)) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>();
    for (StageFacts stage : audited.stages()) {
      List<ParsedInstruction> instructions = stage.stage().instructions();
      Optional<PipInstall> install =
          stage.pipInstalls().stream()
              .filter(each -> !each.requirementsFiles().isEmpty() && each.projects().isEmpty())
              .findFirst();
      Optional<ParsedInstruction> copy =
          instructions.stream()
              .filter(WholeCopy::is)
              .filter(each -> each.arguments().size() == 2)
              .findFirst();
      if (install.isPresent()
          && copy.isPresent()
          && isBefore(instructions, copy.get(), install.get().run())) {
        found.add(finding(audited, stage, copy.get(), install.get()));
      }
    }
    return found;
  }

  /** A requirement such as {@code -e .} wants the application there; so may one not known. */
  private static boolean namesNoDirectory(Audited audited) {
    return audited
        .requirements()
        .filter(found -> !found.requirements().isEmpty())
        .filter(
            found ->
                found.requirements().stream()
                    .flatMap(each -> each.link().stream())
                    .noneMatch(link -> link.startsWith("file:")))
        .isPresent();
  }

  private static Finding finding(
      Audited audited, StageFacts stage, ParsedInstruction copy, PipInstall install) {
    String file = install.requirementsFiles().get(0).value();
    int line = audited.place(install.call().extent()).line();
    Finding finding =
        new Finding(
            Diagnostic.warning(
                    "copied-before-install",
                    "all files are copied before line " + line + " installs")
                .withHint("COPY " + file + " first, install, and copy the rest after that")
                .at(audited.place(copy.arguments().get(0).extent())),
            WHY);
    return canSwap(audited, stage, copy, install) ? swap(audited, finding, copy, install) : finding;
  }

  /**
   * Whether the two may change places as they are: nothing that looks at the files stands between
   * them, the RUN does nothing else, and the one requirements file names no other file.
   */
  private static boolean canSwap(
      Audited audited, StageFacts stage, ParsedInstruction copy, PipInstall install) {
    List<ParsedInstruction> instructions = stage.stage().instructions();
    boolean undisturbed =
        instructions
            .subList(instructions.indexOf(copy) + 1, instructions.indexOf(install.run()))
            .stream()
            .allMatch(between -> leavesFilesAlone(stage, between));
    boolean alone =
        stage.calls().get(install.run()).size() == 1 && install.run().heredocs().isEmpty();
    boolean oneFile =
        install.requirementsFiles().size() == 1
            && install.requirementsFiles().get(0).value().matches("[\\w.-]+")
            && !install.call().isDynamic();
    boolean readAlone =
        audited.requirements().filter(found -> found.files().size() == 1).isPresent();
    return undisturbed
        && alone
        && oneFile
        && readAlone
        && copy.is(Keyword.COPY)
        && copy.comments().isEmpty();
  }

  /** A RUN that only installs distribution packages, or an instruction that runs nothing. */
  private static boolean leavesFilesAlone(StageFacts stage, ParsedInstruction between) {
    boolean runsNothing =
        Stream.of(Keyword.ENV, Keyword.ARG, Keyword.EXPOSE, Keyword.LABEL).anyMatch(between::is);
    return runsNothing
        || between.is(Keyword.RUN)
            && stage.calls().get(between).stream()
                .allMatch(
                    call -> SystemInstall.manager(call).isPresent() || call.program().equals("rm"));
  }

  private static Finding swap(
      Audited audited, Finding finding, ParsedInstruction copy, PipInstall install) {
    Word target = copy.arguments().get(1);
    String directory = target.value().endsWith("/") ? target.value() : target.value() + "/";
    String whole = audited.dockerfile().source().written(copy.extent());
    String before =
        whole.substring(0, copy.arguments().get(0).extent().start() - copy.extent().start());
    int end = install.run().extent().end();
    return finding.fixedBy(
        new TextEdit(
            copy.extent(), before + install.requirementsFiles().get(0).value() + " " + directory),
        new TextEdit(new Extent(end, end), "\n" + whole));
  }

  private static boolean isBefore(
      List<ParsedInstruction> instructions, ParsedInstruction first, ParsedInstruction second) {
    return instructions.indexOf(first) < instructions.indexOf(second);
  }
}
