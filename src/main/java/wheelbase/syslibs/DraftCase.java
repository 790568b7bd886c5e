package wheelbase.syslibs;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.pep440.Version;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.Libc;
import wheelbase.platform.PythonRelease;

/**
 * A rule to be drafted: one kind of file of one release, and what it was seen to need.
 *
 * @param libc where it holds for one alone
 * @param build ids of compilers, tools and libraries; nothing where the file is a wheel
 * @param run ids of libraries and programs
 * @param requires specifiers by library id
 * @param hints for the reader of the rule, one line each
 * @param evidence not empty
 * @param releases that the tests of the draft are about
 */
public record DraftCase(
    Version version,
    Artifact artifact,
    Optional<Libc.Kind> libc,
    PythonRelease python,
    SortedSet<String> build,
    SortedSet<String> run,
    SortedMap<String, String> requires,
    List<String> hints,
    List<Evidence> evidence,
    List<DistributionRelease> releases) {
  public DraftCase {
    Objects.requireNonNull(version);
    Objects.requireNonNull(artifact);
    Objects.requireNonNull(libc);
    Objects.requireNonNull(python);
    build = Collections.unmodifiableSortedSet(new TreeSet<>(build));
    run = Collections.unmodifiableSortedSet(new TreeSet<>(run));
    requires = Collections.unmodifiableSortedMap(new TreeMap<>(requires));
    hints = List.copyOf(hints);
    evidence = List.copyOf(evidence);
    releases = List.copyOf(releases);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a rule wants evidence");
    }
  }
}
