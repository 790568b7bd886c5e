package wheelbase.syslibs;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.Libc;

/** Reads the object that a file of {@code rules-db/packages/} holds. */
final class PackageRulesReader {
  private static final Pattern LIBRARY_ID = Pattern.compile("[a-z0-9][a-z0-9+.-]*");
  private static final Pattern FILES = Pattern.compile("[A-Za-z0-9_.+-][A-Za-z0-9_.*+/-]*");
  private static final Version ANY_VERSION = Version.parse("1.0");
  private static final Set<String> RELATIONS = Set.of("prebuilt", "headless", "pure", "successor");

  private final Predicate<String> libraryExists;

  PackageRulesReader(Predicate<String> libraryExists) {
    this.libraryExists = libraryExists;
  }

  PackageRules read(PackageName name, RuleObject root) {
    root.having(Set.of("name", "rules", "twins", "build_time", "tests"));
    if (!root.text("name").equals(name.value())) {
      root.fault("name", "is not `" + name + "`, the normalised name that the file has");
    }
    List<Rule> rules = root.objects("rules").stream().map(this::rule).toList();
    List<Twin> twins = root.objects("twins").stream().map(PackageRulesReader::twin).toList();
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
            "when",
            "build",
            "run",
            "optional_files",
            "requires",
            "environment",
            "impossible",
            "hints",
            "evidence",
            "proofs"));
    RuleCondition when =
        object.object("when").map(PackageRulesReader::condition).orElseGet(RuleCondition::always);
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
        object.parsedTexts("optional_files", PackageRulesReader::files),
        requires(object),
        object.textsByKey("environment"),
        object.optionalText("impossible"),
        object.texts("hints"),
        Evidence.read(object),
        object.objects("proofs").stream().flatMap(proof -> Proof.read(proof).stream()).toList());
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
    List<String> distributions =
        object.parsedTexts("distribution", PackageRulesReader::distribution);
    return new RuleCondition(
        object.parsed("versions", SpecifierSet::parse),
        object.word("artifact", Artifact.class),
        object.word("libc", Libc.Kind.class),
        object.word("arch", Architecture.class),
        object.parsed("python", SpecifierSet::parse),
        distributions,
        Set.copyOf(object.parsedTexts("unless_installed", PackageRulesReader::normalisedName)));
  }

  private OptionalInt buildTime(RuleObject object) {
    object.having(Set.of("seconds", "evidence"));
    Evidence.read(object);
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
        object
            .parsed("name", PackageRulesReader::normalisedName)
            .orElse(new PackageName("unnamed")),
        relation,
        object.optionalText("caveat").orElse(""));
  }

  private static String files(String text) {
    if (!FILES.matcher(text).matches()) {
      throw new IllegalArgumentException("not a pattern of paths below site-packages");
    }
    return text;
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
}
