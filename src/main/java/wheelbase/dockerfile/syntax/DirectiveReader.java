package wheelbase.dockerfile.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;

/** Takes parser directives from the head of a file until a line is none. */
final class DirectiveReader {
  private static final Set<String> KNOWN = Set.of("syntax", "escape", "check");
  private static final Pattern FORM =
      Pattern.compile(
          "([a-zA-Z][a-zA-Z0-9]*)[\\t\\n\\f\\r ]*=[\\t\\n\\f\\r ]*(.+?)[\\t\\n\\f\\r ]*");

  private final SourceText source;
  private final List<Diagnostic> diagnostics;
  private final List<Directive> found = new ArrayList<>();
  private char escape = '\\';
  private boolean done;

  DirectiveReader(SourceText source, List<Diagnostic> diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  List<Directive> found() {
    return found;
  }

  char escape() {
    return escape;
  }

  /** Looks at the next line of the file; true where it is a directive. */
  boolean take(MappedText text, int line) {
    if (done) {
      return false;
    }
    MappedText stripped = text.strip();
    Matcher matcher = FORM.matcher(stripped.isEmpty() ? "" : stripped.from(1).strip().value());
    if (!stripped.value().startsWith("#")
        || !matcher.matches()
        || !KNOWN.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
      done = true;
      return false;
    }
    add(new Directive(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2), line));
    return true;
  }

  private void add(Directive directive) {
    if (found.stream().anyMatch(each -> each.name().equals(directive.name()))) {
      complain("only one `" + directive.name() + "` directive can be used", directive.line());
      return;
    }
    found.add(directive);
    if (directive.name().equals("escape")) {
      String value = directive.value();
      if (value.equals("\\") || value.equals("`")) {
        escape = value.charAt(0);
      } else {
        complain(
            "`" + value + "` is no escape character: backslash and backtick are", directive.line());
      }
    }
  }

  private void complain(String message, int line) {
    diagnostics.add(
        Diagnostic.error("bad-directive", message)
            .at(source.span(new Extent(source.start(line), source.end(line)))));
  }
}
