package wheelbase.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import wheelbase.diagnostic.Spelling;

/** What was typed and is no command line: an option that there is not, one without its value. */
final class Misuse {
  private static final Pattern CHOICES =
      Pattern.compile("expected one of \\[(.*)] \\(case-insensitive\\) but was '(.*)'");

  private Misuse() {}

  static UsageException explain(ParameterException exception) {
    CommandLine command = exception.getCommandLine();
    String help = "`" + command.getCommandSpec().qualifiedName() + " --help` has examples";
    if (!(exception instanceof UnmatchedArgumentException unmatched)) {
      return new UsageException(words(exception.getMessage()), help);
    }
    String first = unmatched.getUnmatched().get(0);
    String meant = Spelling.question(first, known(first, command));
    return new UsageException(unmatched(first, command), meant.isEmpty() ? help : meant);
  }

  private static String unmatched(String argument, CommandLine command) {
    if (argument.startsWith("-")) {
      return "there is no option `" + argument + "`";
    }
    return command.getParent() == null
        ? "there is no command `" + argument + "`"
        : "`" + argument + "` is one argument too many";
  }

  private static List<String> known(String argument, CommandLine command) {
    return argument.startsWith("-")
        ? command.getCommandSpec().options().stream()
            .flatMap(option -> Arrays.stream(option.names()))
            .toList()
        : List.copyOf(command.getSubcommands().keySet());
  }

  /** As the other messages are: no capital, and the names of choices as they are typed. */
  private static String words(String message) {
    Matcher choices =
        CHOICES.matcher(Character.toLowerCase(message.charAt(0)) + message.substring(1));
    return choices.replaceAll(
        found ->
            Matcher.quoteReplacement(
                "`" + found.group(2) + "` is none of " + found.group(1).toLowerCase(Locale.ROOT)));
  }
}
