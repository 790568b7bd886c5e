package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.ResolutionRequest.Formats;

/**
 * A project's page by version, newest first, as far as it is the same for every target. The targets
 * share it, and with it the sets that specifiers pick out of it, because comparing two thousand
 * versions with a specifier costs more than all else about a package.
 */
final class Releases {
  private final ProjectPage page;
  private final List<Release> list;
  private final CandidateSet finals;
  private final CandidateSet withYankedFiles;
  private final Map<SpecifierSet, CandidateSet> admitted = new ConcurrentHashMap<>();
  private final Map<View, Candidates> candidates = new ConcurrentHashMap<>();

  /** What decides which files can be taken. */
  private record View(TargetPlatform target, FileKinds kinds, Hashes hashes) {}

  Releases(ProjectPage page) {
    this.page = page;
    Map<Version, List<ReleaseFile>> byVersion = new TreeMap<>(Comparator.reverseOrder());
    for (ReleaseFile file : page.files()) {
      byVersion.computeIfAbsent(file.version(), version -> new ArrayList<>()).add(file);
    }
    List<Release> releases = new ArrayList<>();
    byVersion.forEach((version, files) -> releases.add(new Release(version, files)));
    list = List.copyOf(releases);
    finals = where(release -> !release.version().isPrerelease());
    withYankedFiles =
        where(release -> release.files().stream().anyMatch(file -> file.yanked().isPresent()));
  }

  ProjectPage page() {
    return page;
  }

  List<Release> list() {
    return list;
  }

  /** The place of a version that is on the list. */
  int placeOf(Version version) {
    int place = 0;
    while (!list.get(place).version().equals(version)) {
      place++;
    }
    return place;
  }

  /** The size of this project's sets: a place for each release and one for the absence. */
  int places() {
    return list.size() + 1;
  }

  CandidateSet finals() {
    return finals;
  }

  CandidateSet withYankedFiles() {
    return withYankedFiles;
  }

  /** As a target sees them; the resolutions for a target share what was judged. */
  Candidates candidates(TargetPlatform target, Formats formats, Hashes hashes) {
    return candidates.computeIfAbsent(
        new View(target, FileKinds.of(page.name(), formats), hashes),
        view -> new Candidates(this, view.target(), view.kinds(), view.hashes()));
  }

  /** The releases that the specifiers admit, pre-releases too. */
  CandidateSet admittedBy(SpecifierSet specifiers) {
    return admitted.computeIfAbsent(
        specifiers,
        set ->
            set.isEmpty()
                ? where(release -> true)
                : where(release -> set.admits(release.version())));
  }

  private CandidateSet where(Predicate<Release> test) {
    return CandidateSet.where(places(), place -> place < list.size() && test.test(list.get(place)));
  }
}
