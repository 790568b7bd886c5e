package wheelbase.requirements.pyproject;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.Declared;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.PythonDeclaration;
import wheelbase.requirements.Selection;

/**
 * What a {@code pyproject.toml} says that matters here.
 *
 * @param dependencies of the project itself
 * @param extras what each extra adds, by its normalised name
 * @param groups what each dependency group adds, likewise
 * @param python what it asks of Python
 * @param scripts name to {@code module:function}
 * @param diagnostics of the file and its dependencies; extras and groups have their own
 */
public record Pyproject(
    List<DeclaredRequirement> dependencies,
    SortedMap<String, Declared> extras,
    SortedMap<String, Declared> groups,
    Optional<PythonDeclaration> python,
    Map<String, String> scripts,
    List<Diagnostic> diagnostics) {
  public Pyproject {
    dependencies = List.copyOf(dependencies);
    extras = Collections.unmodifiableSortedMap(new TreeMap<>(extras));
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    scripts = Map.copyOf(scripts);
    diagnostics = List.copyOf(diagnostics);
  }

  static Pyproject unreadable(Diagnostic fault) {
    return new Pyproject(
        List.of(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Optional.empty(),
        Map.of(),
        List.of(fault));
  }

  /**
   * The dependencies with the extras and groups that are wanted; an error for each that is not
   * there, a warning where the file has nothing but groups and none is wanted.
   *
   * @param file as the user would name it
   */
  public Declared selected(Selection selection, String file) {
    return new Declared(dependencies, diagnostics)
        .and(optional(selection))
        .and(new Declared(List.of(), selection.unknown(file, extras.keySet(), groups.keySet())))
        .and(groupsAlone(selection, file).map(Declared::wrong).orElse(Declared.NOTHING));
  }

  private Optional<Diagnostic> groupsAlone(Selection selection, String file) {
    return dependencies.isEmpty() && selection.isEmpty() && !groups.isEmpty()
        ? Optional.of(
            Diagnostic.warning(
                    "groups-alone",
                    file + " asks for nothing: its requirements stand in dependency groups")
                .withHint("name those to install: --group " + String.join(", ", groups.keySet())))
        : Optional.empty();
  }

  /** The extras and groups that there are. */
  public Selection offered() {
    return new Selection(extras.keySet(), groups.keySet());
  }

  /** What the extras and groups that are wanted and are there add. */
  Declared optional(Selection selection) {
    Declared all = Declared.NOTHING;
    for (String extra : selection.extras()) {
      all = all.and(extras.getOrDefault(extra, Declared.NOTHING));
    }
    for (String group : selection.groups()) {
      all = all.and(groups.getOrDefault(group, Declared.NOTHING));
    }
    return all;
  }
}
