package wheelbase.requirements;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be read as a project's requirements, and with what in force.
 *
 * @param files {@code -r}, absolute or relative to the project; empty: found
 * @param constraints {@code -c}, likewise
 * @param selection {@code --extra} and {@code --group}
 * @param options in force before the first file: pip's configuration, the command line
 * @param edits {@code --cure}: made to the files before they are read, in this order
 */
public record Inputs(
    List<Path> files,
    List<Path> constraints,
    Selection selection,
    ReaderOptions options,
    List<RequirementEdit> edits) {
  public Inputs {
    files = List.copyOf(files);
    constraints = List.copyOf(constraints);
    edits = List.copyOf(edits);
  }

  /** These files as they are, and whatever is installed where nobody says more. */
  public static Inputs of(List<Path> files, List<Path> constraints, ReaderOptions options) {
    return new Inputs(files, constraints, Selection.NONE, options, List.of());
  }

  /** What lies in the project, as it is. */
  public static Inputs found(ReaderOptions options) {
    return of(List.of(), List.of(), options);
  }

  public Inputs withFiles(List<Path> others) {
    return new Inputs(others, constraints, selection, options, edits);
  }

  public Inputs withSelection(Selection other) {
    return new Inputs(files, constraints, other, options, edits);
  }

  public Inputs withEdits(List<RequirementEdit> others) {
    return new Inputs(files, constraints, selection, options, others);
  }
}
