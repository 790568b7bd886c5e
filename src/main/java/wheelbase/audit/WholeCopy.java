package wheelbase.audit;

import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.dockerfile.syntax.ParsedInstruction;

/** {@code COPY . .}: the whole context at once. */
final class WholeCopy {
  private WholeCopy() {}

  static boolean is(ParsedInstruction instruction) {
    return (instruction.is(Keyword.COPY) || instruction.is(Keyword.ADD))
        && instruction.flag("from").isEmpty()
        && instruction.arguments().size() >= 2
        && instruction.arguments().subList(0, instruction.arguments().size() - 1).stream()
            .anyMatch(word -> word.value().equals(".") || word.value().equals("./"));
  }
}
