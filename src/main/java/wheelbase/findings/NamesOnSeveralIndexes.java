package wheelbase.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.Answers;
import wheelbase.index.ProjectPage;
import wheelbase.index.ProjectPage.Origin;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.resolver.Pin;
import wheelbase.survey.Cell;

/**
 * What is dangerous about where files come from: names that more than one index has, of which pip
 * takes whichever has the newest release (dependency confusion).
 */
final class NamesOnSeveralIndexes implements Finder {
  /** More names than these are told together. */
  private static final int TOLD_ONE_BY_ONE = 3;

  private static final String ID = "name-on-several-indexes";
  private static final String HINT =
      "have one index that decides (a proxy that serves the public one too) and name it alone with"
          + " --index-url";

  @Override
  public List<Diagnostic> in(Surveyed project) throws InterruptedException {
    Map<ProjectPage, Set<ReleaseFile>> byPage = new LinkedHashMap<>();
    for (Map.Entry<PackageName, Set<ReleaseFile>> taken : taken(project).entrySet()) {
      byPage.put(Answers.await(project.index().page(taken.getKey())), taken.getValue());
    }
    return of(byPage);
  }

  /**
   * @param taken of each page the files that pip takes, on one target or another
   */
  static List<Diagnostic> of(Map<ProjectPage, Set<ReleaseFile>> taken) {
    List<Shared> shared = new ArrayList<>();
    taken.forEach(
        (page, files) -> {
          if (page.origins().stream().filter(NamesOnSeveralIndexes::isIndex).count() > 1) {
            shared.add(new Shared(page, files));
          }
        });
    List<Diagnostic> findings = new ArrayList<>();
    findings.addAll(told(shared.stream().filter(Shared::publicWins).toList()));
    findings.addAll(told(shared.stream().filter(name -> !name.publicWins()).toList()));
    return findings;
  }

  /** The files that pip takes of each package, on all targets. */
  private static Map<PackageName, Set<ReleaseFile>> taken(Surveyed project) {
    Map<PackageName, Set<ReleaseFile>> taken = new LinkedHashMap<>();
    for (Cell cell : project.matrix().cells()) {
      cell.pin()
          .flatMap(Pin::file)
          .ifPresent(
              file -> taken.computeIfAbsent(cell.name(), name -> new LinkedHashSet<>()).add(file));
    }
    return taken;
  }

  private static boolean isIndex(Origin origin) {
    return origin.kind() != Origin.Kind.LINKS;
  }

  private static List<Diagnostic> told(List<Shared> names) {
    if (names.size() <= TOLD_ONE_BY_ONE) {
      return names.stream().map(Shared::alone).toList();
    }
    Map<String, List<Shared>> byIndexes = new LinkedHashMap<>();
    names.forEach(
        name -> byIndexes.computeIfAbsent(name.indexes(), key -> new ArrayList<>()).add(name));
    return byIndexes.values().stream()
        .map(group -> group.size() == 1 ? group.get(0).alone() : together(group))
        .toList();
  }

  private static Diagnostic together(List<Shared> names) {
    String some =
        names.stream()
            .limit(TOLD_ONE_BY_ONE)
            .map(name -> name.page().name().value())
            .collect(Collectors.joining(", "));
    int more = names.size() - TOLD_ONE_BY_ONE;
    Shared first = names.get(0);
    return first.diagnostic(
        names.size()
            + " names are on "
            + first.indexes()
            + " ("
            + some
            + (more > 0 ? " and " + more + " more" : "")
            + "): pip takes the newest release, whichever index has it"
            + (first.publicWins() ? ", and it takes these from the public one" : ""));
  }

  /**
   * A name on several indexes.
   *
   * @param taken the files that pip takes of it
   */
  private record Shared(ProjectPage page, Set<ReleaseFile> taken) {
    /** Where anybody may publish, something is taken that a private index does not have so. */
    boolean publicWins() {
      return page.origins().stream().anyMatch(origin -> origin.kind() == Origin.Kind.INDEX)
          && taken.stream().anyMatch(this::isOnlyPublic);
    }

    private boolean isOnlyPublic(ReleaseFile file) {
      return winner(file).kind() == Origin.Kind.PUBLIC_INDEX
          && page.origins().stream()
              .filter(origin -> origin.kind() == Origin.Kind.INDEX)
              .flatMap(origin -> origin.files().stream())
              .noneMatch(other -> isSame(file, other));
    }

    /** A mirror has the same file: it matters little who hands it out. */
    private static boolean isSame(ReleaseFile file, ReleaseFile other) {
      return file.fileName().equals(other.fileName())
          && file.hashes().containsKey("sha256")
          && file.hashes().get("sha256").equals(other.hashes().get("sha256"));
    }

    private Origin winner(ReleaseFile file) {
      return page.origins().stream()
          .filter(origin -> origin.files().contains(file))
          .reduce((earlier, later) -> later)
          .orElseThrow();
    }

    String indexes() {
      return page.origins().stream().map(Shared::shown).collect(Collectors.joining(" and "));
    }

    Diagnostic alone() {
      String has =
          page.origins().stream()
              .map(origin -> newest(origin) + " on " + shown(origin))
              .collect(Collectors.joining(", "));
      Set<String> wins = new LinkedHashSet<>();
      for (ReleaseFile file : taken) {
        wins.add(file.version() + " from " + shown(winner(file)));
      }
      return diagnostic(
          "`"
              + page.name()
              + "` is on more than one index ("
              + has
              + "): pip takes "
              + String.join(", and elsewhere ", wins)
              + (publicWins() ? ", where anybody may publish that name" : ""));
    }

    Diagnostic diagnostic(String message) {
      Diagnostic plain =
          publicWins() ? Diagnostic.warning(ID, message) : Diagnostic.note(ID, message);
      return plain.withHint(HINT);
    }

    private static Version newest(Origin origin) {
      return origin.files().stream()
          .map(ReleaseFile::version)
          .max(Version::compareTo)
          .orElseThrow();
    }

    private static String shown(Origin origin) {
      return origin.location()
          + (origin.kind() == Origin.Kind.PUBLIC_INDEX ? " (the public index)" : "");
    }
  }
}
