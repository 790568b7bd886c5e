package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants a secret of each kind, sees that the index got it, and searches every byte that the
 * program writes for it: as it is, percent-encoded, and in base64.
 */
class SecretsTest {
  /** Its {@code @} and {@code %} must be encoded in a URL, its {@code +} and {@code /} need not. */
  private static final String SECRET = "s3cr3t-wQ7@x%Zk+9/tR";

  private static final String USER = "planted-user";

  /** What is read before the commands part ways is the same for all of them. */
  private static final List<List<String>> TEXT_AND_JSON =
      List.of(List.of("check", "-v"), List.of("check", "--json"));

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("check", "-v"),
          List.of("check", "--json"),
          List.of("check", "--html", "out/page.html"),
          List.of("why", "speedy", "-v"),
          List.of("generate", "-v", "-o", "out", "--force", "--save-answers", "out/answers.json"),
          List.of("generate", "--dry-run"));

  @TempDir private Path directory;
  @TempDir private Path home;
  private Path project;
  private IndexServer index;
  private final Map<String, String> environment = new HashMap<>();
  private final StringBuilder written = new StringBuilder();

  @BeforeEach
  void anIndexThatAsksForALogin() throws IOException {
    index =
        new IndexServer()
            .wheel("flask", "3.0.0", "py3-none-any", "speedy>=1.0")
            .wheel("speedy", "1.0", "cp313-cp313-manylinux_2_28_x86_64")
            .nativeSdist("speedy", "1.0")
            .demand(basic(USER, SECRET));
    project = Files.createDirectory(directory.resolve("project"));
    Files.createDirectory(directory.resolve("out"));
    requirements("flask==3.0.0\n");
    environment.put("HOME", home.toString());
    environment.put("PIP_CONFIG_FILE", "/dev/null");
    environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    environment.put("LANG", "C.UTF-8");
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void inTheUrlOfTheCommandLine() throws IOException {
    runAll("--index-url", withLogin(index.url()));
    assertGivenAndHidden();
  }

  @Test
  void inTheUrlOfTheEnvironment() throws IOException {
    environment.put("PIP_EXTRA_INDEX_URL", withLogin(index.url()));
    try (IndexServer empty = new IndexServer()) {
      runAll("--index-url", empty.url());
    }
    assertGivenAndHidden();
  }

  @Test
  void inAVariableThatARequirementsFileNames() throws IOException {
    environment.put("INDEX_PASSWORD", encoded(SECRET));
    requirements(
        "--index-url "
            + index.url().replace("://", "://" + USER + ":${INDEX_PASSWORD}@")
            + "\nflask==3.0.0\n");
    runAll();
    assertGivenAndHidden();
  }

  @Test
  void inPipsConfiguration() throws IOException {
    Path configuration = home.resolve("pip.conf");
    Files.writeString(configuration, "[global]\nindex-url = " + withLogin(index.url()) + "\n");
    environment.put("PIP_CONFIG_FILE", configuration.toString());
    runAll();
    assertGivenAndHidden();
  }

  @Test
  void inNetrc() throws IOException {
    Files.writeString(
        home.resolve(".netrc"), "machine localhost login " + USER + " password " + SECRET + "\n");
    runAll("--index-url", index.url());
    assertGivenAndHidden();
  }

  @Test
  void inTheVariablesOfThisProgram() throws IOException {
    environment.put("WHEELBASE_INDEX_USERNAME", USER);
    environment.put("WHEELBASE_INDEX_PASSWORD", SECRET);
    runAll("--index-url", index.url());
    assertGivenAndHidden();
  }

  @Test
  void inTheKeyring() throws IOException {
    keyring("printf '%s' '{\"username\": \"" + USER + "\", \"password\": \"" + SECRET + "\"}'");
    runAll("--index-url", index.url());
    assertGivenAndHidden();
  }

  @Test
  void inTheAddressOfAPageOfLinks() throws IOException {
    environment.put("PIP_FIND_LINKS", withLogin(index.url() + "flask/"));
    runAll("--index-url", withLogin(index.url()));
    assertGivenAndHidden();
  }

  @Test
  void whereTheyAreWrong() throws IOException {
    index.demand(basic(USER, "another"));
    keyring("printf '%s' '{\"username\": \"" + USER + "\", \"password\": \"" + SECRET + "\"}'");
    runAll("--index-url", index.url().replace("://", "://" + USER + "@"));
    runAll("--index-url", withLogin(index.url()));
    assertThat(written).contains("401");
    assertHidden();
  }

  @Test
  void whereTheAddressIsNone() throws IOException {
    for (String address :
        List.of(
            withLogin("ftp://host.test/simple/"),
            withLogin("https:/host.test/"),
            "https://" + USER + ":a/" + encoded(SECRET) + "@host.test/",
            "https://" + USER + ":" + SECRET.replace("/", "") + "@host.test:port/simple/",
            withLogin("http://host.test/simple/"))) {
      runAll("--index-url", address);
      environment.put("PIP_INDEX_URL", address);
      environment.put("PIP_FIND_LINKS", address);
      run(TEXT_AND_JSON);
      requirements("--index-url " + address + "\n--find-links=" + address + "\n-r\nflask\n");
      run(TEXT_AND_JSON);
      requirements("flask @ " + address + "flask-3.0.0.tar.gz\nspeedy\n--no-such " + address);
      run(TEXT_AND_JSON, "--offline");
    }
    assertHidden();
  }

  private void requirements(String text) throws IOException {
    Files.writeString(project.resolve("requirements.txt"), text);
  }

  private void keyring(String script) throws IOException {
    Path program = Files.createDirectories(home.resolve("bin")).resolve("keyring");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    environment.put("PATH", program.getParent() + ":/usr/bin:/bin");
  }

  private void runAll(String... options) {
    run(COMMANDS, options);
  }

  private void run(List<List<String>> commands, String... options) {
    for (List<String> command : commands) {
      List<String> words = new ArrayList<>(command);
      words.addAll(Arrays.asList(options));
      words.add("project");
      CommandLineRun run =
          CommandLineRun.of(
              directory,
              new IndexedPipeline(environment),
              environment,
              false,
              words.toArray(String[]::new));
      written.append(run.out()).append(run.err());
    }
  }

  private void assertGivenAndHidden() throws IOException {
    assertThat(index.authorizations()).contains(basic(USER, SECRET));
    assertThat(written).contains("speedy");
    assertThat(directory.resolve("out/Dockerfile")).exists();
    assertThat(directory.resolve("out/page.html")).exists();
    assertThat(directory.resolve("cache")).isNotEmptyDirectory();
    assertHidden();
  }

  /** Streams, files and their names; what the test itself wrote apart. */
  private void assertHidden() throws IOException {
    Set<String> forms = forms();
    for (String form : forms) {
      assertThat(written).doesNotContain(form);
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(path -> !path.startsWith(project)).toList()) {
        String text =
            directory.relativize(file)
                + (Files.isRegularFile(file)
                    ? Files.readString(file, StandardCharsets.ISO_8859_1)
                    : "");
        for (String form : forms) {
          assertThat(text).as(file.toString()).doesNotContain(form);
        }
      }
    }
  }

  /** As typed, encoded for a URL in two ways, and in base64 wherever it begins in a longer text. */
  private static Set<String> forms() {
    Set<String> forms =
        new TreeSet<>(
            List.of(SECRET, encoded(SECRET), SECRET.replace("@", "%40"), "s3cr3t", "%Zk+9"));
    for (String before : List.of("", "x", "xy", USER + ":")) {
      byte[] bytes = (before + SECRET).getBytes(StandardCharsets.UTF_8);
      String text = Base64.getEncoder().encodeToString(bytes);
      int from = (before.length() * 8 + 5) / 6;
      forms.add(text.substring(from + 1, text.length() - 4));
    }
    return forms;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String withLogin(String url) {
    return url.replaceFirst("(:/+)", "$1" + USER + ":" + encoded(SECRET) + "@");
  }

  private static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
