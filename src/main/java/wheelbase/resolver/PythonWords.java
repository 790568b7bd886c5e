package wheelbase.resolver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.platform.PythonRelease;
import wheelbase.resolver.Claim.Barrier.Kind;

/** Says with one bound what many releases say of Python, each in its own way. */
final class PythonWords {
  /** No series has had more patch releases, nor is Python 3 near so many series. */
  private static final int MOST = 40;

  private static final List<PythonRelease> ALL = all();
  private static final List<Version> VERSIONS =
      ALL.stream().map(python -> Version.parse(python.toString())).toList();

  private final PythonRelease target;
  private final Map<List<SpecifierSet>, Bounds> known = new HashMap<>();

  /** The nearest newer and the nearest older Python that are admitted. */
  private record Bounds(Optional<PythonRelease> floor, Optional<PythonRelease> ceiling) {}

  PythonWords(PythonRelease target) {
    this.target = target;
  }

  private static List<PythonRelease> all() {
    List<PythonRelease> all = new ArrayList<>();
    for (int patch = 0; patch < MOST; patch++) {
      all.add(new PythonRelease(2, 7, patch));
    }
    for (int minor = 0; minor < MOST; minor++) {
      for (int patch = 0; patch < MOST; patch++) {
        all.add(new PythonRelease(3, minor, patch));
      }
    }
    return all;
  }

  /** Whether a release that says this, in one file or another, wants a newer Python or an older. */
  Kind kind(List<SpecifierSet> said) {
    boolean newer = floor(said).isPresent();
    boolean older = ceiling(said).isPresent();
    return newer == older ? Kind.OTHER_PYTHON : newer ? Kind.NEWER_PYTHON : Kind.OLDER_PYTHON;
  }

  /** What each of the releases asks for at least: {@code 3.12 or later}. */
  String needed(Kind kind, List<List<SpecifierSet>> releases) {
    if (kind == Kind.NEWER_PYTHON) {
      PythonRelease floor =
          releases.stream()
              .flatMap(said -> floor(said).stream())
              .min(PythonRelease::compareTo)
              .orElseThrow();
      return (floor.patch() == 0 ? floor.series() : floor) + " or later";
    }
    if (kind == Kind.OLDER_PYTHON) {
      PythonRelease ceiling =
          releases.stream()
              .flatMap(said -> ceiling(said).stream())
              .max(PythonRelease::compareTo)
              .orElseThrow();
      boolean wholeSeries = !ceiling.series().equals(target.series());
      return (wholeSeries ? ceiling.series() : ceiling) + " or older";
    }
    Set<String> texts =
        releases.stream()
            .flatMap(List::stream)
            .map(SpecifierSet::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    return String.join(" or ", texts);
  }

  private Optional<PythonRelease> floor(List<SpecifierSet> said) {
    return bounds(said).floor();
  }

  private Optional<PythonRelease> ceiling(List<SpecifierSet> said) {
    return bounds(said).ceiling();
  }

  private Bounds bounds(List<SpecifierSet> said) {
    return known.computeIfAbsent(
        said,
        any -> {
          Optional<PythonRelease> ceiling = Optional.empty();
          for (int at = 0; at < ALL.size(); at++) {
            Version version = VERSIONS.get(at);
            if (said.stream().anyMatch(specifiers -> specifiers.admits(version))) {
              if (ALL.get(at).compareTo(target) > 0) {
                return new Bounds(Optional.of(ALL.get(at)), ceiling);
              }
              ceiling = Optional.of(ALL.get(at));
            }
          }
          return new Bounds(Optional.empty(), ceiling);
        });
  }
}
