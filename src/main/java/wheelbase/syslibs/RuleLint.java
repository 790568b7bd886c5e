package wheelbase.syslibs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.PackageName;

/**
 * What is wrong or odd about rules files beyond their tests: what the format does not allow, what
 * is never reached or names what is not there, what is not in order.
 *
 * @param files how many were looked at
 * @param findings file by file; errors and warnings are to be mended, notes are to be known
 */
public record RuleLint(int files, List<Diagnostic> findings) {
  public RuleLint {
    findings = List.copyOf(findings);
  }

  /** Of the user's own files where there are any, else of the shipped ones. */
  public static RuleLint of(RuleCollection collection) {
    List<Diagnostic> findings = new ArrayList<>();
    for (PackageName name : collection.examinedPackages()) {
      List<LintFinding> found = new ArrayList<>();
      if (readable(findings, () -> found.addAll(PackageLint.of(rules(collection, name))))) {
        put(findings, collection.file(RuleFiles.PACKAGES, name.value()), found);
      }
    }
    Optional<Set<String>> named = named(collection);
    for (String id : collection.examinedLibraries()) {
      List<LintFinding> found = new ArrayList<>();
      if (readable(
          findings,
          () ->
              found.addAll(
                  LibraryLint.of(collection.library(id).orElseThrow().content(), named)))) {
        put(findings, collection.file(RuleFiles.LIBRARIES, id), found);
      }
    }
    int files = collection.examinedPackages().size() + collection.examinedLibraries().size();
    return new RuleLint(files, findings);
  }

  /** Whether nothing has to be mended. */
  public boolean isClean() {
    return findings.stream().allMatch(each -> each.severity() == Severity.NOTE);
  }

  private static PackageRules rules(RuleCollection collection, PackageName name) {
    return collection.rules(name).orElseThrow().content();
  }

  private static boolean readable(List<Diagnostic> findings, Supplier<?> looking) {
    try {
      looking.get();
      return true;
    } catch (RuleFileException broken) {
      findings.addAll(broken.diagnostics());
      return false;
    }
  }

  /** Every id that a rule names; empty where a file cannot be read, which may name any. */
  private static Optional<Set<String>> named(RuleCollection collection) {
    Set<String> named = new HashSet<>();
    for (PackageName name : collection.packages()) {
      boolean read =
          readable(
              new ArrayList<>(),
              () -> {
                for (Rule rule : rules(collection, name).rules()) {
                  named.addAll(rule.build());
                  named.addAll(rule.run());
                  named.addAll(rule.requires().keySet());
                }
                return named;
              });
      if (!read) {
        return Optional.empty();
      }
    }
    return Optional.of(named);
  }

  private static void put(
      List<Diagnostic> findings, RuleFiles.RuleFile file, List<LintFinding> found) {
    if (found.isEmpty()) {
      return;
    }
    RuleFilePlaces places = RuleFilePlaces.of(file);
    for (LintFinding each : found) {
      SourceSpan place = places.at(each.place());
      findings.add(each.diagnostic().at(place));
    }
  }
}
