package wheelbase.audit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.BaseImageKind;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageReference;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;

/**
 * What the name of a base image says of it.
 *
 * @param reference as FROM has it, variables replaced
 * @param family whose image it is
 * @param python {@code 3.9}; empty where the tag names none, and for images of another family
 * @param release {@code bullseye}, {@code 3.19}, {@code 22.04}; the one that the tag stands for
 *     today where it names none
 * @param named how much of that the tag itself says
 * @param image as the catalogue has it
 */
record BaseName(
    ImageReference reference,
    Family family,
    Optional<String> python,
    Optional<String> release,
    Named named,
    Optional<BaseImage> image) {
  enum Family {
    PYTHON,
    DEBIAN,
    UBUNTU,
    ALPINE,
    OTHER
  }

  /** How much of what is in the image its tag fixes. */
  enum Named {
    NOTHING,
    /** {@code python:3}. */
    MAJOR,
    /** {@code python:3.13-slim}. */
    PYTHON_ONLY,
    ALL
  }

  private static final Pattern PYTHON_TAG =
      Pattern.compile("(?:(\\d+)(?:\\.(\\d+)(?:\\.(\\d+))?)?(?:(?:a|b|rc)\\d+)?)?-?(.*)");
  private static final List<String> SUITES =
      List.of("trixie", "bookworm", "bullseye", "buster", "stretch", "jessie", "wheezy");

  static Optional<BaseName> of(String name) {
    return ImageReference.parse(name).value().map(BaseName::of);
  }

  private static BaseName of(ImageReference reference) {
    String tag = reference.tag().orElse("");
    String repository = reference.repository();
    boolean official = reference.registry().equals(ImageReference.USUAL_REGISTRY);
    if (repository.equals("library/python") && official) {
      return python(reference, tag);
    }
    return switch (official ? repository : "") {
      case "library/debian" -> other(reference, Family.DEBIAN, suite(tag));
      case "library/ubuntu" -> other(reference, Family.UBUNTU, version(tag));
      case "library/alpine" -> other(reference, Family.ALPINE, version(tag));
      default ->
          new BaseName(
              reference,
              Family.OTHER,
              Optional.empty(),
              Optional.empty(),
              tag.isEmpty() || tag.equals("latest") ? Named.NOTHING : Named.ALL,
              Optional.empty());
    };
  }

  private static BaseName other(ImageReference reference, Family family, Optional<String> release) {
    boolean bare = reference.tag().isEmpty() || reference.tag().get().equals("latest");
    return new BaseName(
        reference,
        family,
        Optional.empty(),
        release,
        bare ? Named.NOTHING : Named.ALL,
        Optional.empty());
  }

  private static BaseName python(ImageReference reference, String tag) {
    Matcher matcher = PYTHON_TAG.matcher(tag.equals("latest") ? "" : tag);
    if (!matcher.matches()) {
      return new BaseName(
          reference,
          Family.PYTHON,
          Optional.empty(),
          Optional.empty(),
          Named.ALL,
          Optional.empty());
    }
    Optional<String> series =
        Optional.ofNullable(matcher.group(2)).map(minor -> matcher.group(1) + "." + minor);
    String rest = matcher.group(4);
    boolean alpine = rest.startsWith("alpine");
    String suite = SUITES.stream().filter(rest::endsWith).findFirst().orElse("");
    boolean releaseNamed = alpine ? rest.length() > "alpine".length() : !suite.isEmpty();
    boolean known = rest.isEmpty() || rest.equals("slim") || alpine || !suite.isEmpty();
    Named named =
        series.isEmpty()
            ? matcher.group(1) == null && !releaseNamed ? Named.NOTHING : Named.MAJOR
            : releaseNamed || !known ? Named.ALL : Named.PYTHON_ONLY;
    String variant = releaseNamed ? rest : usualVariant(rest);
    Optional<String> release =
        !known
            ? Optional.empty()
            : Optional.of(
                alpine ? variant.substring("alpine".length()) : suite.isEmpty() ? "trixie" : suite);
    Optional<BaseImage> image =
        known ? series.flatMap(each -> Catalogue.shipped().find(each, variant)) : Optional.empty();
    return new BaseName(
        reference, Family.PYTHON, series, release, named, image.map(each -> at(each, matcher)));
  }

  private static BaseImage at(BaseImage image, Matcher tag) {
    String patch = tag.group(3);
    return patch == null || patch.length() > 4
        ? image
        : image.at(new PythonRelease(3, image.python().minor(), Integer.parseInt(patch)));
  }

  /** What a tag without a release stands for today. */
  private static String usualVariant(String rest) {
    return switch (rest) {
      case "slim" -> "slim-" + DistributionRelease.DEBIAN_13.suffix();
      case "alpine" -> DistributionRelease.ALPINE_3_24.suffix();
      default -> DistributionRelease.DEBIAN_13.suffix();
    };
  }

  private static Optional<String> suite(String tag) {
    return SUITES.stream().filter(tag::startsWith).findFirst();
  }

  private static Optional<String> version(String tag) {
    Matcher matcher = Pattern.compile("(\\d+\\.\\d+).*").matcher(tag);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * The same where it is one of the images of the user's own of which it is said, or was read, what
   * they are made of.
   */
  BaseName among(List<BaseImage> known) {
    return known.stream().filter(this::isNamed).findFirst().map(this::madeOf).orElse(this);
  }

  private BaseName madeOf(BaseImage known) {
    String suffix = known.distribution().suffix();
    return new BaseName(
        reference,
        family,
        Optional.of(known.series()),
        Optional.of(known.isAlpine() ? suffix.substring("alpine".length()) : suffix),
        named,
        Optional.of(known));
  }

  private boolean isNamed(BaseImage other) {
    return ImageReference.parse(other.reference())
        .value()
        .filter(
            each ->
                each.registry().equals(reference.registry())
                    && each.repository().equals(reference.repository())
                    && each.tag().equals(reference.tag())
                    && each.digest().equals(reference.digest()))
        .isPresent();
  }

  boolean isAlpine() {
    return isDeclared() ? image.get().isAlpine() : isNamedAlpine();
  }

  /** Whether it is an image of the user's own, which may have more in it than is known. */
  boolean isDeclared() {
    return image.filter(each -> each.kind() == BaseImageKind.OWN).isPresent();
  }

  private boolean isNamedAlpine() {
    return family == Family.ALPINE
        || family == Family.PYTHON
            && reference.tag().filter(tag -> tag.contains("alpine")).isPresent();
  }

  /** Debian or Ubuntu, where apt installs. */
  boolean hasApt() {
    return (isDeclared()
            || family == Family.PYTHON && release.isPresent()
            || family == Family.DEBIAN
            || family == Family.UBUNTU)
        && !isAlpine();
  }

  /** Whether what is in it is known: its user, its package manager. */
  boolean isKnown() {
    return family != Family.OTHER;
  }

  /** The release whose package names are known; empty for the others. */
  Optional<DistributionRelease> distribution() {
    if (image.isPresent()) {
      return image.map(BaseImage::distribution);
    }
    return DistributionRelease.SUPPORTED.stream()
        .filter(
            each ->
                isAlpine()
                    ? each.isAlpine()
                        && release.filter(name -> each.suffix().equals("alpine" + name)).isPresent()
                    : hasApt() && release.filter(each.suffix()::equals).isPresent())
        .findFirst();
  }
}
