package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.wizard.PreviewTab;
import wheelbase.wizard.screen.Rows.Piece;

/** Lines of files in pieces, each with its role; joined again they are the line. */
final class FileInk {
  private static final Pattern INSTRUCTION = Pattern.compile("\\s*([A-Z]+)(?=\\s|$)");

  /** Instructions that stand within a line of another: {@code FROM ... AS}, {@code HEALTHCHECK}. */
  private static final Pattern WITHIN = Pattern.compile("AS|CMD|NONE");

  private static final Pattern TOKEN =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'[^']*'|&&|\\\\$|[^\\s\"'&\\\\]+|\\s+|.");

  private FileInk() {}

  static List<List<Piece>> of(PreviewTab.Kind kind, List<String> lines) {
    return switch (kind) {
      case DOCKERFILE -> dockerfile(lines);
      case FILE -> lines.stream().map(FileInk::file).toList();
      case DIFFERENCE -> lines.stream().map(FileInk::difference).toList();
      case SUMMARY -> lines.stream().map(FileInk::summary).toList();
    };
  }

  private static List<List<Piece>> dockerfile(List<String> lines) {
    List<List<Piece>> pieces = new ArrayList<>();
    String instruction = "";
    for (String line : lines) {
      if (line.startsWith("#")) {
        pieces.add(List.of(new Piece(Role.COMMENT, line)));
        continue;
      }
      List<Piece> inLine = new ArrayList<>();
      Matcher begins = INSTRUCTION.matcher(line);
      int from = 0;
      if (instruction.isEmpty() && begins.lookingAt()) {
        instruction = begins.group(1);
        inLine.add(new Piece(Role.KEYWORD, begins.group()));
        from = begins.end();
      }
      inLine.addAll(words(instruction, line.substring(from)));
      pieces.add(inLine);
      if (!line.endsWith("\\")) {
        instruction = "";
      }
    }
    return pieces;
  }

  private static List<Piece> words(String instruction, String text) {
    boolean takesWords = instruction.equals("FROM") || instruction.equals("HEALTHCHECK");
    List<Piece> pieces = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      String word = token.group();
      Role role = Role.PLAIN;
      if (word.length() > 1 && (word.startsWith("\"") || word.startsWith("'"))) {
        role = Role.STRING;
      } else if (word.equals("&&") || word.equals("\\")) {
        role = Role.FAINT;
      } else if (takesWords && WITHIN.matcher(word).matches()) {
        role = Role.KEYWORD;
      }
      pieces.add(new Piece(role, word));
    }
    return pieces;
  }

  private static List<Piece> file(String line) {
    return List.of(new Piece(line.strip().startsWith("#") ? Role.COMMENT : Role.PLAIN, line));
  }

  private static List<Piece> difference(String line) {
    Role role = Role.PLAIN;
    if (line.startsWith("+++") || line.startsWith("---") || line.startsWith("@@")) {
      role = Role.COMMENT;
    } else if (line.startsWith("+")) {
      role = Role.ADDED;
    } else if (line.startsWith("-")) {
      role = Role.REMOVED;
    }
    return List.of(new Piece(role, line));
  }

  private static List<Piece> summary(String line) {
    Role role =
        line.startsWith("error: ")
            ? Role.BAD
            : line.startsWith("warning: ") ? Role.CAUTION : Role.PLAIN;
    return List.of(new Piece(role, line));
  }
}
