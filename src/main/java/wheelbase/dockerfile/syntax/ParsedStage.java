package wheelbase.dockerfile.syntax;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A build stage: a FROM and what follows it.
 *
 * @param index its number, from 0, by which {@code --from} may name it
 * @param name in lower case, as stages are compared; empty without AS
 * @param base the image or stage as written, variables included
 * @param from the FROM
 * @param instructions what follows, in order
 */
public record ParsedStage(
    int index,
    Optional<String> name,
    Word base,
    ParsedInstruction from,
    List<ParsedInstruction> instructions) {
  public ParsedStage {
    Objects.requireNonNull(name);
    Objects.requireNonNull(base);
    Objects.requireNonNull(from);
    instructions = List.copyOf(instructions);
  }

  /** The last instruction of a kind, which is the one that holds for CMD, USER and their like. */
  public Optional<ParsedInstruction> last(Keyword keyword) {
    return instructions.stream().filter(each -> each.is(keyword)).reduce((first, second) -> second);
  }
}
