package wheelbase.baseimage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;

/**
 * What {@code --base} and {@code --python} ask for, read against the catalogue.
 *
 * @param variants {@code slim-bookworm}, in the order asked for, each once
 * @param pythons in the order asked for, each once
 * @param diagnostics what could not be understood (errors) or is odd (notes)
 */
public record ImageSelection(
    List<String> variants, List<PythonChoice> pythons, List<Diagnostic> diagnostics) {
  private static final Pattern PYTHON = Pattern.compile("(3)\\.(\\d{1,3})(?:\\.(\\d{1,4}))?");
  private static final Pattern RUN_TOGETHER = Pattern.compile("(?:cp|py|python)?3[.-]?(\\d{1,2})");
  private static final Pattern WHOLE_TAG =
      Pattern.compile("(?:(?:docker\\.io/)?(?:library/)?python:)?3\\.\\d+(?:\\.\\d+)?-(.+)");

  public ImageSelection {
    variants = List.copyOf(variants);
    pythons = List.copyOf(pythons);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * @param bases variants separated by commas, or {@code auto}
   * @param pythonVersions {@code 3.11,3.13.2}; empty where the user named none
   */
  public static ImageSelection parse(
      Catalogue catalogue, String bases, Optional<String> pythonVersions) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<String> variants = new ArrayList<>();
    for (String base : words(bases)) {
      if (base.equals("auto")) {
        variants.addAll(Catalogue.AUTOMATIC);
      } else if (catalogue.variants().contains(base)) {
        variants.add(base);
      } else {
        diagnostics.add(unknownBase(catalogue, base));
      }
    }
    List<PythonChoice> pythons = new ArrayList<>();
    for (String version : words(pythonVersions.orElse(""))) {
      python(catalogue, version, diagnostics).ifPresent(pythons::add);
    }
    return new ImageSelection(
        variants.stream().distinct().toList(), pythons.stream().distinct().toList(), diagnostics);
  }

  /**
   * The images asked for, Python by Python.
   *
   * @param fallback the series to take where {@code pythons} is empty
   */
  public List<BaseImage> images(Catalogue catalogue, String fallback) {
    List<PythonChoice> wanted =
        pythons.isEmpty() ? List.of(new PythonChoice(fallback, Optional.empty())) : pythons;
    return wanted.stream()
        .flatMap(
            python ->
                variants.stream()
                    .flatMap(variant -> catalogue.find(python.series(), variant).stream())
                    .map(image -> python.release().map(image::at).orElse(image)))
        .toList();
  }

  private static List<String> words(String text) {
    return Pattern.compile("[,\\s]+").splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }

  private static Diagnostic unknownBase(Catalogue catalogue, String base) {
    List<String> known = catalogue.variants();
    String all = String.join(", ", known);
    Matcher tag = WHOLE_TAG.matcher(base);
    String bare = tag.matches() ? tag.group(1) : base;
    Optional<String> meant = known.contains(bare) ? Optional.of(bare) : closestVariant(known, bare);
    return Diagnostic.error("unknown-base", "`" + base + "` is not a base image known here")
        .withHint(
            meant
                .map(name -> "did you mean `" + name + "`? There are " + all)
                .orElse("there are " + all + ", and auto"));
  }

  /** {@code slim}, {@code alpine} and {@code debian:12} mean something before spelling does. */
  private static Optional<String> closestVariant(List<String> known, String bare) {
    Optional<String> ofRelease =
        DistributionRelease.ofId(bare)
            .flatMap(
                release ->
                    known.stream().filter(name -> name.endsWith(release.suffix())).findFirst());
    Optional<String> beginning = known.stream().filter(name -> name.startsWith(bare)).findFirst();
    return ofRelease.or(() -> beginning).or(() -> Spelling.closest(bare, known));
  }

  private static Optional<PythonChoice> python(
      Catalogue catalogue, String version, List<Diagnostic> diagnostics) {
    List<String> known = catalogue.seriesList();
    String all = "there are " + known.get(0) + " to " + known.get(known.size() - 1);
    Matcher matcher = PYTHON.matcher(version);
    if (!matcher.matches()) {
      Matcher together = RUN_TOGETHER.matcher(version);
      String hint =
          together.matches() && known.contains("3." + together.group(1))
              ? "did you mean `3." + together.group(1) + "`?"
              : all + ", also with a patch release: 3.11.7";
      diagnostics.add(
          Diagnostic.error("not-a-python", "`" + version + "` is not a Python version")
              .withHint(hint));
      return Optional.empty();
    }
    String series = matcher.group(1) + "." + Integer.parseInt(matcher.group(2));
    if (!known.contains(series)) {
      diagnostics.add(
          Diagnostic.error("unknown-python", "no base image of Python " + series + " is known here")
              .withHint(all));
      return Optional.empty();
    }
    if (matcher.group(3) == null) {
      return Optional.of(new PythonChoice(series, Optional.empty()));
    }
    PythonRelease release =
        new PythonRelease(
            3, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    PythonRelease newest =
        catalogue.images().stream()
            .map(BaseImage::python)
            .filter(each -> each.series().equals(series))
            .findFirst()
            .orElseThrow();
    if (release.compareTo(newest) > 0) {
      diagnostics.add(
          Diagnostic.note(
              "newer-python",
              "Python " + release + " is newer than the " + newest + " known here"));
    }
    return Optional.of(new PythonChoice(series, Optional.of(release)));
  }
}
