package wheelbase.survey;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import wheelbase.index.PackageIndex;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.index.SdistStudy;
import wheelbase.reading.SourceNeeds;
import wheelbase.reading.SourceReading;
import wheelbase.reading.SourceStudy;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.RuleBook;

/**
 * Reads the sdists that have to be compiled and that no rule speaks of, each once for all targets.
 * The smallest come first, until the allowance is used up: which are read depends on the index's
 * pages and on the sdists, and not on what the cache holds.
 */
public final class SourceReadings {
  private static final ReadingAllowance ALLOWANCE =
      new ReadingAllowance(12, 24_000_000, SourceStudy.PACKED_BYTES);
  private static final int LANES = 2;

  private final CompletableFuture<Map<String, CompletableFuture<Optional<Read>>>> readings;

  /**
   * What was read.
   *
   * @param complete whether it was read to its end
   */
  record Read(SourceNeeds needs, boolean complete) {}

  private record Sdist(ReleaseFile file, SdistContents contents) {}

  private SourceReadings(
      CompletableFuture<Map<String, CompletableFuture<Optional<Read>>>> readings) {
    this.readings = readings;
  }

  /** Reads nothing. */
  public static SourceReadings none() {
    return new SourceReadings(CompletableFuture.completedFuture(Map.of()));
  }

  /** Begins to read what is worth it. */
  static SourceReadings begin(PackageIndex index, UnruledFiles files) {
    List<CompletableFuture<Optional<Sdist>>> looked =
        unruled(files).stream().map(file -> looked(index, file)).toList();
    return new SourceReadings(
        CompletableFuture.allOf(looked.toArray(CompletableFuture<?>[]::new))
            .thenApply(
                all ->
                    read(
                        index,
                        files.rules(),
                        ALLOWANCE.smallest(
                            looked.stream().flatMap(each -> each.join().stream()).toList(),
                            Sdist::file))));
  }

  /** What was read of an sdist; empty where it was not, or could not be. */
  CompletableFuture<Optional<Read>> of(String fileName) {
    return readings.thenCompose(
        all -> all.getOrDefault(fileName, CompletableFuture.completedFuture(Optional.empty())));
  }

  /** That one cannot be looked into is told by whoever judges it. */
  private static CompletableFuture<Optional<Sdist>> looked(PackageIndex index, ReleaseFile file) {
    return index
        .sdistContents(file)
        .thenApply(
            contents -> Optional.of(new Sdist(file, contents)).filter(each -> contents.compiles()))
        .exceptionally(failure -> Optional.empty());
  }

  private static Map<String, CompletableFuture<Optional<Read>>> read(
      PackageIndex index, RuleBook rules, List<Sdist> sdists) {
    Map<String, CompletableFuture<Optional<Read>>> readings = new HashMap<>();
    Lanes lanes = new Lanes(LANES);
    for (Sdist sdist : sdists) {
      readings.put(sdist.file().fileName(), lanes.queue(() -> read(index, rules, sdist)));
    }
    return readings;
  }

  private static CompletableFuture<Optional<Read>> read(
      PackageIndex index, RuleBook rules, Sdist sdist) {
    SdistStudy study = SourceStudy.by(rules.provided());
    return index
        .sdistStudy(sdist.file(), study)
        .thenApply(
            bytes -> {
              SourceReading reading = SourceStudy.reading(bytes);
              return Optional.of(
                  new Read(
                      SourceNeeds.of(reading, sdist.contents().languages(), rules.provided()),
                      !reading.cutOff()));
            })
        .exceptionally(failure -> Optional.empty());
  }

  private static Collection<ReleaseFile> unruled(UnruledFiles files) {
    Map<String, ReleaseFile> unruled = new LinkedHashMap<>();
    for (UnruledFiles.Taken each : files.of(Artifact.SDIST, file -> !file.isWheel())) {
      unruled.putIfAbsent(each.file().fileName(), each.file());
    }
    return unruled.values();
  }
}
