package wheelbase.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Catalogue;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.platform.DistributionRelease;

/** A base whose Python or distribution nobody mends any more, or soon will not. */
final class EndOfLifeBase implements Finder {
  private static final int MONTHS_BEFORE = 6;
  private static final String WHY =
      "faults that are found in it after that day stay in the image, those of security too";

  @Override
  public List<Finding> find(Audited audited) {
    List<Finding> found = new ArrayList<>();
    Set<String> told = new LinkedHashSet<>();
    for (StageFacts stage : audited.stages()) {
      if (stage.parent().isEmpty() && stage.base().isPresent()) {
        BaseName base = stage.base().get();
        if (told.add(base.reference().text())) {
          SourceSpan place = audited.place(stage.stage().base().extent());
          python(base)
              .ifPresent(
                  end ->
                      tell(
                          audited,
                          "python-end-of-life",
                          "Python " + base.python().get(),
                          end,
                          place,
                          newestPython(audited),
                          found));
          distribution(base)
              .ifPresent(
                  end ->
                      tell(
                          audited,
                          "distribution-end-of-life",
                          title(base),
                          end,
                          place,
                          newestRelease(audited, base),
                          found));
        }
      }
    }
    return found;
  }

  private static void tell(
      Audited audited,
      String id,
      String what,
      LocalDate end,
      SourceSpan place,
      String newer,
      List<Finding> found) {
    LocalDate today = audited.today();
    if (end.isBefore(today)) {
      found.add(
          new Finding(
              Diagnostic.warning(id, what + " has had no fixes since " + end)
                  .withHint("build on a release that is looked after: `" + newer + "`")
                  .at(place),
              WHY));
    } else if (end.minusMonths(MONTHS_BEFORE).isBefore(today)) {
      found.add(
          new Finding(
              Diagnostic.note("end-of-life-near", what + " gets no more fixes after " + end)
                  .withHint("plan the step to `" + newer + "`")
                  .at(place),
              WHY));
    }
  }

  private static String newestPython(Audited audited) {
    return "python:"
        + Catalogue.shipped().defaultSeries(audited.today())
        + "-"
        + Catalogue.AUTOMATIC.get(0);
  }

  /** The same Python on a newer release of the same family, where there is one. */
  private static String newestRelease(Audited audited, BaseName base) {
    boolean slim = base.reference().tag().filter(tag -> tag.contains("slim")).isPresent();
    String variant =
        base.isAlpine()
            ? DistributionRelease.ALPINE_3_24.suffix()
            : (slim ? "slim-" : "") + DistributionRelease.DEBIAN_13.suffix();
    return switch (base.family()) {
      case PYTHON ->
          base.python()
              .flatMap(series -> Catalogue.shipped().find(series, variant))
              .map(BaseImage::reference)
              .orElseGet(() -> newestPython(audited));
      case DEBIAN, OTHER -> "debian:" + DistributionRelease.DEBIAN_13.suffix();
      case ALPINE -> DistributionRelease.ALPINE_3_24.id();
      case UBUNTU -> DistributionRelease.UBUNTU_24_04.id();
    };
  }

  private static Optional<LocalDate> python(BaseName base) {
    return base.image()
        .map(BaseImage::pythonEndOfLife)
        .or(() -> base.python().flatMap(series -> ofCatalogue(series)))
        .or(() -> base.python().flatMap(series -> EndOfLifeDates.of("python", series)));
  }

  private static Optional<LocalDate> ofCatalogue(String series) {
    return Catalogue.shipped().images().stream()
        .filter(image -> image.series().equals(series))
        .map(BaseImage::pythonEndOfLife)
        .findFirst();
  }

  private static Optional<LocalDate> distribution(BaseName base) {
    Optional<LocalDate> known =
        base.image()
            .map(
                image ->
                    Catalogue.shipped()
                        .longTermSupportEnd(image.distribution())
                        .orElse(image.distributionEndOfLife()));
    return known.or(
        () -> base.release().flatMap(release -> EndOfLifeDates.of(family(base), release)));
  }

  private static String family(BaseName base) {
    return base.isAlpine()
        ? "alpine"
        : base.family() == BaseName.Family.UBUNTU ? "ubuntu" : "debian";
  }

  private static String title(BaseName base) {
    String family = family(base);
    return family.substring(0, 1).toUpperCase(Locale.ROOT)
        + family.substring(1)
        + " "
        + base.release().orElse("");
  }
}
