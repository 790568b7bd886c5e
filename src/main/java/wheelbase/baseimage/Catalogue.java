package wheelbase.baseimage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;

/**
 * The tags of the official {@code python} image that wheelbase knows: what is in them, what they
 * weigh, how long they are looked after. No method reads a clock: a date is passed in.
 */
public final class Catalogue {
  /** What {@code --base auto} compares; the other variants are there for whoever names them. */
  public static final List<String> AUTOMATIC =
      List.of("slim-trixie", "slim-bookworm", "alpine3.24");

  private static final class Shipped {
    static final Catalogue INSTANCE = CatalogueReader.read();
  }

  private final List<Entry> entries;
  private final Map<String, LocalDate> released;
  private final Map<DistributionRelease, LocalDate> endOfLife;
  private final Map<DistributionRelease, LocalDate> longTermSupport;

  Catalogue(
      List<Entry> entries,
      Map<String, LocalDate> released,
      Map<DistributionRelease, LocalDate> endOfLife,
      Map<DistributionRelease, LocalDate> longTermSupport) {
    this.entries = List.copyOf(entries);
    this.released = Map.copyOf(released);
    this.endOfLife = Map.copyOf(endOfLife);
    this.longTermSupport = Map.copyOf(longTermSupport);
  }

  /**
   * @param measured which sizes were read off published images ({@code on_disk.amd64}); the others
   *     are derived from a neighbour, within 3 % on disk and 8 % to pull
   * @param asOf year and month, maybe day, of the sizes
   */
  record Entry(BaseImage image, List<String> measured, String asOf) {
    Entry {
      measured = List.copyOf(measured);
    }
  }

  /** The catalogue that the program carries. */
  public static Catalogue shipped() {
    return Shipped.INSTANCE;
  }

  /** The last day with full support. */
  LocalDate endOfLife(DistributionRelease distribution) {
    return Optional.ofNullable(endOfLife.get(distribution)).orElseThrow();
  }

  /** Oldest Python first; within it slim, Alpine, full, each with the newest release first. */
  public List<BaseImage> images() {
    return entries.stream().map(Entry::image).toList();
  }

  /**
   * @param series {@code 3.13}
   * @param variant {@code slim-trixie}
   */
  public Optional<BaseImage> find(String series, String variant) {
    return images().stream()
        .filter(image -> image.series().equals(series) && image.variant().equals(variant))
        .findFirst();
  }

  /** Oldest first: {@code 3.10} to {@code 3.14}. */
  public List<String> seriesList() {
    return images().stream()
        .sorted(Comparator.comparing(BaseImage::python))
        .map(BaseImage::series)
        .distinct()
        .toList();
  }

  /** Slim, Alpine, full, each with the newest release first. */
  public List<String> variants() {
    return images().stream().map(BaseImage::variant).distinct().toList();
  }

  /**
   * The series to take where nothing says which: the newest that has been out for a year. In its
   * first year a series lacks wheels of many projects.
   */
  public String defaultSeries(LocalDate today) {
    List<String> series = seriesList();
    return series.stream()
        .filter(each -> !released.get(each).plusYears(1).isAfter(today))
        .reduce((older, newer) -> newer)
        .orElse(series.get(0));
  }

  /** The last day of long-term support, where the distribution has such a thing. */
  public Optional<LocalDate> longTermSupportEnd(DistributionRelease distribution) {
    return Optional.ofNullable(longTermSupport.get(distribution));
  }

  /** Whether both sizes of the image were read off the published image, not derived. */
  public boolean isMeasured(BaseImage image, Architecture architecture) {
    return entries.stream()
        .filter(
            entry ->
                entry.image().series().equals(image.series())
                    && entry.image().variant().equals(image.variant()))
        .anyMatch(
            entry ->
                entry.measured().contains("on_disk." + architecture.engineName())
                    && entry.measured().contains("to_pull." + architecture.engineName()));
  }
}
