package wheelbase.baseimage;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wheelbase.index.PythonSources;
import wheelbase.platform.Architecture;

/**
 * What an image will weigh, by the formula of the {@code sizes} page.
 *
 * @param onDisk bytes, unpacked
 * @param toPull bytes, compressed
 * @param method whether every wheel and package was weighed or some were guessed
 * @param parts bytes on disk, in the order of {@link SizePart}; they add up to {@code onDisk}
 * @param heaviest the five heaviest dependencies, heaviest first
 */
public record SizeEstimate(
    long onDisk, long toPull, Method method, Map<SizePart, Long> parts, List<PinSize> heaviest) {
  /** Expected error of the whole image: 3 % when exact, 8 % and with source builds 15 % else. */
  public enum Method {
    EXACT,
    ESTIMATED;

    /** The word in JSON. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final double LAYER_PER_WHEEL = 1.05;
  private static final double LAYER_PER_BYTECODE = 0.33;
  private static final int LAYER_PER_APPLICATION = 3;

  public SizeEstimate {
    parts = java.util.Collections.unmodifiableMap(new EnumMap<>(parts));
    heaviest = List.copyOf(heaviest);
  }

  /**
   * @param systemLibraries of the runtime stage
   * @param pins one for each package that is installed
   * @param applicationBytes what {@code COPY} takes in after {@code .dockerignore}
   */
  public static SizeEstimate of(
      BaseImage image,
      Architecture architecture,
      PackageWeight systemLibraries,
      List<PinSize> pins,
      VirtualEnvironment environment,
      long applicationBytes) {
    long bytecode =
        Bytecode.of(image.python())
            .bytes(
                pins.stream()
                    .map(PinSize::sources)
                    .reduce(PythonSources.NONE, PythonSources::plus));
    Map<SizePart, Long> parts = new EnumMap<>(SizePart.class);
    parts.put(SizePart.BASE, image.onDisk().get(architecture));
    parts.put(SizePart.SYSTEM_LIBRARIES, systemLibraries.onDisk());
    parts.put(SizePart.DEPENDENCIES, pins.stream().mapToLong(PinSize::installed).sum());
    parts.put(SizePart.BYTECODE, bytecode);
    parts.put(SizePart.ENVIRONMENT, environment.onDisk(image.python()));
    parts.put(SizePart.APPLICATION, applicationBytes);
    long wheels = pins.stream().mapToLong(PinSize::compressed).sum();
    long toPull =
        image.toPull().get(architecture)
            + systemLibraries.toPull()
            + Math.round(LAYER_PER_WHEEL * wheels)
            + Math.round(LAYER_PER_BYTECODE * bytecode)
            + environment.toPull(image.python())
            + applicationBytes / LAYER_PER_APPLICATION;
    boolean exact =
        image.kind() != BaseImageKind.OWN
            && !systemLibraries.estimated()
            && pins.stream().allMatch(PinSize::exact);
    return new SizeEstimate(
        parts.values().stream().mapToLong(Long::longValue).sum(),
        toPull,
        exact ? Method.EXACT : Method.ESTIMATED,
        parts,
        heaviest(pins));
  }

  /** The same packages beside Python's own, without a virtual environment around them. */
  public SizeEstimate withoutEnvironment() {
    long environment = parts.get(SizePart.ENVIRONMENT);
    Map<SizePart, Long> others = new EnumMap<>(parts);
    others.put(SizePart.ENVIRONMENT, 0L);
    return new SizeEstimate(
        onDisk - environment,
        toPull - environment / VirtualEnvironment.COMPRESSED,
        method,
        others,
        heaviest);
  }

  private static List<PinSize> heaviest(List<PinSize> pins) {
    return pins.stream()
        .sorted(
            Comparator.comparingLong(PinSize::installed).reversed().thenComparing(PinSize::name))
        .limit(5)
        .toList();
  }
}
