package wheelbase.lock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.index.ReleaseFile;

/** The hashes by which pip knows a file again ({@code pip hash}: pip takes these and no others). */
final class Digests {
  /** What most indexes have comes first. */
  private static final List<String> ALGORITHMS = List.of("sha256", "sha384", "sha512");

  private Digests() {}

  /** {@code sha256:...}; empty where the index tells none that pip would take. */
  static Optional<String> of(ReleaseFile file) {
    Map<String, String> known = file.hashes();
    return ALGORITHMS.stream()
        .filter(known::containsKey)
        .findFirst()
        .map(algorithm -> algorithm + ":" + known.get(algorithm));
  }
}
