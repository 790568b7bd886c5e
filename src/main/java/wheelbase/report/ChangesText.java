package wheelbase.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.Analysis;
import wheelbase.Changes;
import wheelbase.Changes.VerdictChange;
import wheelbase.Changes.VersionChange;
import wheelbase.baseimage.Candidate;
import wheelbase.diagnostic.Wording;
import wheelbase.pep440.Version;
import wheelbase.platform.TargetPlatform;

/** What became of a project after something was changed, in sentences without full stops. */
public final class ChangesText {
  private static final int NAMED = 2;

  private final Analysis after;

  private ChangesText(Analysis after) {
    this.after = after;
  }

  /** What changed, the packages first; one sentence where nothing did. */
  public static List<String> sentences(Analysis before, Analysis after) {
    Changes changes = Changes.between(before, after);
    if (changes.isNone()) {
      return List.of("nothing changed");
    }
    ChangesText text = new ChangesText(after);
    List<String> sentences = new ArrayList<>();
    changes.versions().forEach(change -> sentences.add(text.version(change)));
    changes.verdicts().forEach(change -> sentences.add(text.verdict(change)));
    sentences.addAll(recommended(changes));
    return sentences;
  }

  /** {@code grpcio 1.76.0 becomes 1.78.1}. */
  private String version(VersionChange change) {
    String words =
        switch (change.kind()) {
          case COMES -> change.name() + number(change.to()) + " comes in";
          case GOES -> change.name() + number(change.from()) + " is gone";
          case CHANGES ->
              change.name()
                  + number(change.from())
                  + " becomes"
                  + (change.to().isPresent() ? number(change.to()) : " one outside the index");
        };
    return words + on(change.targets());
  }

  private static String number(Optional<Version> version) {
    return version.map(each -> " " + each).orElse("");
  }

  /** {@code grpcio: compiles -> wheel on cp313 alpine3.24 amd64}. */
  private String verdict(VerdictChange change) {
    return change.name()
        + ": "
        + VerdictWords.of(change.from()).words()
        + " -> "
        + VerdictWords.of(change.to()).words()
        + on(change.targets());
  }

  /** Nothing where it is so everywhere. */
  private String on(List<TargetPlatform> targets) {
    int all = after.targets().size();
    if (targets.size() == all) {
      return "";
    }
    if (targets.size() > NAMED) {
      return " on " + targets.size() + " of " + all + " targets";
    }
    return " on " + targets.stream().map(this::label).collect(Collectors.joining(" and "));
  }

  private String label(TargetPlatform target) {
    return Column.all(after).stream()
        .filter(column -> column.target().equals(target))
        .map(Column::label)
        .findFirst()
        .orElse(target.id());
  }

  private static List<String> recommended(Changes changes) {
    if (changes.chosenAfter().isEmpty()) {
      return changes.chosenBefore().isEmpty()
          ? List.of()
          : List.of("the project runs on none of these base images any more");
    }
    Candidate now = changes.chosenAfter().get();
    List<String> sentences = new ArrayList<>();
    if (changes.chosenBefore().isEmpty()) {
      sentences.add(now.image().reference() + " is recommended, none was before");
      return sentences;
    }
    Candidate before = changes.chosenBefore().get();
    if (!now.image().equals(before.image())) {
      sentences.add(now.image().reference() + " is recommended, not " + before.image().reference());
    }
    size(before, now).ifPresent(sentences::add);
    compiles(before, now).ifPresent(sentences::add);
    return sentences;
  }

  private static Optional<String> size(Candidate before, Candidate now) {
    long more = now.size().onDisk() - before.size().onDisk();
    String size = "the image is " + Bytes.megabytes(now.size().onDisk()) + " on disk";
    if (more == 0) {
      return Optional.empty();
    }
    return Optional.of(
        size + ", " + Bytes.megabytes(Math.abs(more)) + (more > 0 ? " more" : " less"));
  }

  private static Optional<String> compiles(Candidate before, Candidate now) {
    int compiled = before.sourceBuilds().size();
    int compiles = now.sourceBuilds().size();
    if (compiled == compiles) {
      return Optional.empty();
    }
    return Optional.of(
        compiles == 0
            ? "nothing compiles in it any more"
            : Wording.count(compiles, "package")
                + (compiles == 1 ? " compiles" : " compile")
                + " in it, "
                + compiled
                + " before");
  }
}
