package wheelbase.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.diagnostic.Diagnostic;

/**
 * A logical line, parted into a requirement and options as pip parts it.
 *
 * @param argument what stands before the first option; may be empty
 */
record ParsedLine(TracedText argument, LineOptions options) {
  private static final Set<PipOption> OF_A_REQUIREMENT =
      Set.of(PipOption.HASH, PipOption.CONFIG_SETTINGS, PipOption.EDITABLE);

  /** Read while parsing, so that they count on every line. */
  private static final Set<PipOption> OF_ANY_LINE =
      Set.of(
          PipOption.NO_BINARY, PipOption.ONLY_BINARY, PipOption.ALL_RELEASES, PipOption.ONLY_FINAL);

  /** Options begin at the first word that starts with a hyphen; only a space parts words here. */
  static ParsedLine parse(TracedText line) throws LineFault {
    String text = line.text();
    int start = 0;
    while (start >= 0 && !text.startsWith("-", start)) {
      int space = text.indexOf(' ', start);
      start = space < 0 ? -1 : space + 1;
    }
    if (start < 0) {
      return new ParsedLine(line, LineOptions.none());
    }
    return new ParsedLine(
        line.substring(0, Math.max(0, start - 1)), OptionParser.parse(line.substring(start)));
  }

  Optional<TracedText> requirement() {
    return argument.isEmpty() ? options.first(PipOption.EDITABLE) : Optional.of(argument);
  }

  boolean isEditable() {
    return options.has(PipOption.EDITABLE);
  }

  /** What the line includes: of several pip takes the first, and {@code -r} before {@code -c}. */
  Optional<LineOptions.Given> include() {
    return first(PipOption.REQUIREMENT).or(() -> first(PipOption.CONSTRAINT));
  }

  private Optional<LineOptions.Given> first(PipOption option) {
    return options.given().stream().filter(one -> one.option() == option).findFirst();
  }

  /** What pip drops without a word. */
  List<Diagnostic> warnings() {
    var warnings = new ArrayList<Diagnostic>();
    for (TracedText word : options.ignored()) {
      warnings.add(Diagnostic.warning("ignored-word", "pip ignores this word").at(word.span()));
    }
    for (LineOptions.Given one : options.given()) {
      if (isIgnored(one)) {
        warnings.add(
            Diagnostic.warning("ignored-option", "pip ignores this option here")
                .withHint("put it on a line of its own")
                .at(one.name().span()));
      }
    }
    return warnings;
  }

  private boolean isIgnored(LineOptions.Given one) {
    if (OF_ANY_LINE.contains(one.option())) {
      return false;
    }
    if (requirement().isPresent()) {
      return !OF_A_REQUIREMENT.contains(one.option());
    }
    if (include().isPresent()) {
      return !one.equals(include().get());
    }
    return one.option() == PipOption.HASH
        || one.option() == PipOption.CONFIG_SETTINGS
        || (one.option() == PipOption.FIND_LINKS
            && one.value() != options.first(PipOption.FIND_LINKS).orElseThrow());
  }
}
