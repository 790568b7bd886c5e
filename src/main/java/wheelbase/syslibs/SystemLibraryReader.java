package wheelbase.syslibs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep440.Version;

/** Reads the object that a file of {@code rules-db/libraries/} holds. */
final class SystemLibraryReader {
  private static final Set<String> KEYS =
      Set.of("id", "kind", "packages", "environment", "notes", "evidence");
  private static final Set<String> PACKAGING_KEYS =
      Set.of("build", "run", "sonames", "version", "absent");

  private final Releases releases;
  private final Set<String> places;

  SystemLibraryReader(Releases releases) {
    this.releases = releases;
    this.places = Set.copyOf(releases.keys());
  }

  SystemLibrary read(String id, RuleObject root) {
    root.having(KEYS);
    if (!root.text("id").equals(id)) {
      root.fault("id", "is not `" + id + "`, which the file is called");
    }
    Optional<SystemLibrary.Kind> kind = root.requiredWord("kind", SystemLibrary.Kind.class);
    root.optionalText("notes");
    if (!root.has("packages") || root.node().get("packages").isEmpty()) {
      root.fault("packages", "names no distribution release");
    }
    return new SystemLibrary(
        id,
        kind.orElse(SystemLibrary.Kind.LIBRARY),
        root.textsByKey("environment"),
        root.object("packages").map(this::packaging).orElseGet(Map::of),
        Evidence.read(root));
  }

  /** A release's own entry goes before that of its family ({@code debian}, {@code alpine}). */
  private Map<String, SystemLibrary.Packaging> packaging(RuleObject packages) {
    packages.having(places);
    Map<String, SystemLibrary.Packaging> byKey = new HashMap<>();
    for (String key : places) {
      packages.object(key).ifPresent(object -> byKey.put(key, packagingOf(object)));
    }
    Map<String, SystemLibrary.Packaging> byRelease = new HashMap<>();
    releases
        .all()
        .forEach(
            release ->
                Optional.ofNullable(byKey.getOrDefault(release.id(), byKey.get(release.family())))
                    .ifPresent(found -> byRelease.put(release.id(), found)));
    return byRelease;
  }

  private static SystemLibrary.Packaging packagingOf(RuleObject object) {
    object.having(PACKAGING_KEYS);
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
}
