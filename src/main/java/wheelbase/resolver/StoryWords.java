package wheelbase.resolver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.Marker;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;

/** The sentences of a story: {@code and} goes on, {@code but} contradicts. */
final class StoryWords {
  /** More pre-releases are counted. */
  private static final int NAMED = 2;

  private final List<Sentence> sentences = new ArrayList<>();
  private final Map<PackageName, List<List<SpecifierSet>>> asked = new HashMap<>();

  private StoryWords() {}

  static List<Sentence> of(List<Step> story) {
    StoryWords words = new StoryWords();
    story.forEach(words::put);
    return List.copyOf(words.sentences);
  }

  private void put(Step step) {
    if (step instanceof Step.Line line) {
      Requirement requirement = line.line().requirement();
      String place = line.line().place().file() + ":" + line.line().place().line();
      say(
          contradicts(List.of(requirement)),
          place + (line.constraint() ? " allows only" : " wants"),
          withCondition(requirement));
    } else if (step instanceof Step.Needs needs) {
      say(
          contradicts(needs.anyOf()),
          needs.releases().words() + (needs.releases().isOne() ? " needs" : " need"),
          needs.anyOf().stream()
              .map(StoryWords::withCondition)
              .collect(Collectors.joining(" or ")));
    } else if (step instanceof Step.Unfit unfit) {
      put(unfit);
    } else if (step instanceof Step.NoRelease none) {
      String sentence =
          none.several()
              ? "no release of " + none.about() + " is all of that"
              : "there is no such release of " + none.about();
      say(true, sentence + instead(none.nearest()), "");
    } else if (step instanceof Step.NoProject none) {
      say(true, "no index knows " + none.about(), "");
    } else if (step instanceof Step.PipGivesUp up) {
      String pins =
          up.solution().entrySet().stream()
              .map(pin -> pin.getKey() + "==" + pin.getValue())
              .collect(Collectors.joining(", "));
      say(true, "there is a solution that pip does not find: it has", pins);
    } else if (step instanceof Step.NotLocked lock) {
      say(true, lock.fault().message(), "");
    } else if (step instanceof Step.Likewise likewise) {
      ReleaseGroup releases = likewise.releases();
      say(false, releases.words() + (releases.isOne() ? " fares" : " fare") + " likewise", "");
    }
  }

  private void put(Step.Unfit unfit) {
    ReleaseGroup releases = unfit.releases();
    boolean one = releases.isOne();
    String have = releases.words() + (one ? " has" : " have");
    String instead = unfit.instead().map(newest -> " is " + newest).orElse("");
    Step.Why why = unfit.why();
    if (why instanceof Step.Why.OtherPython python) {
      say(
          true,
          releases.words() + (one ? " requires" : " require"),
          "Python "
              + python.needed()
              + ", and the target has "
              + python.target()
              + (instead.isEmpty() ? "" : "; the newest for that" + instead));
    } else if (why instanceof Step.Why.NoWheel wheel) {
      String no = " no wheel for " + wheel.target().id() + ", and only wheels are wanted";
      say(true, have + no + (instead.isEmpty() ? "" : "; the newest that has one" + instead), "");
    } else if (why instanceof Step.Why.NoFileFits) {
      String none = " no file that fits the target";
      say(true, have + none + (instead.isEmpty() ? "" : "; the newest that has one" + instead), "");
    } else if (why instanceof Step.Why.OnlyWheels) {
      say(true, have + " only wheels, and those were ruled out", "");
    } else if (why instanceof Step.Why.Yanked) {
      String was = one ? " was" : " were";
      String taken = one ? "is taken" : "are taken";
      say(
          true,
          releases.words() + was + " yanked, and " + taken + " only where == asks for it",
          "");
    } else if (why instanceof Step.Why.OtherHash) {
      say(true, have + " no file with a hash that is given", "");
    } else if (releases.versions().size() > NAMED) {
      String many = releases.versions().size() + " pre-releases of " + releases.name();
      say(true, many + " are taken by pip only when asked for", "");
    } else {
      String are = one ? " is a pre-release" : " are pre-releases";
      say(true, releases.words() + are + ", which pip takes only when asked", "");
    }
  }

  private static String instead(List<Version> nearest) {
    if (nearest.isEmpty()) {
      return ", which has none at all";
    }
    return nearest.size() == 1
        ? ", the nearest is " + nearest.get(0)
        : ", the nearest are " + nearest.get(0) + " and " + nearest.get(1);
  }

  /** What else has to hold is said, unless it is only that the extra was asked for. */
  private static String withCondition(Requirement requirement) {
    Optional<String> condition =
        requirement
            .marker()
            .map(Marker::toString)
            .filter(marker -> !marker.matches("extra == \"[^\"]*\""));
    return requirement.withoutMarker() + condition.map(marker -> " where " + marker).orElse("");
  }

  /** Against what was asked before of the same package. */
  private boolean contradicts(List<Requirement> anyOf) {
    List<SpecifierSet> now = anyOf.stream().map(Requirement::specifier).toList();
    List<List<SpecifierSet>> before =
        asked.computeIfAbsent(anyOf.get(0).name(), any -> new ArrayList<>());
    boolean contradicts =
        before.stream()
            .anyMatch(
                others ->
                    others.stream()
                        .allMatch(
                            other ->
                                now.stream().allMatch(set -> set.and(other).isUnsatisfiable())));
    before.add(now);
    return contradicts;
  }

  private void say(boolean but, String subject, String object) {
    sentences.add(new Sentence(sentences.isEmpty() ? "" : but ? "but" : "and", subject, object));
  }
}
