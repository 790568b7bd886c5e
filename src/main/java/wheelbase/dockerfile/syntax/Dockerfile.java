package wheelbase.dockerfile.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.SourceSpan;

/**
 * A Dockerfile that was read.
 *
 * @param source its text
 * @param directives the parser directives at its head
 * @param escape the character that continues a line: backslash or backtick
 * @param instructions all of them, in order
 * @param globalArguments the ARGs before the first FROM
 * @param stages in order; the last is what is built without a target
 * @param diagnostics what is wrong with it, in order of place
 */
public record Dockerfile(
    SourceText source,
    List<Directive> directives,
    char escape,
    List<ParsedInstruction> instructions,
    List<ParsedInstruction> globalArguments,
    List<ParsedStage> stages,
    List<Diagnostic> diagnostics) {
  public Dockerfile {
    Objects.requireNonNull(source);
    directives = List.copyOf(directives);
    instructions = List.copyOf(instructions);
    globalArguments = List.copyOf(globalArguments);
    stages = List.copyOf(stages);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether BuildKit would refuse it. */
  public boolean isFaulty() {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  /** The value of a parser directive. */
  public Optional<String> directive(String name) {
    return directives.stream()
        .filter(each -> each.name().equals(name))
        .map(Directive::value)
        .findFirst();
  }

  /** The stage that a FROM, a {@code --from} or a target names, by its name or number. */
  public Optional<ParsedStage> stage(String nameOrNumber) {
    String wanted = nameOrNumber.toLowerCase(Locale.ROOT);
    return stages.stream()
        .filter(
            each ->
                each.name().filter(wanted::equals).isPresent()
                    || wanted.equals(Integer.toString(each.index())))
        .findFirst();
  }

  /** What is built when no target is named; empty in a file without FROM. */
  public Optional<ParsedStage> finalStage() {
    return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
  }

  public SourceSpan place(Extent extent) {
    return source.span(extent);
  }
}
