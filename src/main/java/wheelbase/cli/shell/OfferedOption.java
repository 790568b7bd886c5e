package wheelbase.cli.shell;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option of a command.
 *
 * @param names {@code -r} and {@code --requirement}, shortest first
 * @param value empty for a flag
 * @param repeatable whether it may be given more than once
 * @param alone whether nothing else matters where it is given, as with {@code --help}
 */
public record OfferedOption(
    List<String> names,
    String description,
    Optional<OfferedValue> value,
    boolean repeatable,
    boolean alone) {
  public OfferedOption {
    names = List.copyOf(names);
  }

  static OfferedOption of(OptionSpec option) {
    return new OfferedOption(
        List.of(option.names()),
        PlainText.of(option.description()),
        option.arity().max() == 0 ? Optional.empty() : Optional.of(OfferedValue.of(option)),
        option.isMultiValue(),
        option.usageHelp() || option.versionHelp());
  }
}
