package wheelbase.baseimage;

import java.time.LocalDate;
import java.util.Map;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;

/**
 * One tag of the {@code python} image.
 *
 * @param reference {@code python:3.13-slim-trixie}
 * @param python the patch release that the image has, as the catalogue knows it
 * @param variant {@code slim-trixie}, {@code trixie}, {@code alpine3.24}
 * @param onDisk bytes unpacked, per architecture
 * @param toPull bytes compressed, per architecture
 * @param pythonEndOfLife the last day with fixes
 * @param distributionEndOfLife the last day with full support
 */
public record BaseImage(
    String reference,
    PythonRelease python,
    String variant,
    DistributionRelease distribution,
    Map<Architecture, Long> onDisk,
    Map<Architecture, Long> toPull,
    LocalDate pythonEndOfLife,
    LocalDate distributionEndOfLife) {
  public BaseImage {
    onDisk = Map.copyOf(onDisk);
    toPull = Map.copyOf(toPull);
  }

  public TargetPlatform target(Architecture architecture) {
    return new TargetPlatform(python, distribution.libc(), architecture);
  }

  /** {@code 3.13-slim-trixie}. */
  public String tag() {
    return reference.substring(reference.indexOf(':') + 1);
  }

  /** Neither slim nor Alpine: the image with compilers and headers. */
  public boolean isFull() {
    return !isSlim() && !isAlpine();
  }

  public boolean isSlim() {
    return variant.startsWith("slim-");
  }

  public boolean isAlpine() {
    return distribution.isAlpine();
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
    if (!release.series().equals(series())) {
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
