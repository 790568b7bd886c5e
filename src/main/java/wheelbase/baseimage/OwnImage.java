package wheelbase.baseimage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;

/**
 * An image that the user names and the catalogue does not have. What it is made of is said beside
 * its name, {@code registry.example/team/python:7=debian:13/3.13}, or read at its registry.
 *
 * @param word as the user named it
 * @param release what it is said to be built on
 * @param python the Python that it is said to have
 */
public record OwnImage(
    String word,
    ImageReference reference,
    Optional<DistributionRelease> release,
    Optional<PythonChoice> python) {
  /** What can be said beside a name. */
  static final String DECLARED = "IMAGE=debian:13/3.13";

  /** Whether a word names an image of the user's own: a repository, or something said of one. */
  static boolean isMeant(String word) {
    return word.contains("/") || word.contains("=");
  }

  /**
   * @param diagnostics takes in what is odd about the Python (notes)
   */
  static Checked<OwnImage> parse(Catalogue catalogue, String word, List<Diagnostic> diagnostics) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    String said = equals < 0 ? "" : word.substring(equals + 1);
    int slash = said.indexOf('/');
    String release = slash < 0 ? said : said.substring(0, slash);
    String version = slash < 0 ? "" : said.substring(slash + 1);
    Checked<ImageReference> reference = ImageReference.parse(name);
    if (reference.refusal().isPresent()) {
      return Checked.refused(reference.refusal().get());
    }
    ImageReference image = reference.value().orElseThrow();
    if (image.tag().isEmpty() && image.digest().isEmpty()) {
      return Checked.refused(
          Diagnostic.error("no-tag", "`" + name + "` says no tag, and so another image every day")
              .withHint("name one: " + name + ":TAG"));
    }
    Optional<Diagnostic> limit = BaseLimits.of(image);
    if (limit.isPresent()) {
      return Checked.refused(limit.get());
    }
    Optional<DistributionRelease> known = ReleaseNames.find(release);
    if (equals >= 0 && known.isEmpty()) {
      return Checked.refused(BaseLimits.ofRelease(release));
    }
    List<Diagnostic> wrong = new ArrayList<>();
    Optional<PythonChoice> python =
        version.isEmpty() ? Optional.empty() : PythonChoice.parse(catalogue, version, wrong);
    if (!version.isEmpty() && python.isEmpty()) {
      return Checked.refused(wrong.get(0));
    }
    diagnostics.addAll(wrong);
    return Checked.taken(new OwnImage(word, image, known, python));
  }

  /** Whether nobody need be asked about it. */
  boolean isDeclared() {
    return release.isPresent();
  }

  /** The same with the Python that was asked for, where it says none and that is one. */
  OwnImage with(List<PythonChoice> asked) {
    return python.isPresent() || asked.size() != 1
        ? this
        : new OwnImage(word, reference, release, Optional.of(asked.get(0)));
  }

  static Diagnostic unknownPython(ImageReference image, List<PythonChoice> asked) {
    String several =
        asked.isEmpty()
            ? ""
            : ", and several are asked for: "
                + asked.stream().map(PythonChoice::toString).collect(Collectors.joining(", "));
    return Diagnostic.error(
            "base-python-unknown", "nothing says which Python is in `" + image + "`" + several)
        .withHint("say it: " + DECLARED);
  }

  /**
   * A base image of what is known.
   *
   * @param toPull bytes compressed, where a registry has told them; what it does not say is taken
   *     from the official image of the same Python and release
   */
  public BaseImage image(
      Catalogue catalogue,
      DistributionRelease distribution,
      PythonRelease patch,
      ImageStart start,
      Map<Architecture, Long> toPull) {
    BaseImage official = official(catalogue, distribution, patch.series());
    Map<Architecture, Long> compressed = new EnumMap<>(official.toPull());
    compressed.putAll(toPull);
    Map<Architecture, Long> onDisk = new EnumMap<>(Architecture.class);
    compressed.forEach(
        (architecture, bytes) ->
            onDisk.put(
                architecture,
                Math.round(
                    (double) bytes
                        * official.onDisk().get(architecture)
                        / official.toPull().get(architecture))));
    return new BaseImage(
        reference.text(),
        word,
        patch,
        reference.shortName(),
        distribution,
        onDisk,
        compressed,
        official.pythonEndOfLife(),
        catalogue.endOfLife(distribution),
        BaseImageKind.OWN,
        start);
  }

  /** The patch release that is meant: the one that was said, else the catalogue's. */
  public static PythonRelease patch(
      Catalogue catalogue, DistributionRelease distribution, PythonChoice python) {
    return python
        .release()
        .orElseGet(() -> official(catalogue, distribution, python.series()).python());
  }

  private static BaseImage official(
      Catalogue catalogue, DistributionRelease distribution, String series) {
    // Of a release that has no official image, the newest Debian's is the nearest there is.
    String suffix =
        DistributionRelease.SUPPORTED.contains(distribution)
            ? distribution.suffix()
            : DistributionRelease.DEBIAN_13.suffix();
    return catalogue
        .find(series, distribution.isAlpine() ? suffix : "slim-" + suffix)
        .orElseThrow();
  }

  /** A base image of what the user says of it; only where the release and the Python are said. */
  BaseImage declared(Catalogue catalogue) {
    DistributionRelease distribution = release.orElseThrow();
    return image(
        catalogue,
        distribution,
        patch(catalogue, distribution, python.orElseThrow()),
        ImageStart.USUAL,
        Map.of());
  }
}
