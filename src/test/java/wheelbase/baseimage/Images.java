package wheelbase.baseimage;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Base images and candidates in a line each. */
final class Images {
  private Images() {}

  /** {@code 3.13-slim-trixie}. */
  static BaseImage image(String tag) {
    int dash = tag.indexOf('-');
    return Catalogue.shipped().find(tag.substring(0, dash), tag.substring(dash + 1)).orElseThrow();
  }

  /** On {@code tag}, so many MB on disk, so many seconds, compiling those packages. */
  static Candidate candidate(String tag, long megabytes, int seconds, String... sourceBuilds) {
    return new Candidate(
        image(tag),
        List.of(sourceBuilds),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        size(megabytes),
        seconds);
  }

  static Candidate impossible(String tag, Unusable... unusable) {
    return new Candidate(
        image(tag),
        List.of(),
        Arrays.asList(unusable),
        Optional.empty(),
        List.of(),
        List.of(),
        size(0),
        0);
  }

  static Candidate conflicting(String tag, String conflict) {
    return new Candidate(
        image(tag), List.of(), List.of(), Optional.of(conflict), List.of(), List.of(), size(0), 0);
  }

  private static SizeEstimate size(long megabytes) {
    Map<SizePart, Long> parts = new EnumMap<>(SizePart.class);
    parts.put(SizePart.BASE, megabytes * 1_000_000);
    return new SizeEstimate(megabytes * 1_000_000, 0, SizeEstimate.Method.EXACT, parts, List.of());
  }
}
