package wheelbase.cli.shell;

import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * An argument that is no option.
 *
 * @param repeatable whether all further arguments are of this kind too
 */
public record OfferedOperand(
    String description, OfferedValue value, boolean required, boolean repeatable) {

  static OfferedOperand of(PositionalParamSpec operand) {
    return new OfferedOperand(
        PlainText.of(operand.description()),
        OfferedValue.of(operand),
        operand.required(),
        operand.index().max() == Integer.MAX_VALUE && operand.isMultiValue());
  }
}
