package wheelbase.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import wheelbase.Analysis;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.dockerfile.syntax.Dockerfile;

/**
 * What came of holding a Dockerfile against what it installs.
 *
 * @param dockerfile as it was read
 * @param findings in order of place
 * @param savings what the file that {@code generate} writes would save; empty where it cannot be
 *     told
 */
public record Audit(Dockerfile dockerfile, List<Finding> findings, Optional<Savings> savings) {
  private static final List<Finder> FINDERS =
      List.of(
          new UnjudgedBase(),
          new EndOfLifeBase(),
          new FloatingTag(),
          new PackageNames(),
          new MissingWheels(),
          new MissingLibraries(),
          new NeedlessPackages(),
          new BuildToolsLeft(),
          new CachesInLayers(),
          new SecretsInLayers(),
          new CopiedBeforeInstall(),
          new WholeContext(),
          new RunsAsRoot(),
          new ShellForms(),
          new BuildPlatform());

  public Audit {
    Objects.requireNonNull(dockerfile);
    findings = List.copyOf(findings);
    Objects.requireNonNull(savings);
  }

  /**
   * Looks at a Dockerfile. One that BuildKit would refuse is not looked at further.
   *
   * @param hasDockerIgnore whether a {@code .dockerignore} says what stays out of the context
   * @param analysis of what it installs; empty where that is not known
   * @param needs what packages would need if no wheel fitted
   * @param today for end-of-life dates
   */
  public static Audit of(
      Dockerfile dockerfile,
      boolean hasDockerIgnore,
      Optional<Analysis> analysis,
      SourceNeeds needs,
      LocalDate today) {
    List<Finding> findings = new ArrayList<>();
    for (Diagnostic each : dockerfile.diagnostics()) {
      findings.add(new Finding(each, "BuildKit refuses it or warns of it"));
    }
    if (dockerfile.isFaulty()) {
      return new Audit(dockerfile, findings, Optional.empty());
    }
    Audited audited = Audited.of(dockerfile, hasDockerIgnore, analysis, needs, today);
    FINDERS.forEach(finder -> findings.addAll(finder.find(audited)));
    findings.sort(
        Comparator.comparing(
                (Finding each) -> each.diagnostic().place().map(SourceSpan::line).orElse(0))
            .thenComparing(each -> each.diagnostic().place().map(SourceSpan::column).orElse(0)));
    return new Audit(dockerfile, findings, Savings.of(audited));
  }

  /** Whether something is wrong; notes alone are not. */
  public boolean hasFaults() {
    return findings.stream().anyMatch(Finding::isFault);
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(each -> each.diagnostic().severity() == Severity.ERROR);
  }

  /** The Dockerfile with all safe edits made. */
  public String fixed() {
    return TextEdit.apply(
        dockerfile.source().text(),
        findings.stream().flatMap(each -> each.safeEdits().stream()).toList());
  }
}
