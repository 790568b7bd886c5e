package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same project gives the same files on any machine, in any language, zone and order. */
class SameBytesTest {
  private static final List<String> GENERATED = List.of("Dockerfile", ".dockerignore");

  /** In the order in which they are written, and so perhaps listed. */
  private static final List<Map.Entry<String, String>> FILES =
      List.of(
          Map.entry("requirements.txt", "-r more.txt\nflask==3.0.0\n"),
          Map.entry("more.txt", "-c limits.txt\ngunicorn\ninstinct\n"),
          Map.entry("limits.txt", "gunicorn<24\n"),
          Map.entry("a/__init__.py", ""),
          Map.entry("a/main.py", "print('a')\n"),
          Map.entry("b/wsgi.py", "from flask import Flask\napp = Flask(__name__)\n"),
          Map.entry("I.py", "from flask import Flask\napp = Flask(__name__)\n"),
          Map.entry("i.py", "from flask import Flask\napp = Flask(__name__)\n"),
          Map.entry("\u00e4.py", "print('a')\n"),
          Map.entry("wheels/readme", ""));

  @TempDir private Path directory;
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();
  private final Map<String, String> properties =
      Map.of(
          "line.separator", System.getProperty("line.separator"),
          "user.home", System.getProperty("user.home"),
          "user.language", System.getProperty("user.language"));
  private IndexServer index;

  @BeforeEach
  void anIndex() throws IOException {
    index =
        new IndexServer()
            .wheel("flask", "3.0.0", "py3-none-any")
            .wheel("gunicorn", "23.0.0", "py3-none-any")
            .wheel("instinct", "1.0", "cp313-cp313-manylinux_2_28_x86_64")
            .nativeSdist("instinct", "1.0");
  }

  @AfterEach
  void asItWas() {
    index.close();
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
    properties.forEach(System::setProperty);
  }

  private Path project(String name, List<Map.Entry<String, String>> files) throws IOException {
    Path project = directory.resolve(name);
    for (Map.Entry<String, String> file : files) {
      Path path = project.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return project;
  }

  private List<String> arguments(Path project) {
    return List.of(
        "generate",
        project.toString(),
        "--index-url",
        index.url(),
        "--exclude-newer",
        "2026-11-20",
        "--python",
        "3.13",
        "--cache-dir",
        directory.resolve("cache").toString());
  }

  private String generated(Path project, Map<String, String> environment) throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            project.getParent(),
            new IndexedPipeline(environment),
            environment,
            false,
            arguments(project).toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return read(project);
  }

  private static String read(Path project) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : GENERATED) {
      all.append(Files.readString(project.resolve(name)));
    }
    return all.toString();
  }

  private static Map<String, String> environment(String home) {
    return Map.of("LANG", "C.UTF-8", "PIP_CONFIG_FILE", "/dev/null", "HOME", home);
  }

  private String usual() throws IOException {
    String usual = generated(project("usual/project", FILES), environment("/nowhere"));
    assertThat(usual).contains("FROM python:3.13-slim", "instinct 1.0 is compiled");
    return usual;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "de-DE", "ja-JP"})
  void inEveryLanguage(String tag) throws IOException {
    String usual = usual();
    Locale.setDefault(Locale.forLanguageTag(tag));
    assertThat(generated(project("other/project", FILES), environment("/nowhere")))
        .isEqualTo(usual);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"})
  void inEveryTimeZone(String id) throws IOException {
    String usual = usual();
    TimeZone.setDefault(TimeZone.getTimeZone(id));
    assertThat(generated(project("other/project", FILES), environment("/nowhere")))
        .isEqualTo(usual);
  }

  @Test
  void inEveryOrderPlaceHomeAndWithEveryLineEndOfTheSystem() throws IOException {
    String usual = usual();
    System.setProperty("line.separator", "\r\n");
    System.setProperty("user.home", directory.toString());
    List<Map.Entry<String, String>> turned = new ArrayList<>(FILES);
    Collections.reverse(turned);
    assertThat(generated(project("far/away/project", turned), environment(directory.toString())))
        .isEqualTo(usual);
  }

  static Stream<Path> virtualMachines() throws IOException {
    Path here = Path.of(System.getProperty("java.home"), "bin", "java");
    Path others = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(others)) {
      return Stream.of(here);
    }
    try (Stream<Path> found = Files.list(others)) {
      return Stream.concat(Stream.of(here), found.map(one -> one.resolve("bin/java")))
          .filter(Files::isExecutable)
          .map(SameBytesTest::real)
          .distinct()
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Absolute, for a process that starts in another directory. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @ParameterizedTest
  @MethodSource("virtualMachines")
  void onEveryJavaInAnotherLanguageAndZone(Path java) throws IOException, InterruptedException {
    String usual = usual();
    Path project = project("other/project", FILES);
    List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Duser.language=tr", "-Duser.country=TR", "-cp"));
    command.addAll(List.of(classPath(), Main.class.getName()));
    command.addAll(arguments(project));
    Path said = directory.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "LANG", "C.UTF-8",
                "LC_ALL", "C.UTF-8",
                "TZ", "Pacific/Kiritimati",
                "HOME", directory.toString(),
                "PIP_CONFIG_FILE", "/dev/null"));
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    assertThat(read(project)).isEqualTo(usual);
  }
}
