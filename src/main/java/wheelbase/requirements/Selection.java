package wheelbase.requirements;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Spelling;
import wheelbase.pep508.PackageName;

/**
 * Which optional parts of a project's requirements are wanted.
 *
 * @param extras of the project itself ({@code [project.optional-dependencies]}), normalised
 * @param groups dependency groups (PEP 735), normalised
 */
public record Selection(Set<String> extras, Set<String> groups) {
  /** What is installed where nobody says more. */
  public static final Selection NONE = new Selection(Set.of(), Set.of());

  public Selection {
    extras = Collections.unmodifiableSet(new TreeSet<>(normalised(extras)));
    groups = Collections.unmodifiableSet(new TreeSet<>(normalised(groups)));
  }

  /** From names in any spelling. */
  public static Selection of(Collection<String> extras, Collection<String> groups) {
    return new Selection(Set.copyOf(extras), Set.copyOf(groups));
  }

  public boolean isEmpty() {
    return extras.isEmpty() && groups.isEmpty();
  }

  /**
   * An error for everything that is wanted and is not there.
   *
   * @param file that would have it, as the user would name it
   * @param knownExtras normalised
   * @param knownGroups likewise
   */
  public List<Diagnostic> unknown(
      String file, Collection<String> knownExtras, Collection<String> knownGroups) {
    List<Diagnostic> unknown = new ArrayList<>();
    extras.stream()
        .filter(extra -> !knownExtras.contains(extra))
        .forEach(extra -> unknown.add(unknown(file, "extra", extra, knownExtras)));
    groups.stream()
        .filter(group -> !knownGroups.contains(group))
        .forEach(group -> unknown.add(unknown(file, "group", group, knownGroups)));
    return unknown;
  }

  private static Diagnostic unknown(
      String file, String kind, String name, Collection<String> known) {
    String there =
        known.isEmpty()
            ? "it has no " + kind + "s"
            : "there " + (known.size() == 1 ? "is " : "are ") + String.join(", ", sorted(known));
    String meant = Spelling.question(name, known);
    return Diagnostic.error("unknown-" + kind, file + " has no " + kind + " `" + name + "`")
        .withHint(meant.isEmpty() ? there : meant + " T" + there.substring(1));
  }

  private static Set<String> sorted(Collection<String> names) {
    return new TreeSet<>(names);
  }

  private static Set<String> normalised(Set<String> names) {
    Set<String> normalised = new TreeSet<>();
    names.forEach(name -> normalised.add(PackageName.normalize(name)));
    return normalised;
  }
}
