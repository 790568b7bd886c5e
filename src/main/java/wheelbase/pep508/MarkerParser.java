package wheelbase.pep508;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wheelbase.pep508.MarkerExpression.Comparison;
import wheelbase.pep508.MarkerExpression.Group;
import wheelbase.pep508.MarkerExpression.Operand;

/** Reads markers: the productions from {@code marker} down ("Grammar" in PEP 508). */
final class MarkerParser {
  private static final Pattern VARIABLE =
      word(
          "python_version|python_full_version|os[._]name|sys[._]platform"
              + "|platform_(?:release|system)"
              + "|platform[._](?:version|machine|python_implementation)"
              + "|python_implementation|implementation_(?:name|version)"
              + "|extras?|dependency_groups");
  private static final Pattern ANY_WORD = Pattern.compile("[\\w.]+");
  private static final Pattern JOINT = word("or|and");
  private static final Pattern IN = word("in");
  private static final Pattern NOT = word("not");
  private static final Pattern OPERATOR = Pattern.compile("===|==|~=|!=|<=|>=|<|>");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

  private final Scanner scanner;

  MarkerParser(Scanner scanner) {
    this.scanner = scanner;
  }

  private static Pattern word(String alternatives) {
    return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** {@code marker = marker_atom (("and" | "or") marker_atom)*} */
  Group marker() {
    List<MarkerExpression> operands = new ArrayList<>();
    List<String> joints = new ArrayList<>();
    operands.add(atom());
    for (Optional<String> joint = scanner.take(JOINT);
        joint.isPresent();
        joint = scanner.take(JOINT)) {
      joints.add(joint.get());
      operands.add(atom());
    }
    return new Group(operands, joints);
  }

  /** {@code marker_atom = "(" marker ")" | marker_item} */
  private MarkerExpression atom() {
    scanner.skipBlanks();
    int start = scanner.position();
    MarkerExpression atom;
    if (scanner.take('(')) {
      scanner.skipBlanks();
      atom = marker();
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
    Optional<String> variable = scanner.take(VARIABLE);
    if (variable.isPresent()) {
      String name = variable.get().replace('.', '_');
      return new Operand(
          name.equals("python_implementation") ? "platform_python_implementation" : name, true);
    }
    int start = scanner.position();
    Optional<String> quoted = scanner.take(QUOTED);
    if (quoted.isPresent()) {
      String inner = quoted.get().substring(1, quoted.get().length() - 1);
      return new Operand(
          PythonString.value(inner)
              .orElseThrow(
                  () ->
                      scanner.error(
                          "this is not a string that Python can read", start, inner.length() + 2)),
          false);
    }
    throw notAnOperand();
  }

  private RequirementSyntaxException notAnOperand() {
    int start = scanner.position();
    if (scanner.atEnd()) {
      return scanner.error("the marker ends too early: a variable or a quoted text is wanted");
    }
    if (scanner.at('"') || scanner.at('\'')) {
      return scanner.error("this quotation mark is never closed");
    }
    Optional<String> word = scanner.take(ANY_WORD);
    return word.map(name -> scanner.error(RequirementFaults.markerWord(name), start, name.length()))
        .orElseGet(() -> scanner.error("a marker variable or a quoted text is wanted here"));
  }

  /** {@code marker_op = version_cmp | "in" | "not" wsp+ "in"} */
  private String operator() {
    if (scanner.take(IN).isPresent()) {
      return "in";
    }
    if (scanner.take(NOT).isPresent()) {
      if (scanner.skipBlanks() && scanner.take(IN).isPresent()) {
        return "not in";
      }
      throw scanner.error("`in` is wanted after `not`");
    }
    return scanner
        .take(OPERATOR)
        .orElseThrow(
            () ->
                scanner.error(
                    scanner.at('=')
                        ? "one `=`: values are compared with `==`"
                        : "a comparison is wanted here: `==`, `!=`, `<`, `<=`, `>`, `>=`, `~=`,"
                            + " `===`, `in` or `not in`"));
  }
}
