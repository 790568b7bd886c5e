package wheelbase.baseimage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Spelling;
import wheelbase.platform.DistributionRelease;

/**
 * What {@code --base} and {@code --python} ask for, read against the catalogue.
 *
 * @param variants {@code slim-bookworm}, in the order asked for, each once
 * @param pythons in the order asked for, each once
 * @param diagnostics what could not be understood (errors) or is odd (notes)
 */
public record ImageSelection(
    List<String> variants, List<PythonChoice> pythons, List<Diagnostic> diagnostics) {
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
      PythonChoice.parse(catalogue, version, diagnostics).ifPresent(pythons::add);
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
    return ofRelease.or(() -> beginning).or(() -> closest(known, bare));
  }

  /** Tags are short and their ends say much, so a third of the longer of both may differ. */
  private static Optional<String> closest(List<String> known, String bare) {
    return known.stream()
        .min(Comparator.comparingInt(name -> Spelling.distance(bare, name)))
        .filter(
            name -> Spelling.distance(bare, name) * 3 <= Math.max(bare.length(), name.length()));
  }
}
