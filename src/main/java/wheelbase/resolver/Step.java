package wheelbase.resolver;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;

/**
 * One step of the story of a conflict: a fact that holds of the index or of the user's files. All
 * steps of a story together cannot be met. {@link StoryWords} has the sentences.
 */
public sealed interface Step {
  /** The package that it is about; empty where it is about the whole. */
  Optional<PackageName> subject();

  /** A line of the user's asks for it, or, in a constraints file, restricts it. */
  record Line(RootRequirement line, boolean constraint) implements Step {
    @Override
    public Optional<PackageName> subject() {
      return Optional.of(about());
    }

    public PackageName about() {
      return line.requirement().name();
    }
  }

  /**
   * Each of these releases needs one of these, all on one package.
   *
   * @param anyOf as it is written where they are alike; else the least that all of them need
   */
  record Needs(ReleaseGroup releases, List<Requirement> anyOf) implements Step {
    public Needs {
      anyOf = List.copyOf(anyOf);
    }

    @Override
    public Optional<PackageName> subject() {
      return Optional.of(about());
    }

    public PackageName about() {
      return anyOf.get(0).name();
    }
  }

  /**
   * None of these releases can be taken.
   *
   * @param instead the newest release that would do on the target, were it admitted
   */
  record Unfit(ReleaseGroup releases, Why why, Optional<Version> instead) implements Step {
    @Override
    public Optional<PackageName> subject() {
      return Optional.of(about());
    }

    public PackageName about() {
      return releases.name();
    }
  }

  /**
   * Nothing meets what was asked just now, although it sounds possible.
   *
   * @param several it takes more than one requirement
   * @param nearest what there is instead, oldest first: the neighbours of a pin, or the newest
   */
  record NoRelease(PackageName about, boolean several, List<Version> nearest) implements Step {
    public NoRelease {
      nearest = List.copyOf(nearest);
    }

    @Override
    public Optional<PackageName> subject() {
      return Optional.of(about);
    }
  }

  /** No index knows the name. */
  record NoProject(PackageName about) implements Step {
    @Override
    public Optional<PackageName> subject() {
      return Optional.of(about);
    }
  }

  /**
   * pip ends its search here, although there is a solution: its jumps back went over it.
   *
   * @param solution what the packages of the story are pinned to in one
   */
  record PipGivesUp(SortedMap<PackageName, Version> solution) implements Step {
    public PipGivesUp {
      solution = Collections.unmodifiableSortedMap(new TreeMap<>(solution));
    }

    @Override
    public Optional<PackageName> subject() {
      return Optional.empty();
    }
  }

  /** A lock file that was not made for the target, or has nothing for it, says why. */
  record NotLocked(Diagnostic fault) implements Step {
    @Override
    public Optional<PackageName> subject() {
      return Optional.empty();
    }
  }

  /** What is left out for shortness: these releases cannot be taken either. */
  record Likewise(ReleaseGroup releases) implements Step {
    @Override
    public Optional<PackageName> subject() {
      return Optional.of(about());
    }

    public PackageName about() {
      return releases.name();
    }
  }

  /** Why a release cannot be taken on a target. */
  sealed interface Why {
    /**
     * Its Requires-Python leaves the target's Python out.
     *
     * @param needed {@code 3.12 or later}, {@code 3.10 or older}; else specifiers
     */
    record OtherPython(String needed, PythonRelease target) implements Why {}

    /** It has none for the target, and sdists are ruled out. */
    record NoWheel(TargetPlatform target) implements Why {}

    /** Its wheels are for other targets, and it has no sdist. */
    record NoFileFits(TargetPlatform target) implements Why {}

    /** It has wheels only, and wheels are ruled out. */
    record OnlyWheels() implements Why {}

    /** It was withdrawn (PEP 592), and nothing pins it exactly. */
    record Yanked() implements Why {}

    /** Nothing mentions one. */
    record Prerelease() implements Why {}

    /** None of its files has a hash that is given, and one of another release has. */
    record OtherHash() implements Why {}
  }
}
