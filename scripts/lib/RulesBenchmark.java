import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.InstallCase;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.syslibs.RuleBook;

/**
 * Looks packages up in a rule book that was never asked before, again and again: prints the
 * milliseconds of processor time of the first time, and of the median after so many others.
 */
final class RulesBenchmark {
  private static final int WARM_UP = 30;
  private static final int MEASURED = 31;
  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

  private RulesBenchmark() {}

  public static void main(String[] args) throws Exception {
    List<String> names = Files.readAllLines(Path.of(args[0]));
    double first = look(names);
    for (int i = 0; i < WARM_UP; i++) {
      look(names);
    }
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < MEASURED; i++) {
      times.add(look(names));
    }
    Collections.sort(times);
    System.out.printf("%.1f %.1f%n", first, times.get(MEASURED / 2));
  }

  /** What a source build of each needs, and what that is called, on one release. */
  private static double look(List<String> names) {
    // Not the clock: a busy machine would be measured with it.
    long began = PROCESSOR.getCurrentThreadCpuTime();
    RuleBook book = RuleBook.shipped(Optional.empty());
    DistributionRelease release = DistributionRelease.DEBIAN_13;
    TargetPlatform target =
        new TargetPlatform(new PythonRelease(3, 13, 1), release.libc(), Architecture.AMD64);
    Version version = Version.parse("99.0");
    int packages = 0;
    for (String name : names) {
      LibraryNeeds needs =
          book.needs(
              new PackageName(name),
              new InstallCase(version, Artifact.SDIST, target, release, Set.of(), Set.of()));
      for (String id : needs.buildLibraries()) {
        packages += book.buildPackages(id, release).size();
      }
      for (String id : needs.runLibraries()) {
        packages += book.runPackages(id, release).size();
      }
    }
    if (packages == 0) {
      throw new IllegalStateException("nothing was looked up");
    }
    return (PROCESSOR.getCurrentThreadCpuTime() - began) / 1e6;
  }
}
