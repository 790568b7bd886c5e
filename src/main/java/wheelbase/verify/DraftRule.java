package wheelbase.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.syslibs.RuleBook;

/**
 * A file for {@code rules-db/packages} that would have told what a build or an image lacked; its
 * author is to look it over, which the evidence says.
 *
 * @param name of the Python package
 * @param text the file, in the format of the {@code rules} page
 */
public record DraftRule(PackageName name, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where the file belongs, below a directory of rules. */
  public String path() {
    return "packages/" + name + ".json";
  }

  /**
   * What is to be written, and what is known already.
   *
   * @param artifact that was installed
   * @param build ids of libraries and tools that lacked in the build
   * @param run ids of libraries that lack in the image
   * @param seen the sentence that showed it
   */
  record Lack(
      PackageName name,
      Version version,
      Artifact artifact,
      SortedSet<String> build,
      SortedSet<String> run,
      String seen) {
    Lack {
      build = new TreeSet<>(build);
      run = new TreeSet<>(run);
    }
  }

  /**
   * @param rules what is known already; it is kept, and added to
   * @return empty where the rules know all of it: then it is the Dockerfile that was not made by
   *     them
   */
  static Optional<DraftRule> of(
      Lack lack, RuleBook rules, DistributionRelease release, PythonRelease python) {
    LibraryNeeds known =
        rules.needs(
            lack.name(),
            lack.version(),
            lack.artifact(),
            new TargetPlatform(python, release.libc(), Architecture.AMD64),
            release,
            Set.of(lack.name()));
    SortedSet<String> build = new TreeSet<>(lack.build());
    SortedSet<String> run = new TreeSet<>(lack.run());
    if (known.known()) {
      build.addAll(known.buildTools());
      build.addAll(known.buildLibraries());
      run.addAll(known.runLibraries());
      run.addAll(known.executables());
      SortedSet<String> before = new TreeSet<>(known.buildTools());
      before.addAll(known.buildLibraries());
      SortedSet<String> beforeRun = new TreeSet<>(known.runLibraries());
      beforeRun.addAll(known.executables());
      if (before.containsAll(lack.build()) && beforeRun.containsAll(lack.run())) {
        return Optional.empty();
      }
    }
    return Optional.of(new DraftRule(lack.name(), text(lack, build, run, rules, release, python)));
  }

  private static String text(
      Lack lack,
      SortedSet<String> build,
      SortedSet<String> run,
      RuleBook rules,
      DistributionRelease release,
      PythonRelease python) {
    boolean compiled = lack.artifact() == Artifact.SDIST;
    ObjectNode file = JSON.createObjectNode();
    file.put("name", lack.name().value());
    ObjectNode rule = file.putArray("rules").addObject();
    rule.putObject("when").put("artifact", compiled ? "sdist" : "wheel");
    if (compiled) {
      fill(rule.putArray("build"), build);
    }
    fill(rule.putArray("run"), run);
    ObjectNode evidence = rule.putArray("evidence").addObject();
    evidence.put("kind", "build-test");
    evidence.put(
        "what",
        "%s %s on %s, Python %s: %s"
            .formatted(lack.name(), lack.version(), release.id(), python.series(), lack.seen()));
    ObjectNode example = file.putArray("tests").addObject();
    example.put("matches", lack.version().toString());
    example.put("artifact", compiled ? "sdist" : "wheel");
    example.put("on", release.id());
    example.put("python", python.series());
    SortedSet<String> buildPackages = new TreeSet<>();
    build.forEach(id -> buildPackages.addAll(rules.buildPackages(id, release)));
    SortedSet<String> runPackages = new TreeSet<>();
    run.forEach(id -> runPackages.addAll(rules.runPackages(id, release)));
    if (compiled && !buildPackages.isEmpty()) {
      fill(example.putArray("build"), buildPackages);
    }
    if (!runPackages.isEmpty()) {
      fill(example.putArray("run"), runPackages);
    }
    try {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      return JSON.writer(
                  new DefaultPrettyPrinter()
                      .withObjectIndenter(indenter)
                      .withArrayIndenter(indenter))
              .writeValueAsString(file)
          + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void fill(ArrayNode array, Collection<String> words) {
    words.forEach(array::add);
  }
}
