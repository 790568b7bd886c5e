package wheelbase.wizard;

import java.util.List;

/** What there is to name. */
@FunctionalInterface
public interface FileNames {
  /** Nothing. */
  FileNames NONE = directory -> List.of();

  /**
   * @param directory relative to the project, with a {@code /} at its end; empty for the project's
   *     own
   * @return the names in it, directories with a {@code /} at their end, sorted; none where it
   *     cannot be read
   */
  List<String> in(String directory);
}
