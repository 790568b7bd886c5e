package wheelbase.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageReference;
import wheelbase.baseimage.ImageSelection;
import wheelbase.baseimage.OwnImage;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.Architecture;

/** What an image says of itself, over a drawn registry. */
class OwnImagesTest {
  private static final List<Architecture> BOTH = List.of(Architecture.values());
  private static final String DEBIAN = "# debian.sh --arch 'amd64' out/ 'bookworm' '@1753056000'";

  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, String> annotations = new HashMap<>();
  private List<String> history = List.of();
  private String user = "";
  private List<Architecture> there = BOTH;

  private Checked<BaseImage> read(String pythons) throws InterruptedException {
    OwnImage own =
        ImageSelection.parse(
                Catalogue.shipped(), "registry.test/team/app:7", Optional.ofNullable(pythons))
            .unread()
            .get(0);
    Registry registry =
        new Registry() {
          @Override
          public String digest(ImageReference image) {
            throw new IllegalStateException("nobody wants it");
          }

          @Override
          public PublishedImage image(ImageReference image, Collection<Architecture> wanted) {
            Map<Architecture, PublishedImage.Contents> contents = new EnumMap<>(Architecture.class);
            there.forEach(
                architecture ->
                    contents.put(
                        architecture,
                        new PublishedImage.Contents(
                            environment,
                            labels,
                            user,
                            List.of("tini", "--"),
                            history,
                            50_000_000)));
            return new PublishedImage(image, "sha256:" + "0".repeat(64), annotations, contents);
          }
        };
    return new OwnImages(registry, Catalogue.shipped()).read(own, BOTH);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "# debian.sh --arch 'amd64' out/ 'trixie' '@1753056000', debian:13",
        "# debian.sh --arch 'arm64' out/ 'bookworm' '@1753056000', debian:12",
        "ADD alpine-minirootfs-3.24.1-x86_64.tar.gz / # buildkit, alpine:3.24",
      })
  void theDistributionsNoteHowTheirImagesAreMade(String line, String release)
      throws InterruptedException {
    history = List.of("", line, "RUN pip install something");
    environment.put("PYTHON_VERSION", "3.12.7");
    BaseImage image = read(null).value().orElseThrow();
    assertThat(image.distribution().id()).isEqualTo(release);
    assertThat(image.python()).hasToString("3.12.7");
    assertThat(image.toPull()).containsEntry(Architecture.ARM64, 50_000_000L);
    assertThat(image.start().asRoot()).isTrue();
    assertThat(image.start().entrypoint()).containsExactly("tini", "--");
  }

  @ParameterizedTest
  @CsvSource({
    "docker.io/library/python:3.12-slim-bookworm, debian:12, 3.12.14",
    "python:3.11.4-alpine3.23@sha256:00, alpine:3.23, 3.11.4",
    "docker.io/library/python:3.14-slim-trixie, debian:13, 3.14.7",
  })
  void aBaseThatIsNotedSaysBoth(String base, String release, String python)
      throws InterruptedException {
    labels.put("org.opencontainers.image.base.name", base);
    BaseImage image = read(null).value().orElseThrow();
    assertThat(image.distribution().id()).isEqualTo(release);
    assertThat(image.python()).hasToString(python);
  }

  @ParameterizedTest
  @CsvSource({
    "docker.io/library/debian:13.1-slim, debian:13",
    "debian:bookworm-20260901-slim, debian:12",
    "alpine:3.24.2, alpine:3.24",
  })
  void anAnnotationIsAsGoodAsALabel(String base, String release) throws InterruptedException {
    annotations.put("org.opencontainers.image.base.name", base);
    BaseImage image = read("3.13").value().orElseThrow();
    assertThat(image.distribution().id()).isEqualTo(release);
    assertThat(image.series()).isEqualTo("3.13");
  }

  @ParameterizedTest
  @CsvSource({"1001, false", "app, false", "root, true", "0:0, true", "0, true", "'', true"})
  void whoStartsItIsTold(String who, boolean root) throws InterruptedException {
    history = List.of(DEBIAN);
    user = who;
    assertThat(read("3.13").value().orElseThrow().start().asRoot()).isEqualTo(root);
  }

  @Test
  void nothingIsGuessed() throws InterruptedException {
    environment.put("PYTHON_VERSION", "3.12.7");
    assertThat(refusal(null))
        .isEqualTo(
            Diagnostic.error(
                    "base-release-unknown",
                    "nothing in `registry.test/team/app:7` says which distribution release it is"
                        + " built on")
                .withHint("say it: registry.test/team/app:7=debian:13/3.13"));
    environment.clear();
    history = List.of(DEBIAN);
    assertThat(refusal(null).id()).isEqualTo("base-python-unknown");
    environment.put("PYTHON_VERSION", "2.7.18");
    assertThat(refusal(null).id()).isEqualTo("base-python-unknown");
    environment.put("PYTHON_VERSION", "3.8.20");
    assertThat(refusal(null).id()).isEqualTo("unknown-python");
  }

  @Test
  void whatIsNotThereForAnArchitectureIsSaid() throws InterruptedException {
    there = List.of(Architecture.AMD64);
    assertThat(refusal("3.13").id()).isEqualTo("no-such-architecture");
  }

  @Test
  void redHatSaysItsName() throws InterruptedException {
    labels.put("vendor", "Red Hat, Inc.");
    labels.put("name", "ubi9/python-312");
    environment.put("PYTHON_VERSION", "3.12");
    assertThat(refusal(null).id()).isEqualTo("unsupported-base");
    assertThat(refusal(null).message()).startsWith("`registry.test/team/app:7`: `ubi9/python-312`");
  }

  private Diagnostic refusal(String pythons) throws InterruptedException {
    return read(pythons).refusal().orElseThrow();
  }
}
