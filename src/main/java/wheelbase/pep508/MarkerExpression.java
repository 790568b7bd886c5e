package wheelbase.pep508;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;

/** A marker's expression tree. */
sealed interface MarkerExpression {

  /**
   * @param extra the value of {@code extra}, normalised; null where the variable is undefined
   */
  MarkerResult evaluate(MarkerEnvironment environment, String extra);

  /** As packaging prints it inside another expression: groups in parentheses. */
  String nested();

  /**
   * Expressions joined by {@code and} and {@code or}, of which {@code and} binds more tightly.
   *
   * @param joints the word after each operand but the last
   */
  record Group(List<MarkerExpression> operands, List<String> joints) implements MarkerExpression {
    public Group {
      operands = List.copyOf(operands);
      joints = List.copyOf(joints);
    }

    /** Every operand is evaluated, as packaging does: an undefined one is an error in any case. */
    @Override
    public MarkerResult evaluate(MarkerEnvironment environment, String extra) {
      boolean any = false;
      boolean all = true;
      for (int i = 0; i < operands.size(); i++) {
        MarkerResult result = operands.get(i).evaluate(environment, extra);
        if (result.isError()) {
          return result;
        }
        if (i > 0 && joints.get(i - 1).equals("or")) {
          any |= all;
          all = true;
        }
        all &= result == MarkerResult.HOLDS;
      }
      return MarkerResult.of(any | all);
    }

    @Override
    public String nested() {
      return operands.size() == 1 ? operands.get(0).nested() : "(" + this + ")";
    }

    @Override
    public String toString() {
      if (operands.size() == 1) {
        return operands.get(0).toString();
      }
      StringBuilder text = new StringBuilder(operands.get(0).nested());
      for (int i = 1; i < operands.size(); i++) {
        text.append(' ').append(joints.get(i - 1)).append(' ').append(operands.get(i).nested());
      }
      return text.toString();
    }
  }

  /** A variable or a quoted string. */
  record Operand(String text, boolean isVariable) {
    @Override
    public String toString() {
      if (isVariable) {
        return text;
      }
      return text.contains("\"") ? "'" + text + "'" : '"' + text + '"';
    }
  }

  /**
   * Two operands and {@code < <= == != >= > ~= === in} or {@code not in}.
   *
   * @param specifier operator and right side as a specifier, if the left side is a variable that
   *     holds a version
   */
  record Comparison(Operand left, String operator, Operand right, Optional<SpecifierSet> specifier)
      implements MarkerExpression {

    static Comparison of(Operand left, String operator, Operand right) {
      boolean versions = left.isVariable() && MarkerEnvironment.VERSIONS.contains(left.text());
      return new Comparison(
          left, operator, right, versions ? specifier(operator, right.text()) : Optional.empty());
    }

    /** One clause; a comma in the text does not make it two. */
    private static Optional<SpecifierSet> specifier(String operator, String version) {
      return version.contains(",") ? Optional.empty() : SpecifierSet.tryParse(operator + version);
    }

    @Override
    public MarkerResult evaluate(MarkerEnvironment environment, String extra) {
      // As in packaging, the variable is the left one if that is one, else the right one; whatever
      // stands opposite it is taken for a text.
      String variable = left.isVariable() ? left.text() : right.text();
      Set<String> set = environment.set(variable);
      if (set != null) {
        return member(set, (left.isVariable() ? right : left).text());
      }
      String value = variable.equals("extra") ? extra : environment.values().get(variable);
      if (value == null) {
        return MarkerResult.UNDEFINED_NAME;
      }
      if (left.isVariable() && specifier.isPresent()) {
        return MarkerResult.of(admits(specifier.get(), value, environment.version(variable)));
      }
      if (!left.isVariable() && MarkerEnvironment.VERSIONS.contains(variable)) {
        Optional<SpecifierSet> reversed = specifier(operator, value);
        if (reversed.isPresent()) {
          return MarkerResult.of(reversed.get().containsText(left.text(), Optional.of(true)));
        }
      }
      return left.isVariable() ? compare(value, right.text()) : compare(left.text(), value);
    }

    private MarkerResult member(Set<String> set, String name) {
      return switch (operator) {
        case "==", "in" -> MarkerResult.of(set.contains(name));
        case "!=", "not in" -> MarkerResult.of(!set.contains(name));
        default -> MarkerResult.UNDEFINED_COMPARISON;
      };
    }

    private static boolean admits(SpecifierSet specifier, String text, Version version) {
      return version != null && specifier.range().isPresent()
          ? specifier.admits(version)
          : specifier.containsText(text, Optional.of(true));
    }

    /** Texts have no order: {@code <} and {@code >} never hold, {@code <=} means equal. */
    private MarkerResult compare(String first, String second) {
      return switch (operator) {
        case "in" -> MarkerResult.of(second.contains(first));
        case "not in" -> MarkerResult.of(!second.contains(first));
        case "==", "<=", ">=" -> MarkerResult.of(first.equals(second));
        case "!=" -> MarkerResult.of(!first.equals(second));
        case "<", ">" -> MarkerResult.DOES_NOT_HOLD;
        default -> MarkerResult.UNDEFINED_COMPARISON;
      };
    }

    @Override
    public String nested() {
      return toString();
    }

    @Override
    public String toString() {
      return left + " " + operator + " " + right;
    }
  }
}
