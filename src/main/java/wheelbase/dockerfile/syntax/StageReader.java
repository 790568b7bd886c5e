package wheelbase.dockerfile.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;

/** Groups instructions into stages, and looks over each of them. */
final class StageReader {
  private final SourceText source;
  private final List<Diagnostic> diagnostics;

  StageReader(SourceText source, List<Diagnostic> diagnostics) {
    this.source = source;
    this.diagnostics = new ArrayList<>(diagnostics);
  }

  Dockerfile read(List<Directive> directives, char escape, List<ParsedInstruction> instructions) {
    InstructionRules rules = new InstructionRules(source);
    List<ParsedInstruction> globalArguments = new ArrayList<>();
    List<ParsedStage> stages = new ArrayList<>();
    Optional<ParsedInstruction> from = Optional.empty();
    List<ParsedInstruction> within = new ArrayList<>();
    for (ParsedInstruction each : instructions) {
      diagnostics.addAll(rules.faults(each));
      if (each.is(Keyword.FROM)) {
        addStage(stages, from, within);
        from = Optional.of(each);
        within = new ArrayList<>();
      } else if (from.isPresent()) {
        within.add(each);
      } else if (each.is(Keyword.ARG)) {
        globalArguments.add(each);
      } else if (each.keyword().isPresent()) {
        diagnostics.add(
            Diagnostic.error("instruction-before-from", "only ARG may stand before the first FROM")
                .at(source.span(each.name().extent())));
      }
    }
    addStage(stages, from, within);
    diagnostics.sort(
        Comparator.comparing(each -> each.place().map(SourceSpan::line).orElse(Integer.MAX_VALUE)));
    return new Dockerfile(
        source, directives, escape, instructions, globalArguments, stages, diagnostics);
  }

  private static void addStage(
      List<ParsedStage> stages, Optional<ParsedInstruction> from, List<ParsedInstruction> within) {
    from.ifPresent(
        instruction -> {
          List<Word> words = instruction.arguments();
          stages.add(
              new ParsedStage(
                  stages.size(),
                  words.size() == 3
                      ? Optional.of(words.get(2).value().toLowerCase(Locale.ROOT))
                      : Optional.empty(),
                  words.isEmpty() ? new Word("", instruction.extent()) : words.get(0),
                  instruction,
                  within));
        });
  }
}
