package wheelbase.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.DraftCase;
import wheelbase.syslibs.DraftRule;
import wheelbase.syslibs.Evidence;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.syslibs.PackageKind;
import wheelbase.syslibs.RuleBook;

/**
 * What a build or an image lacked for one package.
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

  /**
   * The rule that would have told.
   *
   * @param rules what is known already; it is kept, and added to
   * @return empty where the rules know all of it: then it is the Dockerfile that was not made by
   *     them
   */
  Optional<DraftRule> draft(RuleBook rules, DistributionRelease release, PythonRelease python) {
    LibraryNeeds known =
        rules.needs(
            name,
            version,
            artifact,
            new TargetPlatform(python, release.libc(), Architecture.AMD64),
            release,
            Set.of(name));
    SortedSet<String> toBuild = new TreeSet<>(build);
    SortedSet<String> toRun = new TreeSet<>(run);
    if (known.known()) {
      SortedSet<String> before = new TreeSet<>(known.buildTools());
      before.addAll(known.buildLibraries());
      SortedSet<String> beforeRun = new TreeSet<>(known.runLibraries());
      beforeRun.addAll(known.executables());
      if (before.containsAll(build) && beforeRun.containsAll(run)) {
        return Optional.empty();
      }
      toBuild.addAll(before);
      toRun.addAll(beforeRun);
    }
    String where = name + " " + version + " on " + release.id() + ", Python " + python.series();
    DraftCase drafted =
        new DraftCase(
            version,
            artifact,
            Optional.empty(),
            python,
            toBuild,
            toRun,
            new TreeMap<>(),
            List.of(),
            List.of(new Evidence(Evidence.Kind.BUILD_TEST, where + ": " + seen)),
            List.of(release));
    return Optional.of(DraftRule.of(name, PackageKind.EXTENSION, List.of(drafted), rules));
  }
}
