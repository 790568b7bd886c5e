package wheelbase.syslibs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;

/**
 * A file for {@code rules-db/packages} that was written by evidence alone: valid as it is, with
 * tests that hold; its author is to look it over.
 *
 * @param name of the Python package
 * @param text the file, in the format of the {@code rules} page
 */
public record DraftRule(PackageName name, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the tests of the rules take where they name no Python. */
  private static final String USUAL_PYTHON = "3.13";

  /** Where the file belongs, below a directory of rules. */
  public String path() {
    return "packages/" + name + ".json";
  }

  /**
   * @param cases in the order in which the rules are to be tried
   * @param rules what the distributions call the libraries
   */
  public static DraftRule of(
      PackageName name, PackageKind kind, List<DraftCase> cases, RuleBook rules) {
    ObjectNode file = JSON.createObjectNode();
    file.put("name", name.value());
    file.put("kind", word(kind));
    ArrayNode written = file.putArray("rules");
    cases.forEach(each -> rule(written.addObject(), each));
    ArrayNode tests = file.putArray("tests");
    for (DraftCase each : cases) {
      for (DistributionRelease release : each.releases()) {
        test(tests.addObject(), each, release, rules);
      }
    }
    return new DraftRule(name, RuleFileLayout.text(file));
  }

  private static void rule(ObjectNode rule, DraftCase drafted) {
    ObjectNode when = rule.putObject("when");
    when.put("artifact", word(drafted.artifact()));
    drafted.libc().ifPresent(libc -> when.put("libc", word(libc)));
    if (drafted.artifact() != Artifact.WHEEL) {
      fill(rule.putArray("build"), drafted.build());
    }
    fill(rule.putArray("run"), drafted.run());
    if (!drafted.requires().isEmpty()) {
      ObjectNode requires = rule.putObject("requires");
      drafted.requires().forEach(requires::put);
    }
    if (!drafted.hints().isEmpty()) {
      fill(rule.putArray("hints"), drafted.hints());
    }
    ArrayNode evidence = rule.putArray("evidence");
    for (Evidence each : drafted.evidence()) {
      evidence.addObject().put("kind", each.kind().word()).put("what", each.what());
    }
  }

  private static void test(
      ObjectNode test, DraftCase drafted, DistributionRelease release, RuleBook rules) {
    boolean compiles = drafted.artifact() == Artifact.SDIST;
    SortedSet<String> build = new TreeSet<>();
    SortedSet<String> run = new TreeSet<>();
    if (compiles) {
      drafted.build().forEach(id -> build.addAll(rules.buildPackages(id, release)));
    }
    drafted.run().forEach(id -> run.addAll(rules.runPackages(id, release)));
    boolean impossible = isImpossible(drafted, release, rules);
    boolean ignored = !impossible && build.isEmpty() && run.isEmpty();
    test.put(ignored ? "ignores" : "matches", drafted.version().toString());
    test.put("artifact", word(drafted.artifact()));
    test.put("on", release.id());
    if (!drafted.python().series().equals(USUAL_PYTHON)) {
      test.put("python", drafted.python().series());
    }
    if (impossible) {
      test.put("impossible", true);
    } else if (!ignored) {
      if (compiles) {
        fill(test.putArray("build"), build);
      }
      fill(test.putArray("run"), run);
    }
  }

  private static boolean isImpossible(
      DraftCase drafted, DistributionRelease release, RuleBook rules) {
    boolean compiles = drafted.artifact() == Artifact.SDIST;
    return compiles
            && drafted.build().stream()
                .anyMatch(id -> rules.library(id).whyNoneToBuild(release).isPresent())
        || drafted.run().stream()
            .anyMatch(id -> rules.library(id).whyNoneToRun(release).isPresent())
        || compiles
            && drafted.requires().entrySet().stream()
                .anyMatch(
                    entry ->
                        rules
                            .library(entry.getKey())
                            .whyNot(Rule.allowed(entry.getValue(), drafted.version()), release)
                            .isPresent());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void fill(ArrayNode array, Collection<String> words) {
    words.forEach(array::add);
  }
}
