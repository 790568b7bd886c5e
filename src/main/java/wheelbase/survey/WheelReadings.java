package wheelbase.survey;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import wheelbase.index.PackageIndex;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SharedObjects;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Libc;
import wheelbase.platform.TargetPlatform;
import wheelbase.reading.WheelReading;
import wheelbase.syslibs.Artifact;

/**
 * Reads the wheels that no rule speaks of: one for each version and C library, of the first
 * architecture, which stands for those of the others and of the other Pythons. The smallest come
 * first, until the allowance is used up: which are read depends on the index's pages, and not on
 * what the cache holds.
 */
public final class WheelReadings {
  private static final ReadingAllowance ALLOWANCE =
      new ReadingAllowance(24, 24_000_000, SharedObjects.Depth.REACHED.packedBytes());
  private static final int LANES = 4;

  private static final CompletableFuture<Optional<WheelReading>> NONE =
      CompletableFuture.completedFuture(Optional.empty());

  private final Map<Key, CompletableFuture<Optional<WheelReading>>> readings = new HashMap<>();

  private record Key(PackageName name, Version version, Libc.Kind libc) {
    static Key of(PackageName name, Version version, TargetPlatform target) {
      return new Key(name, version, target.libc().kind());
    }
  }

  private WheelReadings() {}

  /** Reads nothing. */
  public static WheelReadings none() {
    return new WheelReadings();
  }

  /** Begins to read what is worth it. */
  static WheelReadings begin(PackageIndex index, UnruledFiles files) {
    WheelReadings readings = new WheelReadings();
    Lanes lanes = new Lanes(LANES);
    for (Map.Entry<Key, ReleaseFile> wheel :
        ALLOWANCE.smallest(unruled(files).entrySet(), Map.Entry::getValue)) {
      readings.readings.put(wheel.getKey(), lanes.queue(() -> read(index, wheel.getValue())));
    }
    return readings;
  }

  /** What was read of a release for such a target; empty where it was not, or could not be. */
  CompletableFuture<Optional<WheelReading>> of(
      PackageName name, Version version, TargetPlatform target) {
    return readings.getOrDefault(Key.of(name, version, target), NONE);
  }

  /** That a wheel cannot be read is no reason to give up: without it, it is as if none were. */
  private static CompletableFuture<Optional<WheelReading>> read(
      PackageIndex index, ReleaseFile wheel) {
    return index
        .sharedObjects(wheel, SharedObjects.Depth.REACHED)
        .thenApply(objects -> Optional.of(WheelReading.of(wheel.fileName(), objects)))
        .exceptionally(failure -> Optional.empty());
  }

  private static Map<Key, ReleaseFile> unruled(UnruledFiles files) {
    Map<Key, ReleaseFile> unruled = new LinkedHashMap<>();
    for (UnruledFiles.Taken each : files.of(Artifact.WHEEL, WheelReadings::isForOnePlatform)) {
      ReleaseFile wheel = each.file();
      unruled.putIfAbsent(Key.of(wheel.project(), wheel.version(), each.target()), wheel);
    }
    return unruled;
  }

  private static boolean isForOnePlatform(ReleaseFile file) {
    return file.wheel()
        .map(wheel -> wheel.tags().stream().noneMatch(tag -> tag.platform().equals("any")))
        .orElse(false);
  }
}
