package wheelbase.syslibs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Spelling;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.Marker;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.Libc;

/** Reads the object that a file of {@code rules-db/packages/} holds. */
final class PackageRulesReader {
  static final Pattern LIBRARY_ID = Pattern.compile("[a-z0-9][a-z0-9+.-]*");
  private static final Pattern FILES = Pattern.compile("[A-Za-z0-9_.+-][A-Za-z0-9_.*+/-]*");
  private static final Version ANY_VERSION = Version.parse("1.0");
  private static final List<String> RELATIONS =
      List.of("prebuilt", "headless", "pure", "successor");

  private static final Set<String> KEYS =
      Set.of("name", "kind", "rules", "twins", "build_time", "tests");
  private static final Set<String> RULE_KEYS =
      Set.of(
          "when",
          "kind",
          "build",
          "run",
          "optional_files",
          "requires",
          "environment",
          "loader",
          "impossible",
          "cautions",
          "hints",
          "evidence",
          "proofs");
  private static final Set<String> CONDITION_KEYS =
      Set.of(
          "versions",
          "artifact",
          "libc",
          "arch",
          "python",
          "marker",
          "distribution",
          "unless_installed");
  private static final Set<String> TWIN_KEYS = Set.of("name", "relation", "caveat");

  private final Predicate<String> libraryExists;
  private final Supplier<? extends Collection<String>> libraries;
  private final Releases releases;
  private final boolean thorough;

  /**
   * @param libraryExists whether there is a library of that id
   * @param libraries every id; asked for only to say what was meant
   * @param thorough whether the examples are read too
   */
  PackageRulesReader(
      Predicate<String> libraryExists,
      Supplier<? extends Collection<String>> libraries,
      Releases releases,
      boolean thorough) {
    this.thorough = thorough;
    this.libraryExists = libraryExists;
    this.libraries = libraries;
    this.releases = releases;
  }

  PackageRules read(PackageName name, RuleObject root) {
    root.having(KEYS);
    if (!root.text("name").equals(name.value())) {
      root.fault("name", "is not `" + name + "`, the normalised name that the file has");
    }
    List<Rule> rules = root.objects("rules").stream().map(this::rule).toList();
    List<Twin> twins = root.objects("twins").stream().map(PackageRulesReader::twin).toList();
    List<RuleExample> examples =
        thorough
            ? root.objects("tests").stream()
                .flatMap(test -> RuleExample.read(test, releases).stream())
                .toList()
            : List.of();
    if (thorough && !rules.isEmpty() && examples.isEmpty()) {
      root.fault("tests", "is empty: a rule wants an example");
    }
    return new PackageRules(
        name,
        root.word("kind", PackageKind.class),
        rules,
        twins,
        root.object("build_time").map(BuildDuration::read),
        examples);
  }

  private Rule rule(RuleObject object) {
    object.having(RULE_KEYS);
    RuleCondition when =
        object.object("when").map(this::condition).orElseGet(RuleCondition::always);
    if (!object.has("run") && !object.has("impossible")) {
      object.fault("run", "is missing: an empty list says that nothing is needed");
    }
    if (!object.has("build") && !object.has("impossible") && when.admitsSdist()) {
      object.fault("build", "is missing, and the rule can meet an sdist");
    }
    return new Rule(
        when,
        object.word("kind", PackageKind.class),
        libraryIds(object, "build"),
        libraryIds(object, "run"),
        object.parsedTexts("optional_files", PackageRulesReader::files),
        requires(object),
        object.textsByKey("environment"),
        object.word("loader", Loader.class),
        object.objects("cautions").stream().map(each -> Caution.read(each, releases)).toList(),
        object.optionalText("impossible"),
        object.texts("hints"),
        Evidence.read(object),
        object.objects("proofs").stream()
            .flatMap(proof -> Proof.read(proof, releases).stream())
            .toList());
  }

  private List<String> libraryIds(RuleObject object, String key) {
    List<String> ids = object.texts(key);
    for (int index = 0; index < ids.size(); index++) {
      checkLibrary(object, key + "[" + index + "]", ids.get(index));
    }
    return ids;
  }

  private void checkLibrary(RuleObject object, String key, String id) {
    if (!LIBRARY_ID.matcher(id).matches() || !libraryExists.test(id)) {
      object.fault(
          key,
          "no library, tool or program has the id `" + id + "`",
          Spelling.question(id, libraries.get()));
    }
  }

  private Map<String, String> requires(RuleObject object) {
    Map<String, String> requires = object.textsByKey("requires");
    requires.forEach(
        (id, specifier) -> {
          checkLibrary(object, "requires." + id, id);
          try {
            Rule.allowed(specifier, ANY_VERSION);
          } catch (IllegalArgumentException malformed) {
            object.fault("requires." + id, "`" + specifier + "` is not a specifier");
          }
        });
    return requires;
  }

  private RuleCondition condition(RuleObject object) {
    object.having(CONDITION_KEYS);
    List<String> distributions =
        object.parsedTexts("distribution", id -> RuleObject.oneOf(releases.ids(), id));
    return new RuleCondition(
        object.parsed("versions", SpecifierSet::parse),
        object.word("artifact", Artifact.class),
        object.word("libc", Libc.Kind.class),
        object.word("arch", Architecture.class),
        object.parsed("python", SpecifierSet::parse),
        object.parsed("marker", Marker::parse),
        distributions,
        Set.copyOf(object.parsedTexts("unless_installed", PackageRulesReader::normalisedName)));
  }

  private static Twin twin(RuleObject object) {
    object.having(TWIN_KEYS);
    Optional<String> relation =
        object.requiredParsed("relation", word -> RuleObject.oneOf(RELATIONS, word));
    return new Twin(
        object
            .parsed("name", PackageRulesReader::normalisedName)
            .orElse(new PackageName("unnamed")),
        relation.orElse(""),
        object.optionalText("caveat").orElse(""));
  }

  private static String files(String text) {
    if (!FILES.matcher(text).matches()) {
      throw new IllegalArgumentException("not a pattern of paths below site-packages");
    }
    return text;
  }

  /** Names in rules are written as they are compared, so that a search finds them. */
  private static PackageName normalisedName(String text) {
    PackageName name = new PackageName(text);
    if (!name.value().equals(text)) {
      throw new IllegalArgumentException("the normalised name is `" + name + "`");
    }
    return name;
  }
}
