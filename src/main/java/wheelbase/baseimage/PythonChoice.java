package wheelbase.baseimage;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.PythonRelease;

/**
 * A Python that the user asked for.
 *
 * @param series {@code 3.11}
 * @param release the patch release, where the user named one: it is taken at its word
 */
public record PythonChoice(String series, Optional<PythonRelease> release) {
  private static final Pattern VERSION = Pattern.compile("3\\.(\\d{1,3})(?:\\.(\\d{1,4}))?");
  private static final Pattern TAG = Pattern.compile("(?:cp|py|python)?3[.-]?(\\d{1,2})");

  /**
   * @param version {@code 3.11} or {@code 3.11.7}
   * @param diagnostics takes in what cannot be understood (errors) or is odd (notes)
   * @return empty where there is an error
   */
  static Optional<PythonChoice> parse(
      Catalogue catalogue, String version, List<Diagnostic> diagnostics) {
    List<String> known = catalogue.seriesList();
    String all = "there are " + known.get(0) + " to " + known.get(known.size() - 1);
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      diagnostics.add(
          Diagnostic.error("not-a-python", "`" + version + "` is not a Python version")
              .withHint(
                  meant(known, version)
                      .map(series -> "did you mean `" + series + "`?")
                      .orElse(all + ", also with a patch release: 3.11.7")));
      return Optional.empty();
    }
    int minor = Integer.parseInt(matcher.group(1));
    String series = "3." + minor;
    if (!known.contains(series)) {
      diagnostics.add(
          Diagnostic.error("unknown-python", "no base image of Python " + series + " is known here")
              .withHint(all));
      return Optional.empty();
    }
    Optional<PythonRelease> release =
        Optional.ofNullable(matcher.group(2))
            .map(patch -> new PythonRelease(3, minor, Integer.parseInt(patch)));
    release.flatMap(named -> newerThanKnown(catalogue, named)).ifPresent(diagnostics::add);
    return Optional.of(new PythonChoice(series, release));
  }

  /**
   * Of a version that is well formed.
   *
   * @param version {@code 3.11} or {@code 3.11.7}
   */
  public static PythonChoice of(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a Python version: " + version);
    }
    int minor = Integer.parseInt(matcher.group(1));
    return new PythonChoice(
        "3." + minor,
        Optional.ofNullable(matcher.group(2))
            .map(patch -> new PythonRelease(3, minor, Integer.parseInt(patch))));
  }

  /** Whether whoever asks for this would take the other one. */
  boolean includes(PythonChoice other) {
    return series.equals(other.series) && (release.isEmpty() || release.equals(other.release));
  }

  /** {@code 3.11} or {@code 3.11.7}. */
  @Override
  public String toString() {
    return release.map(PythonRelease::toString).orElse(series);
  }

  private static Optional<String> meant(List<String> known, String version) {
    Matcher tag = TAG.matcher(version);
    return tag.matches()
        ? Optional.of("3." + tag.group(1)).filter(known::contains)
        : Optional.empty();
  }

  private static Optional<Diagnostic> newerThanKnown(Catalogue catalogue, PythonRelease named) {
    return catalogue.images().stream()
        .map(BaseImage::python)
        .filter(known -> known.series().equals(named.series()) && named.compareTo(known) > 0)
        .findFirst()
        .map(
            known ->
                Diagnostic.note(
                    "newer-python",
                    "Python " + named + " is newer than the " + known + " known here"));
  }
}
