package wheelbase.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Python build script as statements, each with the reach that its indentation and the conditions
 * around it give it. Nothing of it is run: functions are taken to be called, unless their name says
 * that they are for another system.
 */
record PythonScript(List<Statement> statements) {
  /** A logical line: what stands between its first word and its end. */
  record Statement(List<PythonToken> tokens, Reach reach) {
    Statement {
      tokens = List.copyOf(tokens);
    }

    /** The token there, or the end of the statement. */
    PythonToken at(int index) {
      return tokens.get(Math.min(Math.max(index, 0), tokens.size() - 1));
    }

    int size() {
      return tokens.size();
    }

    /** Its words, apart by blanks. */
    String text() {
      return tokens.stream().map(PythonToken::text).collect(Collectors.joining(" "));
    }
  }

  PythonScript {
    statements = List.copyOf(statements);
  }

  /** A block that is open: deeper lines belong to it. */
  private record Block(int indentation, Reach reach) {}

  static PythonScript of(String source) {
    List<Integer> indentations = indentations(source);
    List<Statement> statements = new ArrayList<>();
    Deque<Block> open = new ArrayDeque<>();
    Map<Integer, Reach> rest = new HashMap<>();
    List<PythonToken> line = new ArrayList<>();
    for (PythonToken token : PythonToken.of(source)) {
      if (token.kind() != PythonToken.Kind.END) {
        line.add(token);
        continue;
      }
      if (line.isEmpty()) {
        continue;
      }
      line.add(token);
      int indentation = indentations.get(line.get(0).line() - 1);
      while (!open.isEmpty() && open.peek().indentation() >= indentation) {
        open.pop();
      }
      Reach around = open.isEmpty() ? Reach.ALWAYS : open.peek().reach();
      statements.add(new Statement(line, around));
      Reach inner = around.and(inner(line, indentation, rest));
      open.push(new Block(indentation, inner));
      Statement onOneLine = statements.get(statements.size() - 1);
      if (isHeader(line) && inner != around) {
        statements.set(statements.size() - 1, new Statement(onOneLine.tokens(), inner));
      }
      line.clear();
    }
    return new PythonScript(statements);
  }

  private static boolean isHeader(List<PythonToken> line) {
    return switch (line.get(0).text()) {
      case "if", "elif", "else", "except" -> line.get(0).isName();
      default -> false;
    };
  }

  /**
   * The reach of what a line opens.
   *
   * @param rest by indentation, what is left for the next branch of the chain there
   */
  private static Reach inner(List<PythonToken> line, int indentation, Map<Integer, Reach> rest) {
    String word = line.get(0).isName() ? line.get(0).text() : "";
    String condition = line.stream().map(PythonToken::text).collect(Collectors.joining(" "));
    switch (word) {
      case "if":
        Reach first = Reach.of(condition);
        rest.put(indentation, first.otherwise());
        return condition.contains("__main__") ? Reach.ALWAYS : first;
      case "elif":
        Reach left = rest.getOrDefault(indentation, Reach.PERHAPS);
        Reach next = Reach.of(condition);
        rest.put(indentation, left.and(next.otherwise()));
        return left.and(next);
      case "else":
        return rest.getOrDefault(indentation, Reach.PERHAPS);
      case "try", "for", "while":
        rest.put(indentation, Reach.PERHAPS);
        return Reach.ALWAYS;
      case "except":
        return Reach.PERHAPS;
      case "def", "class":
        return Reach.of(line.get(Math.min(1, line.size() - 1)).text()) == Reach.NEVER
            ? Reach.NEVER
            : Reach.ALWAYS;
      default:
        return Reach.ALWAYS;
    }
  }

  private static List<Integer> indentations(String source) {
    List<Integer> indentations = new ArrayList<>();
    for (String line : source.split("\n", -1)) {
      int columns = 0;
      for (int at = 0; at < line.length() && " \t".indexOf(line.charAt(at)) >= 0; at++) {
        columns += line.charAt(at) == '\t' ? 8 - columns % 8 : 1;
      }
      indentations.add(columns);
    }
    return indentations;
  }
}
