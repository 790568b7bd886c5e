package wheelbase.baseimage;

import java.time.LocalDate;
import java.util.Map;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;

/**
 * An image to build on.
 *
 * @param reference {@code python:3.13-slim-trixie}
 * @param tag what the user calls it: {@code 3.13-slim-trixie}, {@code distroless}, or the whole
 *     name of an image of their own
 * @param python the patch release that the image has, as the catalogue knows it
 * @param variant {@code slim-trixie}, {@code trixie}, {@code alpine3.24}; for others a short name
 * @param onDisk bytes unpacked, per architecture
 * @param toPull bytes compressed, per architecture
 * @param pythonEndOfLife the last day with fixes
 * @param distributionEndOfLife the last day with full support
 */
public record BaseImage(
    String reference,
    String tag,
    PythonRelease python,
    String variant,
    DistributionRelease distribution,
    Map<Architecture, Long> onDisk,
    Map<Architecture, Long> toPull,
    LocalDate pythonEndOfLife,
    LocalDate distributionEndOfLife,
    BaseImageKind kind,
    ImageStart start) {
  public BaseImage {
    onDisk = Map.copyOf(onDisk);
    toPull = Map.copyOf(toPull);
  }

  /** A tag of the official image. */
  public BaseImage(
      String reference,
      PythonRelease python,
      String variant,
      DistributionRelease distribution,
      Map<Architecture, Long> onDisk,
      Map<Architecture, Long> toPull,
      LocalDate pythonEndOfLife,
      LocalDate distributionEndOfLife) {
    this(
        reference,
        reference.substring(reference.indexOf(':') + 1),
        python,
        variant,
        distribution,
        onDisk,
        toPull,
        pythonEndOfLife,
        distributionEndOfLife,
        BaseImageKind.ofOfficial(variant),
        ImageStart.USUAL);
  }

  public TargetPlatform target(Architecture architecture) {
    return new TargetPlatform(python, distribution.libc(), architecture);
  }

  /** The official image with compilers and headers. */
  public boolean isFull() {
    return kind == BaseImageKind.FULL;
  }

  public boolean isSlim() {
    return kind == BaseImageKind.SLIM;
  }

  /** The official image on Alpine. */
  public boolean isAlpine() {
    return kind == BaseImageKind.ALPINE;
  }

  /** Whether it is one of the official image of Python. */
  public boolean isOfficial() {
    return isSlim() || isAlpine() || isFull();
  }

  /**
   * What the requirements are installed on: the image itself, or, where nothing can run in that,
   * one that has the same Python at the same path.
   */
  public BaseImage buildStage() {
    return kind == BaseImageKind.DISTROLESS ? Distroless.buildStageOf(this) : this;
  }

  /** {@code 3.13}. */
  public String series() {
    return python.series();
  }

  /**
   * The same image at a patch release that the user named, under the tag that names it too: {@code
   * python:3.11.7-slim-bookworm}. Its sizes stay those of the series; a patch release moves them by
   * about 1 %.
   */
  public BaseImage at(PythonRelease release) {
    if (!isOfficial() || !release.series().equals(series())) {
      throw new IllegalArgumentException(reference + " is not an image of Python " + release);
    }
    return new BaseImage(
        "python:" + release + "-" + variant,
        release,
        variant,
        distribution,
        onDisk,
        toPull,
        pythonEndOfLife,
        distributionEndOfLife);
  }
}
