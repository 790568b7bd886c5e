package wheelbase.syslibs;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.Libc;

/**
 * Reads the files of {@code rules-db/} and refuses what the format does not allow, naming every
 * fault of a file at once. The format is described in {@code src/site/markdown/rules.md}.
 */
final class RuleFileReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Pattern LIBRARY_ID = Pattern.compile("[a-z0-9][a-z0-9+.-]*");
  private static final Version ANY_VERSION = Version.parse("1.0");
  private static final Set<String> RELATIONS = Set.of("prebuilt", "headless", "pure", "successor");

  private final Predicate<String> libraryExists;

  /**
   * @param libraryExists whether there is a library of that id
   */
  RuleFileReader(Predicate<String> libraryExists) {
    this.libraryExists = libraryExists;
  }

  /**
   * @throws RuleFileException where the file breaks the format or is not about that package
   */
  PackageRules readPackage(PackageName name, RuleFiles.RuleFile file) {
    return read(file, (root, faults) -> packageRules(name, root));
  }

  /**
   * @throws RuleFileException where the file breaks the format or is not about that library
   */
  SystemLibrary readLibrary(String id, RuleFiles.RuleFile file) {
    return read(file, (root, faults) -> library(id, root));
  }

  private static <T> T read(
      RuleFiles.RuleFile file, BiFunction<RuleObject, List<String>, T> reading) {
    List<String> faults = new ArrayList<>();
    T result = null;
    try {
      JsonNode node = JSON.readTree(file.content());
      if (node.isObject()) {
        result = reading.apply(new RuleObject(node, "", faults), faults);
      } else {
        faults.add("is not a JSON object");
      }
    } catch (IOException malformed) {
      faults.add("is not JSON: " + malformed.getMessage().lines().findFirst().orElse(""));
    }
    if (!faults.isEmpty()) {
      throw new RuleFileException(
          faults.stream()
              .map(fault -> Diagnostic.error("invalid-rule-file", file.name() + ": " + fault))
              .toList());
    }
    return result;
  }

  private PackageRules packageRules(PackageName name, RuleObject root) {
    root.having(Set.of("name", "rules", "twins", "build_time", "tests"));
    if (!root.text("name").equals(name.value())) {
      root.fault("name", "is not `" + name + "`, the normalised name that the file has");
    }
    List<Rule> rules = root.objects("rules").stream().map(this::rule).toList();
    List<Twin> twins = root.objects("twins").stream().map(RuleFileReader::twin).toList();
    OptionalInt seconds =
        root.object("build_time").map(this::buildTime).orElse(OptionalInt.empty());
    List<RuleExample> examples =
        root.objects("tests").stream().flatMap(test -> RuleExample.read(test).stream()).toList();
    if (!rules.isEmpty() && examples.isEmpty()) {
      root.fault("tests", "is empty: a rule wants an example");
    }
    return new PackageRules(name, rules, twins, seconds, examples);
  }

  private Rule rule(RuleObject object) {
    object.having(
        Set.of(
            "when", "build", "run", "requires", "environment", "impossible", "hints", "evidence"));
    RuleCondition when =
        object.object("when").map(RuleFileReader::condition).orElseGet(RuleCondition::always);
    if (!object.has("run") && !object.has("impossible")) {
      object.fault("run", "is missing: an empty list says that nothing is needed");
    }
    if (!object.has("build") && !object.has("impossible") && when.admitsSdist()) {
      object.fault("build", "is missing, and the rule can meet an sdist");
    }
    return new Rule(
        when,
        libraryIds(object, "build"),
        libraryIds(object, "run"),
        requires(object),
        object.textsByKey("environment"),
        object.optionalText("impossible"),
        object.texts("hints"),
        evidence(object));
  }

  private List<String> libraryIds(RuleObject object, String key) {
    List<String> ids = object.texts(key);
    ids.forEach(id -> checkLibrary(object, key, id));
    return ids;
  }

  private void checkLibrary(RuleObject object, String key, String id) {
    if (!LIBRARY_ID.matcher(id).matches() || !libraryExists.test(id)) {
      object.fault(key, "no library, tool or program has the id `" + id + "`");
    }
  }

  private Map<String, String> requires(RuleObject object) {
    Map<String, String> requires = object.textsByKey("requires");
    requires.forEach(
        (id, specifier) -> {
          checkLibrary(object, "requires", id);
          try {
            Rule.allowed(specifier, ANY_VERSION);
          } catch (IllegalArgumentException malformed) {
            object.fault("requires." + id, "`" + specifier + "` is not a specifier");
          }
        });
    return requires;
  }

  private static RuleCondition condition(RuleObject object) {
    object.having(
        Set.of(
            "versions", "artifact", "libc", "arch", "python", "distribution", "unless_installed"));
    List<String> distributions = object.parsedTexts("distribution", RuleFileReader::distribution);
    return new RuleCondition(
        object.parsed("versions", SpecifierSet::parse),
        object.parsed("artifact", text -> word(Artifact.class, text)),
        object.parsed("libc", text -> word(Libc.Kind.class, text)),
        object.parsed("arch", text -> word(Architecture.class, text)),
        object.parsed("python", SpecifierSet::parse),
        distributions,
        Set.copyOf(object.parsedTexts("unless_installed", RuleFileReader::normalisedName)));
  }

  private OptionalInt buildTime(RuleObject object) {
    object.having(Set.of("seconds", "evidence"));
    evidence(object);
    return object.seconds("seconds");
  }

  private static Twin twin(RuleObject object) {
    object.having(Set.of("name", "relation", "caveat"));
    String relation = object.text("relation");
    if (!RELATIONS.contains(relation)) {
      object.fault(
          "relation", "`" + relation + "` is none of " + RELATIONS.stream().sorted().toList());
    }
    return new Twin(
        object.parsed("name", RuleFileReader::normalisedName).orElse(new PackageName("unnamed")),
        relation,
        object.optionalText("caveat").orElse(""));
  }

  private SystemLibrary library(String id, RuleObject root) {
    root.having(Set.of("id", "kind", "packages", "environment", "notes", "evidence"));
    if (!root.text("id").equals(id)) {
      root.fault("id", "is not `" + id + "`, which the file is called");
    }
    Optional<SystemLibrary.Kind> kind =
        root.parsed("kind", text -> word(SystemLibrary.Kind.class, text));
    if (!root.has("kind")) {
      root.fault("kind", "is missing");
    }
    root.optionalText("notes");
    return new SystemLibrary(
        id,
        kind.orElse(SystemLibrary.Kind.LIBRARY),
        root.textsByKey("environment"),
        root.object("packages").map(this::packaging).orElseGet(Map::of),
        evidence(root));
  }

  /** A release's own entry goes before that of its family ({@code debian}, {@code alpine}). */
  private Map<String, SystemLibrary.Packaging> packaging(RuleObject packages) {
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
          .map(RuleFileReader::packagingOf)
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

  private static List<Evidence> evidence(RuleObject object) {
    List<Evidence> evidence = new ArrayList<>();
    for (RuleObject entry : object.objects("evidence")) {
      entry.having(Set.of("kind", "what"));
      String what = entry.text("what");
      entry
          .parsed("kind", text -> word(Evidence.Kind.class, text))
          .ifPresentOrElse(
              kind -> evidence.add(new Evidence(kind, what)),
              () -> entry.fault("kind", "says how the fact is known"));
    }
    if (evidence.isEmpty()) {
      object.fault("evidence", "is missing");
    }
    return evidence;
  }

  private static String family(DistributionRelease release) {
    return release.id().substring(0, release.id().indexOf(':'));
  }

  private static String distribution(String id) {
    return DistributionRelease.ofId(id)
        .map(DistributionRelease::id)
        .orElseThrow(() -> new IllegalArgumentException("no such distribution release"));
  }

  /** Names in rules are written as they are compared, so that a search finds them. */
  private static PackageName normalisedName(String text) {
    PackageName name = new PackageName(text);
    if (!name.value().equals(text)) {
      throw new IllegalArgumentException("the normalised name is `" + name + "`");
    }
    return name;
  }

  private static <E extends Enum<E>> E word(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("no such word here");
  }
}
