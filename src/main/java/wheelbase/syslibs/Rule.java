package wheelbase.syslibs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.platform.DistributionRelease;

/**
 * What a package needs in one case, by library id.
 *
 * @param build for the build stage
 * @param run for the runtime stage
 * @param optionalFiles patterns of paths below {@code site-packages}: files that are opened only
 *     where the libraries are that they are linked to
 * @param requires which versions of a library will do, as a PEP 440 specifier by library id; {@code
 *     {version}} stands for the package's own version
 * @param environment build variables
 * @param kind where it is another than that of the package
 * @param loader of the libraries that it opens at run time
 * @param cautions what works otherwise than expected
 * @param impossible why it cannot work in this case at all
 * @param proofs the real builds that were made by it
 */
public record Rule(
    RuleCondition when,
    Optional<PackageKind> kind,
    List<String> build,
    List<String> run,
    List<String> optionalFiles,
    Map<String, String> requires,
    Map<String, String> environment,
    Optional<Loader> loader,
    List<Caution> cautions,
    Optional<String> impossible,
    List<String> hints,
    List<Evidence> evidence,
    List<Proof> proofs) {
  public Rule {
    build = List.copyOf(build);
    run = List.copyOf(run);
    optionalFiles = List.copyOf(optionalFiles);
    requires = Map.copyOf(requires);
    environment = Map.copyOf(environment);
    cautions = List.copyOf(cautions);
    hints = List.copyOf(hints);
    evidence = List.copyOf(evidence);
    proofs = List.copyOf(proofs);
  }

  /** How it is known: by the builds that held, and by what the file says beside them. */
  List<Evidence> allEvidence() {
    return Stream.concat(Proof.evidence(proofs).stream(), evidence.stream()).toList();
  }

  /** Those written down and those that follow from the loader, as far as they hold there. */
  public List<Caution> cautionsOn(DistributionRelease release) {
    return Stream.concat(loader.stream().flatMap(it -> Caution.of(it).stream()), cautions.stream())
        .filter(caution -> caution.holdsOn(release))
        .toList();
  }

  /**
   * @throws IllegalArgumentException where the text is not a specifier
   */
  static SpecifierSet allowed(String specifier, Version packageVersion) {
    return SpecifierSet.parse(specifier.replace("{version}", packageVersion.toString()));
  }
}
