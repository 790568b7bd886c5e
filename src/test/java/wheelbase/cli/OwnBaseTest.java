package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.testing.ContainerImages;

/** Bases beside the official image, and digests, from the command line to the file. */
class OwnBaseTest {
  @TempDir private Path directory;

  private final ContainerImages images = ContainerImages.python();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> environment = new HashMap<>();
  private IndexServer index;
  private HttpServer registry;

  @BeforeEach
  void aProjectAnIndexAndARegistry() throws IOException {
    index =
        new IndexServer()
            .wheel("flask", "3.0.0", "py3-none-any")
            .wheel("new", "1.0", "cp313-cp313-manylinux_2_41_x86_64")
            .wheel("new", "1.0", "cp313-cp313-manylinux_2_41_aarch64")
            .nativeSdist("new", "1.0");
    registry = images.serve(asked);
    Files.writeString(directory.resolve("requirements.txt"), "flask==3.0.0\n");
    environment.put("HOME", directory.toString());
    environment.put("PIP_CONFIG_FILE", "/dev/null");
    environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    environment.put("LANG", "C.UTF-8");
  }

  @AfterEach
  void close() {
    index.close();
    registry.stop(0);
  }

  private String own() {
    return "127.0.0.1:" + registry.getAddress().getPort() + "/team/python:7";
  }

  private CommandLineRun run(String... words) {
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.addAll(List.of("--index-url", index.url()));
    return CommandLineRun.of(
        directory,
        new IndexedPipeline(environment),
        environment,
        false,
        all.toArray(String[]::new));
  }

  private String dockerfile() throws IOException {
    return Files.readString(directory.resolve("Dockerfile"));
  }

  @Test
  void whatAnImageIsMadeOfIsReadAtItsRegistry() throws IOException {
    CommandLineRun run = run("generate", "--base", own());
    assertThat(run.err()).doesNotContain("error");
    assertThat(run.exitCode()).isZero();
    assertThat(dockerfile())
        .startsWith(
            "# syntax=docker/dockerfile:1\n#\n# Written by wheelbase for Python 3.13 on python:7.")
        .contains("FROM " + own() + " AS builder")
        .contains("FROM " + own() + " AS runtime");
    assertThat(asked).first().isEqualTo("GET /v2/team/python/manifests/7");
  }

  @Test
  void itsReleaseDecidesWhichWheelsFit() throws IOException {
    Files.writeString(directory.resolve("requirements.txt"), "new\n");
    JsonNode trixie = json("check", "--json", "--base", own());
    assertThat(trixie.at("/targets").toString()).contains("cp313-manylinux_2_41_aarch64");
    assertThat(candidate(trixie).at("/source_builds")).isEmpty();
    assertThat(candidate(trixie).at("/base_image").asText()).isEqualTo(own());
    assertThat(candidate(trixie).at("/size/method").asText()).isEqualTo("estimated");
    JsonNode bookworm = json("check", "--json", "--base", own() + "=debian:12/3.13");
    assertThat(candidate(bookworm).at("/source_builds").toString()).contains("new");
  }

  private static JsonNode candidate(JsonNode check) {
    return check.at("/recommendation/candidates/0");
  }

  private JsonNode json(String... words) throws IOException {
    return new ObjectMapper().readTree(run(words).out());
  }

  @Test
  void nobodyIsAskedWhereTheUserHasSaidIt() throws IOException {
    CommandLineRun run = run("generate", "--base", own() + "=alpine:3.24/3.12");
    assertThat(run.exitCode()).isZero();
    assertThat(asked).isEmpty();
    assertThat(dockerfile()).contains("FROM " + own() + " AS runtime").contains("adduser");
    run("generate", "--force", "--base", "slim-trixie");
    run("generate", "--force", "--base", "distroless");
    run("check");
    assertThat(asked).isEmpty();
  }

  @Test
  void aDigestStandsBesideTheTag() throws IOException {
    CommandLineRun run = run("generate", "--base", own() + "=debian:13/3.13", "--digest");
    assertThat(run.exitCode()).isZero();
    String pinned = "FROM " + own() + "@" + images.digest() + " AS ";
    assertThat(dockerfile())
        .contains(pinned + "builder")
        .contains(pinned + "runtime")
        .doesNotContain("To pin");
    assertThat(asked).containsExactly("HEAD /v2/team/python/manifests/7");
    JsonNode told = json("generate", "--force", "--json", "--base", own(), "--digest");
    assertThat(told.at("/images/0/reference").asText()).isEqualTo(own());
    assertThat(told.at("/images/0/digest").asText()).isEqualTo(images.digest());
  }

  @Test
  void withoutANetworkTheFileSaysHowToPin() throws IOException {
    CommandLineRun once = run("generate", "--base", own() + "=debian:13/3.13");
    assertThat(once.exitCode()).isZero();
    CommandLineRun run =
        run("generate", "--force", "--offline", "--base", own() + "=debian:13/3.13", "--digest");
    assertThat(run.exitCode()).isZero();
    assertThat(asked).isEmpty();
    assertThat(run.err())
        .contains("`" + own() + "` is not pinned: no registry was asked")
        .contains("the Dockerfile says how to look its digest up");
    assertThat(dockerfile()).contains("docker buildx imagetools inspect " + own());
  }

  @Test
  void offlineAnUnknownBaseCannotBeRead() {
    CommandLineRun run = run("check", "--offline", "--base", own());
    assertThat(run.exitCode()).isEqualTo(ExitCode.INDEX);
    assertThat(run.err()).contains("no registry was asked").contains("IMAGE=debian:13/3.13");
  }

  @Test
  void whatIsMissingOnDistrolessIsNamed() throws IOException {
    Files.writeString(directory.resolve("requirements.txt"), "flask==3.0.0\npython-magic\n");
    index.wheel("python-magic", "0.4.27", "py3-none-any");
    CommandLineRun run = run("generate", "--base", "distroless");
    assertThat(run.exitCode()).isEqualTo(ExitCode.REQUIREMENTS);
    assertThat(run.err())
        .contains("python-magic 0.4.27 needs libmagic1")
        .contains("nothing can be installed in");
    CommandLineRun compared = run("check", "--base", "slim-trixie,distroless", "--python", "3.13");
    assertThat(compared.exitCode()).isZero();
    assertThat(compared.out()).contains("distroless");
  }

  @Test
  void anAuditIsToldWhatABaseIsAndReadsItWhereItIsNotTold() throws IOException {
    Files.writeString(directory.resolve("requirements.txt"), "psycopg2\n");
    index.nativeSdist("psycopg2", "2.9.10");
    Files.writeString(
        directory.resolve("Dockerfile"),
        "FROM "
            + own()
            + "\nCOPY requirements.txt ./\nRUN pip install --no-cache-dir -r requirements.txt\n"
            + "USER 10001\n");
    JsonNode unknown = json("audit", "--json");
    assertThat(findings(unknown)).containsExactly("base-not-judged");
    assertThat(unknown.at("/audit/findings/0/hint").asText())
        .contains("--base " + own() + "=debian:13/3.13");
    assertThat(asked).isEmpty();

    CommandLineRun bookworm = run("audit", "--base", own() + "=debian:12/3.13");
    assertThat(bookworm.exitCode()).as(bookworm.out()).isZero();
    assertThat(bookworm.out().replaceAll("\\s+", " "))
        .contains("note: psycopg2 2.9.10 has no wheel on " + own(), "gcc", "libpq-dev")
        .contains("note: the image has no `libpq5`, unless `" + own() + "` brings it")
        .doesNotContain("base-not-judged");
    assertThat(asked).isEmpty();

    assertThat(findings(json("audit", "--json", "--base", own())))
        .containsExactly("missing-library", "missing-build-package");
    assertThat(asked).isNotEmpty();
  }

  private static List<String> findings(JsonNode audit) {
    List<String> ids = new ArrayList<>();
    audit.at("/audit/findings").forEach(each -> ids.add(each.path("id").asText()));
    return ids;
  }
}
