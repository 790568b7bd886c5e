package wheelbase.cli.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What a shell can offer where a value is wanted.
 *
 * @param label what help calls the value: {@code FILE}
 * @param choices empty unless it is one of a fixed set
 * @param list whether several may be given, with commas between them
 */
public record OfferedValue(String label, Kind kind, List<String> choices, boolean list) {
  /** Where the words to offer come from. */
  public enum Kind {
    TEXT,
    FILE,
    DIRECTORY,
    CHOICE
  }

  private static final Set<String> DIRECTORIES = Set.of("DIR", "ROOT");

  public OfferedValue {
    choices = List.copyOf(choices);
  }

  /**
   * A path is a file, unless help calls it {@code DIR} or {@code ROOT}; a file's name may begin
   * with directories.
   */
  static OfferedValue of(ArgSpec argument) {
    List<String> choices = choices(argument);
    Class<?> type = argument.auxiliaryTypes()[0];
    Kind kind = Kind.TEXT;
    if (!choices.isEmpty()) {
      kind = Kind.CHOICE;
    } else if (type == Path.class || type == File.class) {
      kind = DIRECTORIES.contains(argument.paramLabel()) ? Kind.DIRECTORY : Kind.FILE;
    }
    return new OfferedValue(
        argument.paramLabel(), kind, choices, ",".equals(argument.splitRegex()));
  }

  private static List<String> choices(ArgSpec argument) {
    if (argument.completionCandidates() == null) {
      return List.of();
    }
    boolean lowerCase =
        argument.auxiliaryTypes()[0].isEnum()
            && argument.command().parser().caseInsensitiveEnumValuesAllowed();
    return StreamSupport.stream(argument.completionCandidates().spliterator(), false)
        .map(choice -> lowerCase ? choice.toLowerCase(Locale.ROOT) : choice)
        .toList();
  }
}
