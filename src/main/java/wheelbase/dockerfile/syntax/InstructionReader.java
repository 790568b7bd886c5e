package wheelbase.dockerfile.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;

/** Takes one joined line apart: name, flags, and the arguments in the form of that instruction. */
final class InstructionReader {
  private final SourceText source;
  private final char escape;
  private final List<Diagnostic> diagnostics;

  InstructionReader(SourceText source, char escape, List<Diagnostic> diagnostics) {
    this.source = source;
    this.escape = escape;
    this.diagnostics = diagnostics;
  }

  ParsedInstruction read(
      MappedText line, List<String> comments, Extent extent, ParsedInstruction.Lines lines) {
    MappedText text = line.strip();
    int end = 0;
    while (end < text.length() && !isBlank(text.charAt(end))) {
      end++;
    }
    int next = end;
    while (next < text.length() && isBlank(text.charAt(next))) {
      next++;
    }
    Word name = end == 0 ? new Word("", extent) : text.word(0, end);
    WordSplitter.Flags flags = new WordSplitter(text.from(next), escape).flags();
    MappedText body = flags.rest().strip();
    Optional<Keyword> keyword = Keyword.named(name.value());
    Optional<ParsedInstruction> trigger =
        keyword.filter(Keyword.ONBUILD::equals).isPresent() && !body.isEmpty()
            ? Optional.of(read(body, List.of(), body.extent(), lines))
            : Optional.empty();
    Arguments arguments =
        keyword.map(known -> arguments(known, body, extent)).orElse(Arguments.none());
    return new ParsedInstruction(
        name,
        keyword,
        flags.words().stream().map(Flag::of).toList(),
        arguments.exec(),
        arguments.words(),
        body,
        trigger,
        List.of(),
        comments,
        extent,
        lines);
  }

  private record Arguments(boolean exec, List<Word> words) {
    static Arguments none() {
      return new Arguments(false, List.of());
    }
  }

  private Arguments arguments(Keyword keyword, MappedText body, Extent extent) {
    return switch (keyword) {
      case ADD, COPY, VOLUME ->
          maybeJson(body, extent).orElseGet(() -> new Arguments(false, splitAtBlanks(body)));
      case CMD, ENTRYPOINT, RUN, SHELL -> maybeJson(body, extent).orElseGet(() -> whole(body));
      case EXPOSE, FROM -> new Arguments(false, splitAtBlanks(body));
      case ARG -> new Arguments(false, new WordSplitter(body, escape).words());
      case ENV, LABEL -> new Arguments(false, pairs(keyword, body, extent));
      case HEALTHCHECK -> healthCheck(body, extent);
      case MAINTAINER, STOPSIGNAL, USER, WORKDIR -> whole(body);
      case ONBUILD -> Arguments.none();
    };
  }

  private static Arguments whole(MappedText body) {
    return body.isEmpty()
        ? Arguments.none()
        : new Arguments(false, List.of(body.word(0, body.length())));
  }

  /** Empty where the arguments are no JSON array. */
  private Optional<Arguments> maybeJson(MappedText body, Extent extent) {
    return JsonWords.read(body)
        .map(
            json -> {
              if (!json.onlyStrings()) {
                complain("a JSON array of arguments may hold strings only", extent);
              }
              return new Arguments(json.onlyStrings(), json.words());
            });
  }

  private Arguments healthCheck(MappedText body, Extent extent) {
    int end = 0;
    while (end < body.length() && !MappedText.isSpace(body.charAt(end))) {
      end++;
    }
    if (end == 0) {
      return Arguments.none();
    }
    MappedText command = body.from(end).strip();
    Arguments read = maybeJson(command, extent).orElseGet(() -> whole(command));
    List<Word> words = new ArrayList<>();
    words.add(body.word(0, end));
    words.addAll(read.words());
    return new Arguments(read.exec(), words);
  }

  private List<Word> pairs(Keyword keyword, MappedText body, Extent extent) {
    List<Word> words = new WordSplitter(body, escape).words();
    if (words.isEmpty()) {
      return List.of();
    }
    List<Word> result = new ArrayList<>();
    if (!words.get(0).value().contains("=")) {
      int end = firstBlank(body);
      if (end == body.length()) {
        complain(keyword + " takes a name and a value", extent);
        return List.of();
      }
      MappedText value = body.from(end);
      int skip = 0;
      while (skip < value.length() && isBlank(value.charAt(skip))) {
        skip++;
      }
      return List.of(body.word(0, end), value.word(skip, value.length()));
    }
    for (Word word : words) {
      int equals = word.value().indexOf('=');
      if (equals < 0) {
        complain("there is no = in `" + word.value() + "`", word.extent());
        return List.of();
      }
      result.add(word.part(0, equals));
      result.add(word.part(equals + 1, word.value().length()));
    }
    return result;
  }

  private static List<Word> splitAtBlanks(MappedText body) {
    List<Word> words = new ArrayList<>();
    int position = 0;
    while (position < body.length()) {
      int start = position;
      while (position < body.length() && !isBlank(body.charAt(position))) {
        position++;
      }
      words.add(body.word(start, position));
      while (position < body.length() && isBlank(body.charAt(position))) {
        position++;
      }
    }
    return words;
  }

  private static int firstBlank(MappedText body) {
    int end = 0;
    while (end < body.length() && !isBlank(body.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBlank(char character) {
    return character == ' '
        || character == '\t'
        || character == '\r'
        || character == '\f'
        || character == '\u000B';
  }

  private void complain(String message, Extent extent) {
    diagnostics.add(Diagnostic.error("bad-instruction", message).at(source.span(extent)));
  }
}
