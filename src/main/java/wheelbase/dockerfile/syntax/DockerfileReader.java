package wheelbase.dockerfile.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;

/**
 * Reads a Dockerfile line by line: directives, then instructions with their continuation lines and
 * here-documents.
 */
public final class DockerfileReader {
  private final SourceText source;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<ParsedInstruction> instructions = new ArrayList<>();
  private final DirectiveReader directives;

  private List<String> comments = new ArrayList<>();
  private int line = 1;

  private DockerfileReader(SourceText source) {
    this.source = source;
    this.directives = new DirectiveReader(source, diagnostics);
  }

  /**
   * Reads a Dockerfile.
   *
   * @param file what to call it in messages
   * @param text all of it
   */
  public static Dockerfile read(String file, String text) {
    SourceText source = new SourceText(file, text);
    DockerfileReader reader = new DockerfileReader(source);
    reader.readAll();
    return new StageReader(source, reader.diagnostics)
        .read(reader.directives.found(), reader.directives.escape(), reader.instructions);
  }

  private void readAll() {
    while (line <= source.lines()) {
      MappedText text = source.line(line);
      boolean directive = directives.take(text, line);
      if (isComment(text)) {
        if (!directive) {
          remember(text);
        }
        line++;
      } else {
        readInstruction();
      }
    }
    if (instructions.isEmpty()) {
      diagnostics.add(
          Diagnostic.error("no-instructions", "the file has no instructions")
              .at(source.span(new Extent(source.text().length(), source.text().length()))));
    }
  }

  private void remember(MappedText comment) {
    String said = comment.from(1).strip().value();
    if (said.isEmpty()) {
      comments = new ArrayList<>();
    } else {
      comments.add(said);
    }
  }

  private void readInstruction() {
    int first = line;
    MappedText start = source.line(line++);
    Optional<MappedText> continued = continued(start);
    if (continued.isEmpty() && start.strip().isEmpty()) {
      return;
    }
    MappedText whole = join(start, continued);
    ParsedInstruction read =
        new InstructionReader(source, directives.escape(), diagnostics)
            .read(whole, comments, extent(first), new ParsedInstruction.Lines(first, line - 1));
    List<Heredoc> documents = heredocs(read, whole, first);
    instructions.add(
        read.with(documents, extent(first), new ParsedInstruction.Lines(first, line - 1)));
    comments = new ArrayList<>();
  }

  private MappedText join(MappedText start, Optional<MappedText> continued) {
    MappedText whole = continued.orElse(start);
    boolean open = continued.isPresent();
    boolean empty = false;
    while (open && line <= source.lines()) {
      MappedText next = source.line(line++);
      if (isComment(next)) {
        continue;
      }
      if (next.strip().isEmpty()) {
        empty = true;
        continue;
      }
      Optional<MappedText> more = continued(next);
      whole = whole.followedBy(more.orElse(next));
      open = more.isPresent();
    }
    if (empty) {
      diagnostics.add(
          Diagnostic.warning(
                  "empty-continuation-line", "an empty line within a continued instruction")
              .at(source.span(whole.extent())));
    }
    return whole;
  }

  /** The line without the escape character that ends it, or empty where the next is another. */
  private Optional<MappedText> continued(MappedText text) {
    char escape = directives.escape();
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
      end--;
    }
    boolean ends = end > 0 && text.charAt(end - 1) == escape;
    boolean escaped = end > 1 && text.charAt(end - 2) == escape;
    return ends && !escaped ? Optional.of(text.part(0, end - 1)) : Optional.empty();
  }

  private List<Heredoc> heredocs(ParsedInstruction read, MappedText whole, int first) {
    ParsedInstruction taker = read.trigger().orElse(read);
    if (taker.exec() || taker.keyword().filter(Keyword::takesHeredocs).isEmpty()) {
      return List.of();
    }
    List<Heredoc> found = new ArrayList<>();
    for (Heredoc opened : HeredocWords.in(whole.value())) {
      found.add(contentOf(opened, first));
    }
    return found;
  }

  private Heredoc contentOf(Heredoc opened, int first) {
    int start = line <= source.lines() ? source.start(line) : source.text().length();
    while (line <= source.lines()) {
      int here = line++;
      String text = source.line(here).value();
      String ending = opened.chomp() ? withoutTabs(text) : text;
      if (ending.equals(opened.name())) {
        return holding(opened, new Extent(start, source.start(here)));
      }
    }
    diagnostics.add(
        Diagnostic.error(
                "unterminated-heredoc", "no line ends the here-document `" + opened.name() + "`")
            .at(source.span(extent(first))));
    return holding(opened, new Extent(start, source.text().length()));
  }

  private Heredoc holding(Heredoc opened, Extent place) {
    return opened.holding(source.written(place), place);
  }

  /** From an instruction's first line up to the line that was read last. */
  private Extent extent(int first) {
    MappedText start = source.line(first);
    int indent = 0;
    while (indent < start.length() && MappedText.isSpace(start.charAt(indent))) {
      indent++;
    }
    int from = source.start(first) + indent;
    return new Extent(from, Math.max(from, source.end(line - 1)));
  }

  private static String withoutTabs(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\t') {
      start++;
    }
    return text.substring(start);
  }

  private static boolean isComment(MappedText text) {
    return text.strip().value().startsWith("#");
  }
}
