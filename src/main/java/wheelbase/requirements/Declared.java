package wheelbase.requirements;

import java.util.ArrayList;
import java.util.List;
import wheelbase.diagnostic.Diagnostic;

/**
 * Requirements that stand together in a file, and what is wrong with them.
 *
 * @param diagnostics in the file's order; of what has an error there is no requirement
 */
public record Declared(List<DeclaredRequirement> requirements, List<Diagnostic> diagnostics) {
  public static final Declared NOTHING = new Declared(List.of(), List.of());

  public Declared {
    requirements = List.copyOf(requirements);
    diagnostics = List.copyOf(diagnostics);
  }

  public static Declared of(DeclaredRequirement requirement) {
    return new Declared(List.of(requirement), List.of());
  }

  public static Declared wrong(Diagnostic diagnostic) {
    return new Declared(List.of(), List.of(diagnostic));
  }

  /** These, then those. */
  public Declared and(Declared others) {
    List<DeclaredRequirement> all = new ArrayList<>(requirements);
    others.requirements().stream().filter(other -> !all.contains(other)).forEach(all::add);
    List<Diagnostic> faults = new ArrayList<>(diagnostics);
    others.diagnostics().stream().filter(other -> !faults.contains(other)).forEach(faults::add);
    return new Declared(all, faults);
  }
}
