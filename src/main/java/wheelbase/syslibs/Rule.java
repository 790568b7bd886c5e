package wheelbase.syslibs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    List<Evidence> evidence) {
  Rule {
    build = List.copyOf(build);
    run = List.copyOf(run);
    optionalFiles = List.copyOf(optionalFiles);
    requires = Map.copyOf(requires);
    environment = Map.copyOf(environment);
    hints = List.copyOf(hints);
    evidence = List.copyOf(evidence);
  }

  /**
   * @throws IllegalArgumentException where the text is not a specifier
   */
  static SpecifierSet allowed(String specifier, Version packageVersion) {
    return SpecifierSet.parse(specifier.replace("{version}", packageVersion.toString()));
  }
}
