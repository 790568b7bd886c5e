package wheelbase.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import wheelbase.audit.SourceNeeds;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.syslibs.RuleBook;

/** What packages would need from source, by the rules; nothing where none speaks. */
final class RuledNeeds implements SourceNeeds {
  private final RuleBook rules;

  /**
   * @param own the user's own rules directory
   */
  RuledNeeds(Optional<Path> own) {
    this.rules = RuleBook.shipped(own);
  }

  @Override
  public Set<String> packages(
      PackageName name, Version version, TargetPlatform target, DistributionRelease distribution) {
    LibraryNeeds needs = rules.needs(name, version, Artifact.SDIST, target, distribution, Set.of());
    Set<String> found = new HashSet<>();
    if (needs.known()) {
      needs.buildTools().forEach(each -> found.addAll(rules.buildPackages(each, distribution)));
      needs.buildLibraries().forEach(each -> found.addAll(rules.buildPackages(each, distribution)));
      needs.runLibraries().forEach(each -> found.addAll(rules.runPackages(each, distribution)));
    }
    return found;
  }
}
