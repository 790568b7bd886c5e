package wheelbase.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.diagnostic.Wording;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.resolver.HashChecking;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;

/**
 * What pip's hash checking would refuse on a target: hashes that were made on one Python or
 * platform rarely hold on another.
 */
final class HashesMissing implements Finder {
  private static final String ANYWHERE =
      "`uv pip compile --universal --generate-hashes` writes hashes for every Python and platform";

  /** Left out by pip-compile unless told otherwise. */
  private static final Set<String> LEFT_OUT = Set.of("setuptools", "pip", "distribute");

  /** Packages of which one sentence is true. */
  private record Alike(boolean hasLine, String where) {}

  @Override
  public List<Diagnostic> in(Surveyed project) {
    Map<HashChecking.Fault, Map<PackageName, Set<TargetPlatform>>> faults = new TreeMap<>();
    for (Map.Entry<TargetPlatform, Resolved> each : project.resolved().entrySet()) {
      HashChecking checking = HashChecking.of(project.resolving().request(each.getKey()));
      checking
          .faults(each.getValue())
          .forEach(
              (name, fault) ->
                  faults
                      .computeIfAbsent(fault, key -> new TreeMap<>())
                      .computeIfAbsent(name, key -> new LinkedHashSet<>())
                      .add(each.getKey()));
    }
    List<Diagnostic> found = new ArrayList<>();
    faults.forEach(
        (fault, packages) -> {
          Map<Alike, List<PackageName>> alike = new LinkedHashMap<>();
          packages.forEach(
              (name, targets) ->
                  alike
                      .computeIfAbsent(
                          new Alike(
                              hasLine(project, name),
                              project.whereabouts().unlessEverywhere(targets)),
                          key -> new ArrayList<>())
                      .add(name));
          alike.forEach(
              (same, names) -> found.add(finding(project, fault, same.where(), names, packages)));
        });
    return found;
  }

  private static Diagnostic finding(
      Surveyed project,
      HashChecking.Fault fault,
      String where,
      List<PackageName> names,
      Map<PackageName, Set<TargetPlatform>> targets) {
    PackageName first = names.get(0);
    List<String> all = names.stream().map(PackageName::value).toList();
    boolean one = all.size() == 1;
    String message =
        switch (fault) {
          case MISSING ->
              Wording.some(all)
                  + (hasLine(project, first)
                      ? (one ? " has no hash on its line" : " have no hash on their lines") + where
                      : (one ? " comes in" : " come in")
                          + where
                          + " and no line gives "
                          + (one ? "its hash" : "their hashes"))
                  + ": pip refuses "
                  + (one ? "it" : "them")
                  + ", since other lines have hashes";
          case UNPINNED ->
              Wording.some(all)
                  + (one ? " has" : " have")
                  + " no hash and no exact version, and other lines have hashes: pip refuses"
                  + (one ? " it" : " them")
                  + where;
          case MISMATCH ->
              Wording.some(all)
                  + ": the hashes are of other files than pip would take"
                  + where
                  + ", so it refuses "
                  + (one ? "it" : "them");
        };
    StringBuilder details = new StringBuilder(message);
    for (PackageName name : names) {
      details.append("\n").append(title(project, name, targets.get(name).iterator().next()));
    }
    Diagnostic finding =
        Diagnostic.warning(id(fault), details.toString())
            .withHint(hint(where, all))
            .because(project.paths().blame(first, targets.get(first).iterator().next()));
    return place(project, first).map(finding::at).orElse(finding);
  }

  private static boolean hasLine(Surveyed project, PackageName name) {
    return project.requirements().requirements().stream().anyMatch(line -> isAbout(line, name));
  }

  private static boolean isAbout(DeclaredRequirement line, PackageName name) {
    return line.requirement().filter(each -> each.name().equals(name)).isPresent();
  }

  private static String id(HashChecking.Fault fault) {
    return switch (fault) {
      case MISSING -> "hash-missing";
      case UNPINNED -> "hash-of-no-exact-version";
      case MISMATCH -> "hash-of-another-file";
    };
  }

  private static String hint(String where, List<String> names) {
    return where.isEmpty() && LEFT_OUT.containsAll(names)
        ? "`pip-compile --allow-unsafe --generate-hashes` keeps " + Wording.list(names)
        : ANYWHERE;
  }

  private static String title(Surveyed project, PackageName name, TargetPlatform target) {
    Pin pin = project.resolved().get(target).pins().get(name);
    return name
        + pin.version().map(version -> " " + version).orElse("")
        + pin.file().map(file -> ": " + file.fileName()).orElse("");
  }

  /** The package's own line, or the first with a hash: that is where hash checking begins. */
  private static Optional<SourceSpan> place(Surveyed project, PackageName name) {
    List<DeclaredRequirement> lines = project.requirements().requirements();
    return lines.stream()
        .filter(line -> isAbout(line, name))
        .findFirst()
        .or(() -> lines.stream().filter(line -> !line.hashes().isEmpty()).findFirst())
        .map(DeclaredRequirement::place);
  }
}
