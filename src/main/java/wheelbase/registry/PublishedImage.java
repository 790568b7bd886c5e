package wheelbase.registry;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.baseimage.ImageReference;
import wheelbase.platform.Architecture;

/**
 * An image as a registry has it.
 *
 * @param digest of the index, or of the one manifest
 * @param annotations of the index and its manifests, which say what labels may say
 * @param contents by architecture; never empty
 */
public record PublishedImage(
    ImageReference reference,
    String digest,
    Map<String, String> annotations,
    Map<Architecture, Contents> contents) {
  public PublishedImage {
    annotations = Map.copyOf(annotations);
    contents = Collections.unmodifiableMap(new EnumMap<>(contents));
    if (contents.isEmpty()) {
      throw new IllegalArgumentException("for no architecture: " + reference);
    }
  }

  /**
   * What is in it for one architecture: the part of the OCI image configuration that matters here.
   *
   * @param environment its variables
   * @param user as whom it starts; empty: root
   * @param entrypoint what is put before every command
   * @param history what made each layer, in order, as the builder noted it
   * @param toPull bytes of its compressed layers
   */
  public record Contents(
      Map<String, String> environment,
      Map<String, String> labels,
      String user,
      List<String> entrypoint,
      List<String> history,
      long toPull) {
    public Contents {
      environment = Map.copyOf(environment);
      labels = Map.copyOf(labels);
      entrypoint = List.copyOf(entrypoint);
      history = List.copyOf(history);
    }

    /** A variable that says something. */
    Optional<String> variable(String name) {
      return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
  }

  /** What it is for the first of the architectures: they are made from the same Dockerfile. */
  Contents first() {
    return contents.values().iterator().next();
  }
}
