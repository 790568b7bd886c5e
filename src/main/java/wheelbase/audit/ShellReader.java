package wheelbase.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.dockerfile.syntax.Extent;
import wheelbase.dockerfile.syntax.MappedText;
import wheelbase.dockerfile.syntax.ParsedInstruction;
import wheelbase.dockerfile.syntax.SourceText;
import wheelbase.dockerfile.syntax.Word;

/**
 * Splits the script of a RUN into simple commands. It is no shell: conditions and loops are read as
 * the commands in them, substitutions stay unexpanded.
 */
final class ShellReader {
  private static final Set<String> PREFIXES =
      Set.of(
          "if",
          "then",
          "else",
          "elif",
          "do",
          "while",
          "until",
          "!",
          "{",
          "time",
          "exec",
          "sudo",
          "env",
          "command",
          "eatmydata");

  /** What opens a condition or a loop, and what closes it, where a command may begin. */
  private static final Map<String, Integer> CONDITIONS =
      Map.of(
          "if", 1, "for", 1, "while", 1, "until", 1, "case", 1, "fi", -1, "done", -1, "esac", -1);

  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)=(.*)", Pattern.DOTALL);
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

  private final MappedText text;
  private final Map<String, String> variables;
  private final List<ShellCall> calls = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private boolean redirected;
  private int depth;
  private int wordStart;
  private int position;

  private ShellReader(MappedText text, Map<String, String> variables) {
    this.text = text;
    this.variables = new HashMap<>(variables);
  }

  /**
   * The commands of a RUN, in order.
   *
   * @param variables the values of ARG and ENV that hold there
   */
  static List<ShellCall> calls(
      ParsedInstruction run, SourceText source, Map<String, String> variables) {
    if (run.exec()) {
      return exec(run);
    }
    boolean script = !run.heredocs().isEmpty() && run.body().value().startsWith("<<");
    MappedText text = script ? source.part(run.heredocs().get(0).extent()) : run.body();
    return new ShellReader(text, variables).read();
  }

  private static List<ShellCall> exec(ParsedInstruction run) {
    return run.arguments().isEmpty()
        ? List.of()
        : List.of(new ShellCall(run.arguments(), Map.of(), false, run.body().extent()));
  }

  private List<ShellCall> read() {
    while (position < text.length()) {
      char each = text.charAt(position);
      if (each == ' ' || each == '\t') {
        endWord();
        position++;
      } else if (each == '#' && !inWord) {
        skipComment();
      } else if (each == '>' || each == '<' || each == '&' && next() == '>') {
        redirect();
      } else if ("\n\r;&|()".indexOf(each) >= 0) {
        endCall();
        position++;
      } else {
        begin();
        character(each);
      }
    }
    endCall();
    return calls;
  }

  private void character(char each) {
    if (each == '\'') {
      int end = text.value().indexOf('\'', position + 1);
      int stop = end < 0 ? text.length() : end;
      word.append(text.value(), position + 1, stop);
      position = stop + 1;
    } else if (each == '"') {
      doubleQuoted();
    } else if (each == '\\') {
      if (next() != '\n' && next() != 0) {
        word.append(next());
      }
      position += 2;
    } else if (each == '$' && next() == '(' || each == '`') {
      substitution();
    } else {
      word.append(each);
      position++;
    }
  }

  private void doubleQuoted() {
    position++;
    while (position < text.length() && text.charAt(position) != '"') {
      char each = text.charAt(position);
      if (each == '\\' && "\"\\$`".indexOf(next()) >= 0) {
        word.append(next());
        position += 2;
      } else if (each == '$' && next() == '(' || each == '`') {
        substitution();
      } else {
        word.append(each);
        position++;
      }
    }
    position++;
  }

  /** What a command in a command prints is not known; it stays as it is written. */
  private void substitution() {
    int start = position;
    if (text.charAt(position) == '`') {
      int end = text.value().indexOf('`', position + 1);
      position = end < 0 ? text.length() : end + 1;
    } else {
      int depth = 0;
      do {
        char each = text.charAt(position++);
        depth += each == '(' ? 1 : each == ')' ? -1 : 0;
      } while (position < text.length() && (depth > 0 || position == start + 1));
    }
    word.append(text.value(), start, position);
  }

  private void redirect() {
    if (inWord && word.toString().matches("\\d+")) {
      inWord = false;
      word.setLength(0);
    }
    endWord();
    while (position < text.length() && "<>&-".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    redirected = true;
  }

  private void skipComment() {
    int end = text.value().indexOf('\n', position);
    position = end < 0 ? text.length() : end;
  }

  private void begin() {
    if (!inWord) {
      inWord = true;
      wordStart = position;
    }
  }

  private void endWord() {
    if (!inWord) {
      return;
    }
    inWord = false;
    String value = word.toString();
    word.setLength(0);
    if (redirected) {
      redirected = false;
      return;
    }
    Word written = text.word(wordStart, Math.min(position, text.length()));
    String expanded = expand(value);
    boolean splits = !expanded.equals(value) && !ASSIGNMENT.matcher(value).matches();
    for (String part : splits ? expanded.trim().split("\\s+") : new String[] {expanded}) {
      words.add(new Word(part, written.extent()));
    }
  }

  private String expand(String value) {
    Matcher matcher = VARIABLE.matcher(value);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      matcher.appendReplacement(
          result, Matcher.quoteReplacement(variables.getOrDefault(name, matcher.group())));
    }
    return matcher.appendTail(result).toString();
  }

  private void endCall() {
    endWord();
    redirected = false;
    int start = 0;
    Map<String, String> assigned = new HashMap<>();
    while (start < words.size()) {
      depth += CONDITIONS.getOrDefault(words.get(start).value(), 0);
      Matcher assignment = ASSIGNMENT.matcher(words.get(start).value());
      if (assignment.matches()) {
        assigned.put(assignment.group(1), assignment.group(2));
      } else if (!PREFIXES.contains(words.get(start).value())) {
        break;
      }
      start++;
    }
    if (start < words.size()) {
      List<Word> call = List.copyOf(words.subList(start, words.size()));
      int from = call.get(0).extent().start();
      int to = call.get(call.size() - 1).extent().end();
      calls.add(new ShellCall(call, assigned, depth > 0, new Extent(from, Math.max(from, to))));
    } else {
      variables.putAll(assigned);
    }
    words.clear();
  }

  private char next() {
    return position + 1 < text.length() ? text.charAt(position + 1) : 0;
  }
}
