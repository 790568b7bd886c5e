package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last step of the build stage, run by a shell over what loaders are known to answer. */
class LinkCheckTest {
  private static final String GLIBC =
      """
      	linux-vdso.so.1 (0x00007ffc)
      	libpq.so.5 => /lib/x86_64-linux-gnu/libpq.so.5 (0x00007f01)
      	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f02)
      	libown.so.1 => not found
      	/lib64/ld-linux-x86-64.so.2 (0x00007f03)
      """;

  private static final String MUSL =
      """
      	/lib/ld-musl-x86_64.so.1 (0x7f01)
      	libc.musl-x86_64.so.1 => /lib/ld-musl-x86_64.so.1 (0x7f02)
      Error loading shared library libpq.so.5: No such file or directory (needed by x.so)
      Error relocating x.so: PyLong_Type: symbol not found
      """;

  @TempDir Path root;

  private record Outcome(int status, String output) {}

  /**
   * @param answer of {@code ldd} for the one file of the environment
   * @param image names of libraries that the image has
   */
  private Outcome run(String answer, boolean musl, List<String> unchecked, String... image)
      throws IOException, InterruptedException {
    for (String directory :
        List.of("image/lib", "image/usr", "env/site-packages/one", "bin", "tmp")) {
      Files.createDirectories(root.resolve(directory));
    }
    for (String name : image) {
      Files.writeString(root.resolve("image/usr").resolve(name), "");
    }
    Files.writeString(root.resolve("env/site-packages/one/x.so"), "");
    Files.writeString(root.resolve("env/site-packages/one/libown.so.1"), "");
    Files.writeString(root.resolve("answer"), answer);
    Path ldd = root.resolve("bin/ldd");
    Files.writeString(
        ldd, "#!/bin/sh\ncase $1 in */x.so) cat " + root.resolve("answer") + ";; esac\n");
    assertThat(ldd.toFile().setExecutable(true)).isTrue();
    List<String> lines =
        new Instruction.CheckLinks(
                Optional.of(new Mount.Files("libraries", root.resolve("image").toString())),
                root.resolve("env").toString(),
                false,
                musl,
                unchecked)
            .lines();
    String script =
        String.join("\n", lines.subList(1, lines.size()))
            .replace(" \\\n", " ")
            .replace("/tmp/libraries", root.resolve("tmp/libraries").toString())
            .replace("/tmp/linked", root.resolve("tmp/linked").toString());
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
    shell
        .environment()
        .merge("PATH", root.resolve("bin").toString(), (old, ours) -> ours + ":" + old);
    Process process = shell.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  @Test
  void passesWhereTheImageHasWhatIsLinked() throws IOException, InterruptedException {
    assertThat(run(GLIBC, false, List.of(), "libpq.so.5", "libc.so.6"))
        .isEqualTo(new Outcome(0, ""));
  }

  @Test
  void namesTheLibraryAndTheFileThatWantsIt() throws IOException, InterruptedException {
    Outcome outcome = run(GLIBC, false, List.of(), "libc.so.6");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .startsWith("libpq.so.5 is missing in the image, install its package there: wanted by ")
        .endsWith("/site-packages/one/x.so\n")
        .doesNotContain("libc.so.6", "libown.so.1");
  }

  @Test
  void whatIsNotFoundAnywhereIsNamedToo() throws IOException, InterruptedException {
    Outcome outcome = run("\tlibGL.so.1 => not found\n", false, List.of());
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).startsWith("libGL.so.1 is missing in the image");
    assertThat(run("\tlibGL.so.1 => not found\n", false, List.of(), "libGL.so.1").status())
        .isZero();
  }

  @Test
  void muslTellsOfItInASentence() throws IOException, InterruptedException {
    Outcome outcome = run(MUSL, true, List.of(), "ld-musl-x86_64.so.1", "libc.musl-x86_64.so.1");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).startsWith("libpq.so.5 is missing").hasLineCount(1);
    assertThat(run(MUSL, true, List.of(), "libc.musl-x86_64.so.1", "libpq.so.5").status()).isZero();
  }

  @Test
  void passesOverOptionalFiles() throws IOException, InterruptedException {
    assertThat(run(GLIBC, false, List.of("one/x.*")).status()).isZero();
    assertThat(run(GLIBC, false, List.of("two/x.*")).status()).isEqualTo(1);
  }

  @Test
  void staticAndForeignFilesAreNoFault() throws IOException, InterruptedException {
    assertThat(run("\tstatically linked\n", false, List.of()).status()).isZero();
    assertThat(run("\t/env/libQt5Core.so.5 => /lib64/x (0x1)\n", false, List.of()).status())
        .isZero();
    assertThat(run("\tnot a dynamic executable\n", false, List.of()).status()).isZero();
  }

  /** A builder may show a stage of its cache to those alone that copy from it. */
  @Test
  void theStageThatIsLookedIntoIsCopiedFromFirst() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/dockerfile"))) {
      List<String> looking =
          files
              .map(LinkCheckTest::text)
              .filter(text -> text.contains("from=libraries,target=/image"))
              .toList();
      assertThat(looking).hasSizeGreaterThan(10);
      assertThat(looking)
          .allSatisfy(
              text ->
                  assertThat(text.substring(0, text.indexOf("from=libraries,target=/image")))
                      .containsPattern(
                          "COPY --from=libraries /(var/lib/dpkg/status|lib/apk/db/installed) "));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
