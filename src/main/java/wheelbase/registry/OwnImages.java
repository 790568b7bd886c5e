package wheelbase.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.BaseLimits;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageStart;
import wheelbase.baseimage.OwnImage;
import wheelbase.baseimage.PythonChoice;
import wheelbase.baseimage.ReleaseNames;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;

/**
 * Reads what an image of the user's own is made of: its distribution release and its Python, each
 * where the image says so itself. What is not said is not guessed.
 */
public final class OwnImages {
  /** The base that a builder notes (OCI image format, annotations; labels are named alike). */
  private static final String BASE_NAME = "org.opencontainers.image.base.name";

  private static final Pattern OFFICIAL =
      Pattern.compile("(?:docker\\.io/)?(?:library/)?(python|debian|alpine):([^@]+)(?:@.*)?");

  /**
   * What Debian's own image notes of its making: {@code # debian.sh --arch 'amd64' out/ 'trixie'}.
   */
  private static final Pattern DEBIAN = Pattern.compile("debian\\.sh .*'(bookworm|trixie)'");

  /** What Alpine's own image notes: {@code ADD alpine-minirootfs-3.24.1-x86_64.tar.gz /}. */
  private static final Pattern ALPINE = Pattern.compile("alpine-minirootfs-(\\d+\\.\\d+)\\.");

  private static final Pattern VERSION = Pattern.compile("3\\.\\d+(?:\\.\\d+)?");

  private final Registry registry;
  private final Catalogue catalogue;

  public OwnImages(Registry registry, Catalogue catalogue) {
    this.registry = registry;
    this.catalogue = catalogue;
  }

  /**
   * The base image that it is, or what its registry does not tell.
   *
   * @throws RegistryException where the registry cannot be asked
   */
  public Checked<BaseImage> read(OwnImage image, Collection<Architecture> architectures)
      throws InterruptedException {
    PublishedImage published = registry.image(image.reference(), architectures);
    for (Architecture architecture : architectures) {
      if (!published.contents().containsKey(architecture)) {
        return Checked.refused(missing(image, architecture));
      }
    }
    Optional<DistributionRelease> release = release(published);
    if (release.isEmpty()) {
      return Checked.refused(unknownRelease(image, published));
    }
    Optional<PythonChoice> python = python(published).or(image::python);
    if (python.isEmpty()) {
      return Checked.refused(unknownPython(image));
    }
    if (!catalogue.seriesList().contains(python.get().series())) {
      return Checked.refused(
          Diagnostic.error(
              "unknown-python",
              "`"
                  + image.reference()
                  + "` has Python "
                  + python.get()
                  + ", which is not known here"));
    }
    Map<Architecture, Long> toPull = new EnumMap<>(Architecture.class);
    published
        .contents()
        .forEach((architecture, contents) -> toPull.put(architecture, contents.toPull()));
    PublishedImage.Contents first = published.first();
    return Checked.taken(
        image.image(
            catalogue,
            release.get(),
            OwnImage.patch(catalogue, release.get(), python.get()),
            new ImageStart(isRoot(first.user()), first.entrypoint()),
            toPull));
  }

  /** Empty, {@code root}, {@code 0}, {@code 0:0}. */
  private static boolean isRoot(String user) {
    return user.isBlank() || user.matches("(?:root|0)(?::.*)?");
  }

  private static Optional<DistributionRelease> release(PublishedImage image) {
    return Stream.of(noted(image).flatMap(base -> ofTag(base.group(1), base.group(2))), made(image))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The base that the image's labels or annotations name. */
  private static Optional<Matcher> noted(PublishedImage image) {
    return Stream.of(image.first().labels().get(BASE_NAME), image.annotations().get(BASE_NAME))
        .filter(name -> name != null)
        .map(OFFICIAL::matcher)
        .filter(Matcher::matches)
        .findFirst();
  }

  /** {@code python:3.13-slim-trixie}, {@code debian:13.1-slim}, {@code alpine:3.24.1}. */
  private static Optional<DistributionRelease> ofTag(String repository, String tag) {
    return Stream.of(tag.split("-"))
        .flatMap(
            part ->
                Stream.of(part, repository + ":" + part, repository + ":" + shortened(part))
                    .flatMap(name -> ReleaseNames.find(name).stream()))
        .findFirst();
  }

  /** Debian counts 13.1, Alpine 3.24.1: their releases are 13 and 3.24. */
  private static String shortened(String version) {
    return version.replaceFirst("\\.\\d+$", "");
  }

  /** What the first layers were made by: the distributions' own images are made in known ways. */
  private static Optional<DistributionRelease> made(PublishedImage image) {
    for (String line : image.first().history()) {
      Matcher debian = DEBIAN.matcher(line);
      Matcher alpine = ALPINE.matcher(line);
      if (debian.find()) {
        return ReleaseNames.find(debian.group(1));
      }
      if (alpine.find()) {
        return ReleaseNames.find("alpine:" + alpine.group(1));
      }
    }
    return Optional.empty();
  }

  /** The official image and those built on it say it in their environment; else the base's tag. */
  private static Optional<PythonChoice> python(PublishedImage image) {
    return Stream.of(
            image.first().variable("PYTHON_VERSION"),
            noted(image)
                .filter(base -> base.group(1).equals("python"))
                .map(base -> base.group(2).split("-")[0]))
        .flatMap(Optional::stream)
        .filter(version -> VERSION.matcher(version).matches())
        .findFirst()
        .map(PythonChoice::of);
  }

  private static Diagnostic missing(OwnImage image, Architecture architecture) {
    return Diagnostic.error(
            "no-such-architecture",
            "there is no `" + image.reference() + "` for " + architecture.engineName())
        .withHint("leave that architecture out");
  }

  private static Diagnostic unknownRelease(OwnImage image, PublishedImage published) {
    Map<String, String> labels = published.first().labels();
    List<String> names = new ArrayList<>();
    for (String label : List.of("name", "vendor", "org.opencontainers.image.vendor")) {
      Optional.ofNullable(labels.get(label)).ifPresent(names::add);
    }
    return names.stream()
        .map(BaseLimits::ofRelease)
        .filter(limit -> limit.id().equals("unsupported-base"))
        .findFirst()
        .map(limit -> limit.saying("`" + image.reference() + "`: " + limit.message()))
        .orElseGet(
            () ->
                Diagnostic.error(
                        "base-release-unknown",
                        "nothing in `"
                            + image.reference()
                            + "` says which distribution release it is built on")
                    .withHint("say it: " + image.reference() + "=debian:13/3.13"));
  }

  private static Diagnostic unknownPython(OwnImage image) {
    return Diagnostic.error(
            "base-python-unknown",
            "nothing in `" + image.reference() + "` says which Python it has")
        .withHint("say it: " + image.reference() + "=debian:13/3.13");
  }
}
