package wheelbase.verify;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.InstallCase;
import wheelbase.syslibs.RuleBook;

/**
 * Files that are opened only where their libraries are, as the rules say of their package: what
 * they are linked to may be missing.
 */
final class OptionalLinks {
  private final RuleBook rules;

  OptionalLinks(RuleBook rules) {
    this.rules = rules;
  }

  boolean covers(ProbeReport.MissingLibrary each, ProbeReport report) {
    Optional<DistributionRelease> release = Verifier.release(report.release());
    Optional<PythonRelease> python = MissingLibraryRules.python(report.python());
    if (release.isEmpty() || python.isEmpty()) {
      return false;
    }
    String path = each.file().replaceFirst("^.*/(?:site|dist)-packages/", "");
    Set<PackageName> installed =
        report.distributions().stream()
            .map(distribution -> new PackageName(distribution.name()))
            .collect(Collectors.toSet());
    return report.distributions().stream()
        .filter(distribution -> each.distribution().equals(Optional.of(distribution.name())))
        .flatMap(
            distribution ->
                Version.tryParse(distribution.version())
                    .map(
                        version ->
                            new InstallCase(
                                version,
                                MissingLibraryRules.compiled(distribution)
                                    ? Artifact.SDIST
                                    : Artifact.WHEEL,
                                // Of all machines the same: patterns of files do not tell them
                                // apart.
                                new TargetPlatform(
                                    python.get(), release.get().libc(), Architecture.AMD64),
                                release.get(),
                                installed,
                                Set.of()))
                    .stream()
                    .flatMap(
                        asked ->
                            rules
                                .needs(new PackageName(distribution.name()), asked)
                                .optionalFiles()
                                .stream()))
        .anyMatch(pattern -> path.matches(expression(pattern)));
  }

  private static String expression(String pattern) {
    return Stream.of(pattern.split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }
}
