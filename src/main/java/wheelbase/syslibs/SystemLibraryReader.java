package wheelbase.syslibs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep440.Version;
import wheelbase.platform.DistributionRelease;

/** Reads the object that a file of {@code rules-db/libraries/} holds. */
final class SystemLibraryReader {
  private SystemLibraryReader() {}

  static SystemLibrary read(String id, RuleObject root) {
    root.having(Set.of("id", "kind", "packages", "environment", "notes", "evidence"));
    if (!root.text("id").equals(id)) {
      root.fault("id", "is not `" + id + "`, which the file is called");
    }
    Optional<SystemLibrary.Kind> kind = root.word("kind", SystemLibrary.Kind.class);
    if (!root.has("kind")) {
      root.fault("kind", "is missing");
    }
    root.optionalText("notes");
    return new SystemLibrary(
        id,
        kind.orElse(SystemLibrary.Kind.LIBRARY),
        root.textsByKey("environment"),
        root.object("packages").map(SystemLibraryReader::packaging).orElseGet(Map::of),
        Evidence.read(root));
  }

  /** A release's own entry goes before that of its family ({@code debian}, {@code alpine}). */
  private static Map<String, SystemLibrary.Packaging> packaging(RuleObject packages) {
    Map<String, SystemLibrary.Packaging> byRelease = new HashMap<>();
    packages
        .node()
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (DistributionRelease.SUPPORTED.stream()
                  .noneMatch(release -> key.equals(release.id()) || key.equals(family(release)))) {
                packages.fault(key, "is no distribution release, nor a family of them");
              }
            });
    for (DistributionRelease release : DistributionRelease.SUPPORTED) {
      packages
          .object(packages.has(release.id()) ? release.id() : family(release))
          .map(SystemLibraryReader::packagingOf)
          .ifPresentOrElse(
              found -> byRelease.put(release.id(), found),
              () -> packages.fault(release.id(), "is missing"));
    }
    return byRelease;
  }

  private static SystemLibrary.Packaging packagingOf(RuleObject object) {
    object.having(Set.of("build", "run", "sonames", "version", "absent"));
    if (object.has("absent") == (object.has("build") || object.has("run"))) {
      object.fault("absent", "stands where neither `build` nor `run` does");
    }
    return new SystemLibrary.Packaging(
        object.optionalTexts("build"),
        object.optionalTexts("run"),
        object.texts("sonames"),
        object.parsed("version", Version::parse),
        object.optionalText("absent"));
  }

  private static String family(DistributionRelease release) {
    return release.id().substring(0, release.id().indexOf(':'));
  }
}
