package wheelbase.syslibs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.platform.DistributionRelease;

/** What is odd about the file of one library, tool or program. */
final class LibraryLint {
  private LibraryLint() {}

  /**
   * @param named the ids that some rule names; empty where that is not known
   */
  static List<LintFinding> of(SystemLibrary library, Optional<Set<String>> named) {
    List<LintFinding> findings = new ArrayList<>();
    if (named.filter(ids -> !ids.contains(library.id())).isPresent()) {
      findings.add(LintFinding.warning("library-of-no-rule", "id", "no rule names it"));
    }
    for (DistributionRelease release : DistributionRelease.NAMED) {
      Optional<SystemLibrary.Packaging> there = library.on(release);
      if (there.isEmpty()) {
        findings.add(
            LintFinding.note(
                "release-not-known",
                "packages",
                "nothing is said of " + release.id() + ": what needs it is unknown there"));
      }
    }
    library
        .packaging()
        .forEach(
            (key, there) -> {
              String place = "packages." + key;
              unsorted(place + ".build", there.build().orElse(List.of())).ifPresent(findings::add);
              unsorted(place + ".run", there.run().orElse(List.of())).ifPresent(findings::add);
            });
    return findings.stream().distinct().toList();
  }

  static Optional<LintFinding> unsorted(String place, List<String> texts) {
    List<String> sorted = texts.stream().sorted().toList();
    return sorted.equals(texts)
        ? Optional.empty()
        : Optional.of(
            LintFinding.warning(
                "not-sorted", place, "is not in order: " + String.join(", ", sorted)));
  }
}
