package wheelbase.pep508;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.pep508.MarkerExpression.Comparison;
import wheelbase.pep508.MarkerExpression.Group;
import wheelbase.pep508.MarkerExpression.Operand;

/** Reads markers: the productions from {@code marker} down ("Grammar" in PEP 508). */
final class MarkerParser {
  /** The variables and their old spellings, some of them from PEP 345. */
  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("python_version", "python_version"),
          Map.entry("python_full_version", "python_full_version"),
          Map.entry("os_name", "os_name"),
          Map.entry("os.name", "os_name"),
          Map.entry("sys_platform", "sys_platform"),
          Map.entry("sys.platform", "sys_platform"),
          Map.entry("platform_release", "platform_release"),
          Map.entry("platform_system", "platform_system"),
          Map.entry("platform_version", "platform_version"),
          Map.entry("platform.version", "platform_version"),
          Map.entry("platform_machine", "platform_machine"),
          Map.entry("platform.machine", "platform_machine"),
          Map.entry("platform_python_implementation", "platform_python_implementation"),
          Map.entry("platform.python_implementation", "platform_python_implementation"),
          Map.entry("python_implementation", "platform_python_implementation"),
          Map.entry("implementation_name", "implementation_name"),
          Map.entry("implementation_version", "implementation_version"),
          Map.entry("extra", "extra"),
          Map.entry("extras", "extras"),
          Map.entry("dependency_groups", "dependency_groups"));

  private static final List<String> OPERATORS =
      List.of("===", "==", "~=", "!=", "<=", ">=", "<", ">");

  /** More than any author writes, and little enough for the stack that reading takes. */
  private static final int DEEPEST = 100;

  private final Scanner scanner;
  private int depth;

  MarkerParser(Scanner scanner) {
    this.scanner = scanner;
  }

  /** {@code marker = marker_atom (("and" | "or") marker_atom)*} */
  Group marker() {
    List<MarkerExpression> operands = new ArrayList<>();
    List<String> joints = new ArrayList<>();
    operands.add(atom());
    for (Optional<String> joint = joint(); joint.isPresent(); joint = joint()) {
      joints.add(joint.get());
      operands.add(atom());
    }
    return new Group(operands, joints);
  }

  private Optional<String> joint() {
    if (scanner.takeWord("and")) {
      return Optional.of("and");
    }
    return scanner.takeWord("or") ? Optional.of("or") : Optional.empty();
  }

  /** {@code marker_atom = "(" marker ")" | marker_item} */
  private MarkerExpression atom() {
    scanner.skipBlanks();
    int start = scanner.position();
    MarkerExpression atom;
    if (scanner.take('(')) {
      if (++depth > DEEPEST) {
        throw scanner.error("brackets are nested more than " + DEEPEST + " deep", start, 1);
      }
      scanner.skipBlanks();
      atom = marker();
      depth--;
      scanner.skipBlanks();
      if (!scanner.take(')')) {
        throw scanner.error(
            scanner.atEnd()
                ? "this bracket is never closed"
                : "`)`, `and` or `or` is wanted where the marker goes on",
            scanner.atEnd() ? start : scanner.position(),
            1);
      }
    } else {
      atom = item();
    }
    scanner.skipBlanks();
    return atom;
  }

  /** {@code marker_item = marker_var marker_op marker_var} */
  private Comparison item() {
    Operand left = operand();
    scanner.skipBlanks();
    String operator = operator();
    scanner.skipBlanks();
    Operand right = operand();
    return comparison(left, operator, right);
  }

  /** Names of extras and groups are compared in normal form (PEP 685, PEP 735). */
  private static Comparison comparison(Operand left, String operator, Operand right) {
    if (left.isVariable() && left.text().equals("extra") && !right.isVariable()) {
      return Comparison.of(left, operator, normalized(right));
    }
    boolean named =
        right.isVariable()
            && (right.text().equals("extra")
                || right.text().equals("extras")
                || right.text().equals("dependency_groups"));
    return Comparison.of(named && !left.isVariable() ? normalized(left) : left, operator, right);
  }

  private static Operand normalized(Operand name) {
    return new Operand(PackageName.normalize(name.text()), false);
  }

  /** {@code marker_var = env_var | python_str} */
  private Operand operand() {
    if (scanner.at('"') || scanner.at('\'')) {
      return text();
    }
    int start = scanner.position();
    if (scanner.atEnd()) {
      throw scanner.error("the marker ends too early: a variable or a quoted text is wanted");
    }
    String word = scanner.takeWhile(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
    if (word.isEmpty()) {
      throw scanner.error("a marker variable or a quoted text is wanted here");
    }
    String name = VARIABLES.get(word);
    if (name == null) {
      throw scanner.error(RequirementFaults.markerWord(word), start, word.length());
    }
    return new Operand(name, true);
  }

  /** {@code python_str = "'" (python_str_c | '"')* "'" | '"' (python_str_c | "'")* '"'} */
  private Operand text() {
    int start = scanner.position();
    char quote = scanner.take('"') ? '"' : '\'';
    if (quote == '\'') {
      scanner.take(quote);
    }
    String inner = scanner.takeWhile(c -> c != quote);
    if (!scanner.take(quote)) {
      throw scanner.error("this quotation mark is never closed", start, 1);
    }
    return PythonString.value(inner)
        .map(value -> new Operand(value, false))
        .orElseThrow(
            () ->
                scanner.error(
                    "this is not a string that Python can read", start, inner.length() + 2));
  }

  /** {@code marker_op = version_cmp | "in" | "not" wsp+ "in"} */
  private String operator() {
    if (scanner.takeWord("in")) {
      return "in";
    }
    if (scanner.takeWord("not")) {
      if (scanner.skipBlanks() && scanner.takeWord("in")) {
        return "not in";
      }
      throw scanner.error("`in` is wanted after `not`");
    }
    return scanner
        .takeOne(OPERATORS)
        .orElseThrow(
            () ->
                scanner.error(
                    scanner.at('=')
                        ? "one `=`: values are compared with `==`"
                        : "a comparison is wanted here: `==`, `!=`, `<`, `<=`, `>`, `>=`, `~=`,"
                            + " `===`, `in` or `not in`"));
  }
}
