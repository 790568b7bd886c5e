package wheelbase.requirements;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.Requirement;

/**
 * Whether a compiled requirements file still says what the {@code .in} file beside it asks for. By
 * what they say alone: how old they are, a checkout does not keep.
 */
public final class CompiledFile {
  private final Path root;
  private final FileReader files;
  private final Map<String, String> environment;

  /**
   * @param root the project's directory, absolute
   * @param environment the variables that {@code ${NAME}} may name
   */
  public CompiledFile(Path root, FileReader files, Map<String, String> environment) {
    this.root = root.toAbsolutePath().normalize();
    this.files = files;
    this.environment = Map.copyOf(environment);
  }

  /** The {@code .in} file beside a {@code .txt} file; empty where there is none. */
  public static Optional<Path> source(FileReader files, Path file) {
    String name = String.valueOf(file.getFileName());
    return Optional.of(name)
        .filter(each -> each.endsWith(".txt"))
        .map(each -> file.resolveSibling(each.substring(0, each.length() - 4) + ".in"))
        .filter(files::isFile);
  }

  /**
   * A warning for every line of the source that the compiled file lacks or contradicts. Lines with
   * a marker may be missing: it need not hold where they were compiled.
   *
   * @param compiled what was read from it
   */
  public List<Diagnostic> faults(Path file, List<DeclaredRequirement> compiled) {
    Optional<Path> source = source(files, root.resolve(file));
    return source
        .map(
            in ->
                new RequirementsReader(root, files, environment)
                    .read(List.of(in), List.of()).requirements().stream()
                        .flatMap(wanted -> fault(file, wanted, compiled).stream())
                        .toList())
        .orElse(List.of());
  }

  private Optional<Diagnostic> fault(
      Path file, DeclaredRequirement wanted, List<DeclaredRequirement> compiled) {
    if (wanted.requirement().isEmpty() || wanted.marker().isPresent()) {
      return Optional.empty();
    }
    Requirement asked = wanted.requirement().get();
    String name = FileNames.within(root, root.resolve(file).normalize());
    List<Requirement> pins = new ArrayList<>();
    for (DeclaredRequirement each : compiled) {
      each.requirement().filter(pin -> pin.name().equals(asked.name())).ifPresent(pins::add);
    }
    String why =
        pins.isEmpty()
            ? name + " lacks " + asked.name() + ", which " + wanted.place().file() + " asks for"
            : name
                + " has "
                + pins.get(0)
                + ", and "
                + wanted.place().file()
                + " asks for "
                + asked;
    boolean met =
        pins.stream()
            .anyMatch(
                pin ->
                    pin.url().isPresent()
                        || asked.url().isPresent()
                        || !pin.specifier().isPin()
                        || !asked.specifier().and(pin.specifier()).isUnsatisfiable());
    return met
        ? Optional.empty()
        : Optional.of(
            Diagnostic.warning("stale-compiled-file", why)
                .withHint("compile it anew: pip-compile " + wanted.place().file())
                .at(wanted.place()));
  }
}
