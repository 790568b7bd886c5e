package wheelbase.baseimage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;

/**
 * The distroless image of Python: Debian's own, with the packages that it needs and no other. The
 * facts are in {@code distroless.json}, which says where they are from.
 */
public final class Distroless {
  /** What it is called for short. */
  public static final String VARIANT = "distroless";

  private static final class Shipped {
    static final JsonNode DATA = ShippedData.read("distroless.json");
    static final BaseImage IMAGE = image();
    static final Set<String> PACKAGES = Set.copyOf(ShippedData.texts(DATA.get("packages")));
    static final List<String> BUILD_PACKAGES =
        ShippedData.texts(DATA.get("build_stage").get("packages"));
  }

  private Distroless() {}

  public static BaseImage shipped() {
    return Shipped.IMAGE;
  }

  /** Whether the user means it: its short name, or its repository, with the tag or without. */
  static boolean isMeant(String base) {
    String reference = Shipped.IMAGE.reference();
    return base.equals(VARIANT)
        || base.equals(reference)
        || base.equals(reference.substring(0, reference.lastIndexOf(':')));
  }

  /** The Debian packages that are in it. */
  static Set<String> packages() {
    return Shipped.PACKAGES;
  }

  /**
   * What Debian's Python comes in, for the build stage: the interpreter, pip, and how to make
   * venvs.
   */
  public static List<String> buildPackages() {
    return Shipped.BUILD_PACKAGES;
  }

  /** What extension modules are compiled against there. */
  public static String headers() {
    return Shipped.DATA.get("build_stage").get("headers").textValue();
  }

  /** The number of the account that the image has for applications. */
  public static int user() {
    return Shipped.DATA.get("user").intValue();
  }

  /** Debian of the same release: its Python is the same program at the same path. */
  static BaseImage buildStageOf(BaseImage image) {
    String reference = Shipped.DATA.get("build_stage").get("image").textValue();
    return new BaseImage(
        reference,
        reference,
        image.python(),
        image.variant(),
        image.distribution(),
        image.onDisk(),
        image.toPull(),
        image.pythonEndOfLife(),
        image.distributionEndOfLife(),
        BaseImageKind.SLIM,
        ImageStart.USUAL);
  }

  private static BaseImage image() {
    JsonNode data = Shipped.DATA;
    DistributionRelease distribution =
        DistributionRelease.ofId(data.get("distribution").textValue()).orElseThrow();
    String[] numbers = data.get("python").textValue().split("\\.");
    PythonRelease python =
        new PythonRelease(
            Integer.parseInt(numbers[0]),
            Integer.parseInt(numbers[1]),
            Integer.parseInt(numbers[2]));
    BaseImage slim =
        Catalogue.shipped().find(python.series(), "slim-" + distribution.suffix()).orElseThrow();
    return new BaseImage(
        data.get("reference").textValue(),
        VARIANT,
        python,
        VARIANT,
        distribution,
        CatalogueReader.sizes(data.get("on_disk")),
        CatalogueReader.sizes(data.get("to_pull")),
        slim.pythonEndOfLife(),
        slim.distributionEndOfLife(),
        BaseImageKind.DISTROLESS,
        new ImageStart(false, ShippedData.texts(data.get("entrypoint"))));
  }
}
