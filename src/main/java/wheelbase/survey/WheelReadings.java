package wheelbase.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import wheelbase.baseimage.BaseImage;
import wheelbase.index.PackageIndex;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SharedObjects;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.Libc;
import wheelbase.platform.TargetPlatform;
import wheelbase.reading.WheelReading;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolved;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.InstallCase;
import wheelbase.syslibs.RuleBook;

/**
 * Reads the wheels that no rule speaks of: one for each version and C library, of the first
 * architecture, which stands for those of the others and of the other Pythons. The smallest come
 * first, until the allowance is used up: which are read depends on the index's pages, and not on
 * what the cache holds.
 */
public final class WheelReadings {
  private static final int MOST_WHEELS = 24;
  private static final long MOST_BYTES = 24_000_000;
  private static final int LANES = 4;

  /** What a wheel of unknown size counts for. */
  private static final long UNKNOWN_SIZE = 2_000_000;

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
  public static WheelReadings begin(
      PackageIndex index,
      RuleBook rules,
      List<BaseImage> images,
      List<Architecture> architectures,
      Map<TargetPlatform, TargetAnalysis> targets) {
    WheelReadings readings = new WheelReadings();
    List<Map.Entry<Key, ReleaseFile>> wheels =
        affordable(unruled(rules, images, architectures, targets));
    List<CompletableFuture<?>> lanes = new ArrayList<>();
    for (int lane = 0; lane < LANES; lane++) {
      lanes.add(CompletableFuture.completedFuture(null));
    }
    for (int number = 0; number < wheels.size(); number++) {
      Map.Entry<Key, ReleaseFile> wheel = wheels.get(number);
      CompletableFuture<Optional<WheelReading>> reading =
          lanes.get(number % LANES).thenCompose(before -> read(index, wheel.getValue()));
      lanes.set(number % LANES, reading);
      readings.readings.put(wheel.getKey(), reading);
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

  private static Map<Key, ReleaseFile> unruled(
      RuleBook rules,
      List<BaseImage> images,
      List<Architecture> architectures,
      Map<TargetPlatform, TargetAnalysis> targets) {
    Map<Key, ReleaseFile> unruled = new LinkedHashMap<>();
    for (Architecture architecture : architectures) {
      for (BaseImage image : images) {
        TargetPlatform target = image.target(architecture);
        Map<PackageName, Pin> pins =
            Optional.ofNullable(targets.get(target))
                .flatMap(analysis -> analysis.resolution().resolved())
                .map(Resolved::pins)
                .orElse(Collections.emptySortedMap());
        for (Pin pin : pins.values()) {
          pin.file()
              .filter(WheelReadings::isForOnePlatform)
              .filter(wheel -> !isRuled(rules, wheel, target, image, pins.keySet()))
              .ifPresent(
                  wheel ->
                      unruled.putIfAbsent(Key.of(wheel.project(), wheel.version(), target), wheel));
        }
      }
    }
    return unruled;
  }

  private static boolean isForOnePlatform(ReleaseFile file) {
    return file.wheel()
        .map(wheel -> wheel.tags().stream().noneMatch(tag -> tag.platform().equals("any")))
        .orElse(false);
  }

  private static boolean isRuled(
      RuleBook rules,
      ReleaseFile wheel,
      TargetPlatform target,
      BaseImage image,
      Set<PackageName> installed) {
    return rules.speaksOf(
        wheel.project(),
        new InstallCase(
            wheel.version(), Artifact.WHEEL, target, image.distribution(), installed, Set.of()));
  }

  private static List<Map.Entry<Key, ReleaseFile>> affordable(Map<Key, ReleaseFile> wheels) {
    List<Map.Entry<Key, ReleaseFile>> affordable = new ArrayList<>();
    long bytes = 0;
    for (Map.Entry<Key, ReleaseFile> wheel :
        wheels.entrySet().stream()
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<Key, ReleaseFile> each) ->
                            each.getValue().size().orElse(UNKNOWN_SIZE))
                    .thenComparing(each -> each.getValue().fileName()))
            .limit(MOST_WHEELS)
            .toList()) {
      bytes +=
          Math.min(
              wheel.getValue().size().orElse(UNKNOWN_SIZE),
              SharedObjects.Depth.REACHED.packedBytes());
      if (bytes > MOST_BYTES) {
        break;
      }
      affordable.add(wheel);
    }
    return affordable;
  }
}
