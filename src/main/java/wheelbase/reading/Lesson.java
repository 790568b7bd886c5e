package wheelbase.reading;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.index.SdistContents.Language;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.syslibs.DraftRule;

/**
 * What the files of one release taught about the system libraries that its package needs.
 *
 * @param wheels one for each kind of platform that has one
 * @param sdist empty where the release has none
 */
public record Lesson(
    PackageName name,
    Version version,
    PythonRelease python,
    List<Wheel> wheels,
    Optional<Sdist> sdist,
    DraftRule draft) {
  public Lesson {
    wheels = List.copyOf(wheels);
  }

  /**
   * A wheel that was read.
   *
   * @param target that gets it
   * @param needs by the distribution releases that it fits
   */
  public record Wheel(
      String fileName,
      TargetPlatform target,
      WheelReading reading,
      Map<DistributionRelease, WheelNeeds> needs) {
    public Wheel {
      SortedMap<DistributionRelease, WheelNeeds> sorted =
          new TreeMap<>(Comparator.comparing(DistributionRelease::id));
      sorted.putAll(needs);
      needs = Collections.unmodifiableSortedMap(sorted);
    }

    /** Whether it has no machine code. */
    public boolean isPure() {
      return reading.roots().isEmpty() && reading.unreached().isEmpty();
    }
  }

  /**
   * The sdist.
   *
   * @param languages that pip would compile
   * @param optional whether the build gets along without a compiler
   */
  public record Sdist(
      String fileName,
      Set<Language> languages,
      boolean optional,
      SourceReading reading,
      SourceNeeds needs) {
    public Sdist {
      languages = Set.copyOf(languages);
    }
  }

  /** Whether no file of it has machine code or compiles to some. */
  public boolean isPure() {
    return wheels.stream().allMatch(Wheel::isPure)
        && sdist.map(read -> read.languages().isEmpty()).orElse(true);
  }
}
