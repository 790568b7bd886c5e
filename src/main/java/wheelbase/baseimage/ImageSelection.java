package wheelbase.baseimage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Spelling;
import wheelbase.platform.DistributionRelease;

/**
 * What {@code --base} and {@code --python} ask for, read against the catalogue.
 *
 * @param variants {@code slim-bookworm}, in the order asked for, each once
 * @param pythons in the order asked for, each once
 * @param named images of which the whole tag was named, Python and variant in one ({@code
 *     3.13-slim-trixie}), in the order asked for, each once
 * @param unread images of the user's own of which a registry must say what they are, in the order
 *     asked for, each once
 * @param diagnostics what could not be understood (errors) or is odd (notes)
 */
public record ImageSelection(
    List<String> variants,
    List<PythonChoice> pythons,
    List<BaseImage> named,
    List<OwnImage> unread,
    List<Diagnostic> diagnostics) {
  private static final Pattern WHOLE_TAG =
      Pattern.compile("(?:(?:docker\\.io/)?(?:library/)?python:)?(3\\.\\d+(?:\\.\\d+)?)-(.+)");

  public ImageSelection {
    variants = List.copyOf(variants);
    pythons = List.copyOf(pythons);
    named = List.copyOf(named);
    unread = List.copyOf(unread);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * @param bases variants, whole tags, {@code distroless} and images of one's own (see {@link
   *     OwnImage}) separated by commas, or {@code auto}
   * @param pythonVersions {@code 3.11,3.13.2}; empty where the user named none
   */
  public static ImageSelection parse(
      Catalogue catalogue, String bases, Optional<String> pythonVersions) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<PythonChoice> pythons = new ArrayList<>();
    for (String version : words(pythonVersions.orElse(""))) {
      PythonChoice.parse(catalogue, version, diagnostics).ifPresent(pythons::add);
    }
    List<String> variants = new ArrayList<>();
    List<BaseImage> named = new ArrayList<>();
    List<OwnImage> unread = new ArrayList<>();
    for (String base : words(bases)) {
      Matcher tag = WHOLE_TAG.matcher(base);
      if (base.equals("auto")) {
        variants.addAll(Catalogue.AUTOMATIC);
      } else if (catalogue.variants().contains(base)) {
        variants.add(base);
      } else if (Distroless.isMeant(base)) {
        Optional.of(Distroless.shipped())
            .filter(image -> isAskedFor(pythonOf(image), pythons, base, diagnostics))
            .ifPresent(named::add);
      } else if (!tag.matches() && OwnImage.isMeant(base)) {
        own(catalogue, base, pythons, diagnostics)
            .ifPresent(
                image -> {
                  if (image.isDeclared()) {
                    named.add(image.declared(catalogue));
                  } else {
                    unread.add(image);
                  }
                });
      } else if (!tag.matches()) {
        diagnostics.add(unknownBase(catalogue, base, "", base));
      } else if (!catalogue.variants().contains(tag.group(2))) {
        diagnostics.add(unknownBase(catalogue, base, tag.group(1) + "-", tag.group(2)));
      } else {
        PythonChoice.parse(catalogue, tag.group(1), diagnostics)
            .filter(python -> isAskedFor(python, pythons, base, diagnostics))
            .flatMap(python -> image(catalogue, python, tag.group(2)))
            .ifPresent(named::add);
      }
    }
    return new ImageSelection(
        variants.stream().distinct().toList(),
        pythons.stream().distinct().toList(),
        named.stream().distinct().toList(),
        unread.stream().distinct().toList(),
        diagnostics);
  }

  private static PythonChoice pythonOf(BaseImage image) {
    return new PythonChoice(image.series(), Optional.of(image.python()));
  }

  private static Optional<OwnImage> own(
      Catalogue catalogue, String base, List<PythonChoice> pythons, List<Diagnostic> diagnostics) {
    Optional<OwnImage> read =
        OwnImage.parse(catalogue, base, diagnostics)
            .fold(
                Optional::of,
                why -> {
                  diagnostics.add(why);
                  return Optional.<OwnImage>empty();
                })
            .map(image -> image.with(pythons));
    if (read.filter(OwnImage::isDeclared).filter(own -> own.python().isEmpty()).isPresent()) {
      diagnostics.add(OwnImage.unknownPython(read.get().reference(), pythons));
      return Optional.empty();
    }
    return read.filter(
        own ->
            own.python()
                .map(python -> isAskedFor(python, pythons, base, diagnostics))
                .orElse(true));
  }

  /** Every base that was asked for, as the user would name it again. */
  public List<String> words() {
    return Stream.of(
            variants.stream(),
            named.stream().map(BaseImage::tag),
            unread.stream().map(OwnImage::word))
        .flatMap(words -> words)
        .toList();
  }

  /**
   * The same with what registries say of the images that had to be asked about.
   *
   * @param images those of {@link #unread()} that can be built on
   * @param refused why others cannot
   */
  public ImageSelection reading(List<BaseImage> images, List<Diagnostic> refused) {
    List<Diagnostic> found = new ArrayList<>(diagnostics);
    found.addAll(refused);
    List<BaseImage> fitting =
        images.stream()
            .filter(image -> isAskedFor(pythonOf(image), pythons, image.tag(), found))
            .toList();
    return new ImageSelection(
        variants,
        pythons,
        Stream.concat(named.stream(), fitting.stream()).toList(),
        List.of(),
        found);
  }

  private static boolean isAskedFor(
      PythonChoice python, List<PythonChoice> pythons, String tag, List<Diagnostic> diagnostics) {
    if (pythons.isEmpty() || pythons.stream().anyMatch(asked -> asked.includes(python))) {
      return true;
    }
    String asked = pythons.stream().map(PythonChoice::toString).collect(Collectors.joining(" or "));
    diagnostics.add(
        Diagnostic.error(
                "other-python", "`" + tag + "` is not an image of the Python asked for, " + asked)
            .withHint("a whole tag names its Python itself: ask for no other beside it"));
    return false;
  }

  private static Optional<BaseImage> image(
      Catalogue catalogue, PythonChoice python, String variant) {
    return catalogue
        .find(python.series(), variant)
        .map(image -> python.release().map(image::at).orElse(image));
  }

  /** The first series asked for; empty where one is still to be chosen. */
  public Optional<String> series() {
    return !pythons.isEmpty()
        ? Optional.of(pythons.get(0).series())
        : variants.isEmpty() ? named.stream().findFirst().map(BaseImage::series) : Optional.empty();
  }

  /**
   * The images asked for, Python by Python, then those of which the whole tag was named.
   *
   * @param fallback the series to take where {@code pythons} is empty
   */
  public List<BaseImage> images(Catalogue catalogue, String fallback) {
    List<PythonChoice> wanted =
        pythons.isEmpty() ? List.of(new PythonChoice(fallback, Optional.empty())) : pythons;
    Stream<BaseImage> combined =
        wanted.stream()
            .flatMap(
                python ->
                    variants.stream()
                        .flatMap(variant -> image(catalogue, python, variant).stream()));
    return Stream.concat(combined, named.stream()).distinct().toList();
  }

  private static List<String> words(String text) {
    return Pattern.compile("[,\\s]+").splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }

  /**
   * @param python what comes before the variant in a tag; empty where the user named none
   */
  private static Diagnostic unknownBase(
      Catalogue catalogue, String base, String python, String variant) {
    List<String> known = catalogue.variants();
    String all = String.join(", ", known);
    return Diagnostic.error("unknown-base", "`" + base + "` is not a base image known here")
        .withHint(
            closestVariant(known, variant)
                .map(name -> "did you mean `" + python + name + "`? There are " + all)
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
