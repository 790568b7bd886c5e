package wheelbase.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wheelbase.index.Answers;
import wheelbase.index.PackageIndex;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.index.SdistContents.Language;
import wheelbase.index.SharedObjects;
import wheelbase.pep440.Version;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.syslibs.RuleBook;

/**
 * Reads the files of one release, and drafts a rule from them: a wheel for glibc on either
 * architecture, one for musl, and the sdist. Nothing of them is run.
 */
public final class Learner {
  private final PackageIndex index;
  private final RuleBook rules;
  private final BaseLibraries base;

  public Learner(PackageIndex index, RuleBook rules, BaseLibraries base) {
    this.index = index;
    this.rules = rules;
    this.base = base;
  }

  /**
   * The newest version that is neither a pre-release nor yanked, else the newest of all.
   *
   * @return empty where the page has no files
   */
  public static Optional<Version> newest(ProjectPage page) {
    return page.files().stream()
        .filter(file -> file.yanked().isEmpty() && !file.version().isPrerelease())
        .map(ReleaseFile::version)
        .max(Version::compareTo)
        .or(() -> page.files().stream().map(ReleaseFile::version).max(Version::compareTo));
  }

  /**
   * @param version one that has files on the page
   * @throws wheelbase.index.IndexException where a file cannot be read
   */
  public Lesson learn(ProjectPage page, Version version, PythonRelease python)
      throws InterruptedException {
    List<ReleaseFile> files =
        page.files().stream().filter(file -> file.version().equals(version)).toList();
    List<Lesson.Wheel> wheels = new ArrayList<>();
    for (TargetPlatform target : targets(python)) {
      Optional<ReleaseFile> best =
          files.stream()
              .filter(ReleaseFile::isWheel)
              .filter(file -> target.rank(file.wheel().orElseThrow()).isPresent())
              .min(
                  (one, other) ->
                      Integer.compare(
                          target.rank(one.wheel().orElseThrow()).getAsInt(),
                          target.rank(other.wheel().orElseThrow()).getAsInt()));
      if (best.isPresent()
          && wheels.stream().noneMatch(read -> read.fileName().equals(best.get().fileName()))) {
        wheels.add(wheel(best.get(), target));
      }
    }
    Optional<ReleaseFile> source = files.stream().filter(file -> !file.isWheel()).findFirst();
    Optional<Lesson.Sdist> sdist =
        source.isPresent() ? Optional.of(sdist(source.get())) : Optional.empty();
    return new Lesson(
        page.name(),
        version,
        python,
        wheels,
        sdist,
        new LessonDraft(page.name(), version, python, wheels, sdist, rules).rule());
  }

  private static List<TargetPlatform> targets(PythonRelease python) {
    return Stream.of(DistributionRelease.DEBIAN_13, DistributionRelease.ALPINE_3_24)
        .flatMap(
            release ->
                Stream.of(Architecture.AMD64, Architecture.ARM64)
                    .map(architecture -> new TargetPlatform(python, release.libc(), architecture)))
        .toList();
  }

  private Lesson.Wheel wheel(ReleaseFile file, TargetPlatform target) throws InterruptedException {
    SharedObjects objects = Answers.await(index.sharedObjects(file, SharedObjects.Depth.ALL));
    WheelReading reading = WheelReading.of(file.fileName(), objects);
    Map<DistributionRelease, WheelNeeds> needs = new HashMap<>();
    for (DistributionRelease release : DistributionRelease.SUPPORTED) {
      TargetPlatform there =
          new TargetPlatform(target.python(), release.libc(), target.architecture());
      if (there.rank(file.wheel().orElseThrow()).isPresent()) {
        needs.put(release, WheelNeeds.of(reading, release, base, rules));
      }
    }
    return new Lesson.Wheel(file.fileName(), target, reading, needs);
  }

  private Lesson.Sdist sdist(ReleaseFile file) throws InterruptedException {
    SdistContents contents = Answers.await(index.sdistContents(file));
    SourceReading reading =
        SourceReading.of(
            Answers.await(index.sdistFiles(file, SourcePaths::wanted)), rules.provided());
    Set<Language> languages = EnumSet.noneOf(Language.class);
    languages.addAll(contents.languages());
    boolean optional = languages.isEmpty();
    if (optional) {
      languages.addAll(contents.optionalLanguages());
    }
    return new Lesson.Sdist(
        file.fileName(),
        languages,
        optional && !languages.isEmpty(),
        reading,
        SourceNeeds.of(reading, languages, rules.provided()));
  }
}
