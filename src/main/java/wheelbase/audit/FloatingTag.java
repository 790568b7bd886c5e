package wheelbase.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.baseimage.ImageReference;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.platform.DistributionRelease;

/** A base image whose tag will stand for something else one day. */
final class FloatingTag implements Finder {
  private static final String WHY =
      "the same Dockerfile builds another image on the day that the tag moves on";

  private static final String NEWEST_ALPINE = DistributionRelease.ALPINE_3_24.suffix();

  @Override
  public List<Finding> find(Audited audited) {
    List<Finding> found = new ArrayList<>();
    for (StageFacts stage : audited.stages()) {
      stage
          .base()
          .filter(base -> stage.parent().isEmpty() && base.reference().digest().isEmpty())
          .flatMap(base -> finding(audited, stage, base))
          .ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Finding> finding(Audited audited, StageFacts stage, BaseName base) {
    SourceSpan place = audited.place(stage.stage().base().extent());
    ImageReference name = base.reference();
    return switch (base.named()) {
      case ALL -> Optional.empty();
      case NOTHING ->
          // A bare name may be another build context, given with --build-context.
          base.isKnown() || name.tag().isPresent()
              ? Optional.of(
                  new Finding(
                      Diagnostic.warning("floating-tag", "`" + name + "` is whatever is newest")
                          .withHint("name a version" + suggestion(base))
                          .at(place),
                      WHY))
              : Optional.empty();
      case MAJOR ->
          Optional.of(
              new Finding(
                  Diagnostic.warning("floating-tag", "`" + name + "` moves to each new Python")
                      .withHint("name Python's minor version and the release" + suggestion(base))
                      .at(place),
                  WHY));
      case PYTHON_ONLY -> Optional.of(withoutRelease(audited, stage, base, place));
    };
  }

  private static Finding withoutRelease(
      Audited audited, StageFacts stage, BaseName base, SourceSpan place) {
    String text = base.reference().text();
    String release = base.image().map(image -> image.distribution().suffix()).orElse("trixie");
    String full =
        text.endsWith("-alpine")
            ? text.replaceFirst("-alpine$", "-" + release)
            : text + "-" + release;
    Finding finding =
        new Finding(
            Diagnostic.note(
                    "tag-without-release", "`" + text + "` names no release of its distribution")
                .withHint("today it is `" + full + "`: write that")
                .at(place),
            WHY);
    boolean literal =
        audited.dockerfile().source().written(stage.stage().base().extent()).equals(text);
    return literal && base.image().isPresent()
        ? finding.fixedBy(new TextEdit(stage.stage().base().extent(), full))
        : finding;
  }

  private static String suggestion(BaseName base) {
    return base.family() != BaseName.Family.PYTHON
        ? ""
        : ": `python:3.13-" + (base.isAlpine() ? NEWEST_ALPINE : "slim-trixie") + "`";
  }
}
