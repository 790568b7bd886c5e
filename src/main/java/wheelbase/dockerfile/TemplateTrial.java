package wheelbase.dockerfile;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.diagnostic.Spelling;

/** Tries a template out on examples, and says what is wrong with it and on which line. */
final class TemplateTrial {
  private static final Pattern LINE = Pattern.compile("(?s)(.*) @ line (\\d+)\\s*");
  private static final Pattern EMPTY_TAG = Pattern.compile("\\{\\{[#^/&{>]?\\s*\\}\\}");
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  private final String file;
  private final String text;

  /**
   * @param file its name, for messages
   */
  TemplateTrial(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * @param examples of what it may be filled with: together they have all that there can be
   * @return the first thing that is wrong
   */
  Optional<Diagnostic> fault(List<Map<String, Object>> examples) {
    return emptyTag()
        .or(this::unclosedTag)
        .or(
            () -> {
              try {
                Template template = Templates.compile(text);
                return misplaced(template, examples).or(() -> tried(template, examples));
              } catch (MustacheParseException e) {
                return Optional.of(unreadable(e));
              }
            });
  }

  private Optional<Diagnostic> emptyTag() {
    Matcher tag = EMPTY_TAG.matcher(text);
    return tag.find()
        ? Optional.of(wrong("a tag without a name").at(span(tag.start(), tag.end() - tag.start())))
        : Optional.empty();
  }

  /** The library would take it for text. */
  private Optional<Diagnostic> unclosedTag() {
    if (text.contains("{{=")) {
      // Other marks are in use: what these mean is between the user and them.
      return Optional.empty();
    }
    int open = text.indexOf(OPEN);
    while (open >= 0) {
      int begin = text.startsWith("{{{", open) ? open + 3 : open + 2;
      int close = text.indexOf(CLOSE, begin);
      int next = text.indexOf(OPEN, begin);
      if (close < 0 || next >= 0 && next < close) {
        int end = text.indexOf('\n', open) < 0 ? text.length() : text.indexOf('\n', open);
        return Optional.of(
            wrong("a tag is opened and not closed").at(span(open, Math.max(1, end - open))));
      }
      open = next;
    }
    return Optional.empty();
  }

  private Diagnostic unreadable(MustacheParseException e) {
    Matcher told = LINE.matcher(String.valueOf(e.getMessage()));
    if (!told.matches()) {
      return wrong(String.valueOf(e.getMessage()).strip());
    }
    String message = told.group(1).strip().lines().findFirst().orElse("");
    return wrong(Character.toLowerCase(message.charAt(0)) + message.substring(1))
        .at(line(Integer.parseInt(told.group(2))));
  }

  private Optional<Diagnostic> tried(Template template, List<Map<String, Object>> examples) {
    for (Map<String, Object> example : examples) {
      try {
        template.execute(example);
      } catch (MustacheException.Context e) {
        return Optional.of(unknown(e.key, e.lineNo, examples));
      }
    }
    return Optional.empty();
  }

  private Diagnostic unknown(String name, int line, List<Map<String, Object>> examples) {
    Set<String> known = new TreeSet<>();
    examples.forEach(example -> names(example, known, false));
    Diagnostic diagnostic = wrong("there is no `" + name + "` here").at(onLine(line, name));
    String meant = Spelling.question(name, List.copyOf(known));
    return diagnostic.withHint(
        known.contains(name)
            ? "it is known within another section; templates.md says where"
            : meant.isEmpty() ? "known are " + String.join(", ", known) : meant);
  }

  /** What the library would put up with, or fail at without a word of where. */
  private Optional<Diagnostic> misplaced(Template template, List<Map<String, Object>> examples) {
    Set<String> lists = new TreeSet<>();
    examples.forEach(example -> names(example, lists, true));
    Misplaced visitor = new Misplaced(lists);
    template.visit(visitor);
    return visitor.found;
  }

  private final class Misplaced implements Mustache.Visitor {
    private final Set<String> lists;
    private Optional<Diagnostic> found = Optional.empty();

    Misplaced(Set<String> lists) {
      this.lists = lists;
    }

    @Override
    public void visitText(String written) {}

    @Override
    public void visitVariable(String name) {
      if (lists.contains(name)) {
        note(
            name,
            "`" + name + "` is a list",
            "{{#" + name + "}}...{{/" + name + "}} writes what stands between for each of it");
      }
    }

    @Override
    public boolean visitInclude(String name) {
      note(name, "`" + name + "` cannot be included", "a template stands alone");
      return false;
    }

    @Override
    public boolean visitParent(String name) {
      return visitInclude(name);
    }

    @Override
    public boolean visitSection(String name) {
      return true;
    }

    @Override
    public boolean visitInvertedSection(String name) {
      return true;
    }

    private void note(String name, String message, String hint) {
      Matcher tag = Pattern.compile("\\{\\{[{&><]?\\s*" + Pattern.quote(name)).matcher(text);
      if (found.isEmpty()) {
        Diagnostic diagnostic = wrong(message).withHint(hint);
        found =
            Optional.of(
                tag.find()
                    ? diagnostic.at(span(tag.start(), tag.end() - tag.start()))
                    : diagnostic);
      }
    }
  }

  private static void names(Object model, Set<String> names, boolean listsOnly) {
    if (model instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> {
            if (!listsOnly || value instanceof List<?>) {
              names.add(String.valueOf(name));
            }
            names(value, names, listsOnly);
          });
    } else if (model instanceof List<?> list) {
      list.forEach(element -> names(element, names, listsOnly));
    }
  }

  private Diagnostic wrong(String message) {
    return Diagnostic.error("template", message);
  }

  private SourceSpan onLine(int number, String name) {
    SourceSpan whole = line(number);
    int column = whole.text().indexOf(name);
    return column < 0
        ? whole
        : new SourceSpan(file, number, column + 1, name.length(), whole.text());
  }

  private SourceSpan line(int number) {
    List<String> lines = text.lines().toList();
    int within = Math.max(1, Math.min(number, lines.size()));
    return SourceSpan.line(file, within, lines.isEmpty() ? "" : lines.get(within - 1));
  }

  private SourceSpan span(int offset, int length) {
    int number = (int) text.substring(0, offset).chars().filter(one -> one == '\n').count() + 1;
    int column = offset - text.lastIndexOf('\n', offset - 1);
    return new SourceSpan(file, number, column, length, line(number).text());
  }
}
