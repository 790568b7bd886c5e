package wheelbase.syslibs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;

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
 * @param impossible why it cannot work in this case at all
 * @param proofs what came of real builds with exactly these packages
 */
record Rule(
    RuleCondition when,
    List<String> build,
    List<String> run,
    List<String> optionalFiles,
    Map<String, String> requires,
    Map<String, String> environment,
    Optional<String> impossible,
    List<String> hints,
    List<Evidence> evidence,
    List<Proof> proofs) {
  Rule {
    build = List.copyOf(build);
    run = List.copyOf(run);
    optionalFiles = List.copyOf(optionalFiles);
    requires = Map.copyOf(requires);
    environment = Map.copyOf(environment);
    hints = List.copyOf(hints);
    evidence = List.copyOf(evidence);
    proofs = List.copyOf(proofs);
  }

  /** How it is known: by the builds that succeeded, and by what the file says beside them. */
  List<Evidence> allEvidence() {
    return Stream.concat(Proof.evidence(proofs).stream(), evidence.stream()).toList();
  }

  /**
   * @throws IllegalArgumentException where the text is not a specifier
   */
  static SpecifierSet allowed(String specifier, Version packageVersion) {
    return SpecifierSet.parse(specifier.replace("{version}", packageVersion.toString()));
  }
}
