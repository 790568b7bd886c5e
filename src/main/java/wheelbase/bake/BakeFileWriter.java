package wheelbase.bake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.dockerfile.Templates;

/** Turns a plan into the text of a {@code docker-bake.hcl}: the same plan, the same bytes. */
public final class BakeFileWriter {
  public static final String FILE_NAME = "docker-bake.hcl";

  /** Its template. */
  public static final String TEMPLATE = FILE_NAME + Templates.SUFFIX;

  private static final String SEAL = "# Not edited since wheelbase wrote it: sha256 ";

  private final Templates templates;

  public BakeFileWriter(Templates templates) {
    this.templates = templates;
  }

  /** The text, its last line a digest of all before. */
  public String write(BakePlan plan) {
    String text = templates.fill(TEMPLATE, model(plan));
    String whole = text.endsWith("\n") ? text : text + "\n";
    return whole + SEAL + digest(whole) + "\n";
  }

  /**
   * The file to write.
   *
   * @param there what is there; nobody's work is lost with it where nobody has edited it
   */
  public GeneratedFile file(BakePlan plan, Optional<String> there) {
    return new GeneratedFile(
        FILE_NAME,
        write(plan),
        there.filter(BakeFileWriter::isUnedited).isPresent()
            ? GeneratedFile.Existing.IS_REPLACED
            : GeneratedFile.Existing.STOPS);
  }

  /** Whether a text is as it was written here. */
  static boolean isUnedited(String text) {
    int seal = text.lastIndexOf(SEAL);
    return seal > 0 && text.substring(seal).equals(SEAL + digest(text.substring(0, seal)) + "\n");
  }

  /** What a template is tried out on: with all that there can be, and with as little. */
  public static List<Map<String, Object>> examples() {
    Service full = new Service("web", "web", List.of("python:3.13-slim"), List.of("pip-conf"));
    Service bare = new Service("api", "api", List.of("python@sha256:0"), List.of());
    return List.of(
        model(BakePlan.of(List.of(full, bare), List.of("linux/amd64"))),
        model(BakePlan.of(List.of(bare), List.of())));
  }

  private static Map<String, Object> model(BakePlan plan) {
    return Map.of(
        "services", plan.services().stream().map(service -> service(plan, service)).toList(),
        "foundations", plan.foundations().stream().map(BakeFileWriter::foundation).toList(),
        "bases",
            plan.foundations().stream()
                .flatMap(foundation -> foundation.images().stream())
                .distinct()
                .map(BakeFileWriter::base)
                .toList(),
        "platforms", Hcl.quoted(String.join(",", plan.platforms())),
        "secrets",
            plan.services().stream()
                .flatMap(service -> service.secrets().stream())
                .distinct()
                .sorted()
                .map(BakeFileWriter::secret)
                .toList());
  }

  private static Map<String, Object> service(BakePlan plan, Service service) {
    return Map.of(
        "name", Hcl.quoted(service.name()),
        // Never a bare name, which might mean an address or another target.
        "context", Hcl.quoted(context(service.directory())),
        "foundation", Hcl.quoted(plan.foundation(service).target()),
        "hasSecrets", !service.secrets().isEmpty(),
        "serviceSecrets", service.secrets().stream().map(BakeFileWriter::secret).toList());
  }

  private static String context(String directory) {
    return directory.equals(ServiceSearch.ROOT) ? directory : "./" + directory;
  }

  private static Map<String, Object> foundation(BakePlan.Foundation foundation) {
    return Map.of(
        "name", Hcl.quoted(foundation.target()),
        "hasBases", !foundation.images().isEmpty(),
        "images", foundation.images().stream().map(BakeFileWriter::base).toList());
  }

  private static Map<String, Object> base(BakePlan.Base base) {
    return Map.of(
        "reference", Hcl.quoted(base.reference()),
        "variable", base.variable(),
        "source", Hcl.quoted("docker-image://" + base.reference()));
  }

  private static Map<String, Object> secret(String id) {
    return Map.of(
        "id", id, "secretVariable", id.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
