package wheelbase.syslibs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.platform.DistributionRelease;

/**
 * One file of {@code rules-db/libraries/}: a library, tool or program, and what each distribution
 * release calls it.
 *
 * @param environment build variables that it wants wherever it takes part in a build
 * @param packaging by distribution release id; of a release that is left out nothing is known
 */
public record SystemLibrary(
    String id,
    Kind kind,
    Map<String, String> environment,
    Map<String, Packaging> packaging,
    List<Evidence> evidence) {
  /** What the image is given it for. */
  public enum Kind {
    /** A shared library, or data that a library loads. */
    LIBRARY,
    /** A compiler or another program that takes part in a build. */
    TOOL,
    /** A program that is run by the installed package. */
    PROGRAM
  }

  /**
   * @param build distribution packages for building; empty where nothing is to be installed
   * @param run distribution packages for running; empty where nothing is to be installed
   * @param sonames the shared libraries, as they are asked for at run time
   * @param version of the library there, where a rule wants to know
   * @param absent why it is not to be had there
   */
  public record Packaging(
      Optional<List<String>> build,
      Optional<List<String>> run,
      List<String> sonames,
      Optional<Version> version,
      Optional<String> absent) {
    public Packaging {
      build = build.map(List::copyOf);
      run = run.map(List::copyOf);
      sonames = List.copyOf(sonames);
    }
  }

  public SystemLibrary {
    environment = Map.copyOf(environment);
    packaging = Map.copyOf(packaging);
    evidence = List.copyOf(evidence);
  }

  /** What that release calls it; empty where that is not known. */
  public Optional<Packaging> on(DistributionRelease distribution) {
    return Optional.ofNullable(packaging.get(distribution.id()));
  }

  /**
   * Whether a shared library of that name may be of this library: one of its own, or one that it is
   * not known to have in another version. What is not said of a release is taken from the others.
   */
  boolean mayHave(String soname, DistributionRelease distribution) {
    List<String> own =
        Optional.ofNullable(packaging.get(distribution.id()))
            .map(Packaging::sonames)
            .filter(names -> !names.isEmpty())
            .orElseGet(
                () ->
                    packaging.values().stream()
                        .flatMap(each -> each.sonames().stream())
                        .distinct()
                        .toList());
    return own.contains(soname) || own.stream().noneMatch(name -> stem(name).equals(stem(soname)));
  }

  private static String stem(String soname) {
    return soname.replaceFirst("\\.so.*", "");
  }

  /** Why the build stage cannot have it there; empty where it can, or where nothing is known. */
  Optional<String> whyNoneToBuild(DistributionRelease distribution) {
    return on(distribution)
        .filter(there -> there.build().isEmpty())
        .map(there -> none(there, distribution));
  }

  /** Why the runtime stage cannot have it there; empty where it can, or where nothing is known. */
  Optional<String> whyNoneToRun(DistributionRelease distribution) {
    return on(distribution)
        .filter(there -> there.run().isEmpty())
        .map(there -> none(there, distribution));
  }

  /** Why its version there will not do; empty where it will, or where the version is not known. */
  Optional<String> whyNot(SpecifierSet allowed, DistributionRelease distribution) {
    return on(distribution)
        .flatMap(Packaging::version)
        .filter(version -> !allowed.admits(version))
        .map(
            version ->
                "needs " + id + " " + allowed + ", and " + distribution.id() + " has " + version);
  }

  private String none(Packaging there, DistributionRelease distribution) {
    return there
        .absent()
        .orElseGet(() -> distribution.id() + " is not known to have a package for " + id);
  }
}
