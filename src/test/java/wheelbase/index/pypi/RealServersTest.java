package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.index.CoreMetadata.Provenance;
import wheelbase.index.IndexException;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.pep508.PackageName;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolution;
import wheelbase.resolver.Resolver;
import wheelbase.testing.Programs;
import wheelbase.testing.RunningServer;
import wheelbase.testing.Targets;

/**
 * Real index servers: pypiserver, which speaks only HTML, and devpi, which speaks Simple JSON, with
 * small packages made here; and pip itself as the judge of what several of them come to.
 */
@Tag("servers")
class RealServersTest {
  private static final PackageName ALPHA = new PackageName("alpha");
  private static final String LOGIN = "reader:s3cr3t";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;
  @TempDir Path cache;
  private static RunningServer html;
  private static RunningServer guarded;
  private static RunningServer json;

  @BeforeAll
  static void serve() throws Exception {
    Programs.need("pypi-server", "devpi-init", "devpi-server");
    Path packages = Files.createDirectory(directory.resolve("packages"));
    Files.write(packages.resolve("alpha-1.0-py3-none-any.whl"), wheel("alpha", "1.0", "beta>=1"));
    Files.write(packages.resolve("alpha-1.0.tar.gz"), sdist("alpha", "1.0"));
    Files.write(packages.resolve("alpha-3.0-py3-none-any.whl"), wheel("alpha", "3.0"));
    Files.write(packages.resolve("beta-1.0-py3-none-any.whl"), wheel("beta", "1.0"));
    Files.write(packages.resolve("gamma-1.0-py3-none-any.whl"), wheel("gamma", "1.0", "beta"));
    html =
        RunningServer.start(
            Files.createDirectory(directory.resolve("html")),
            port -> pypiserver(port, packages, ".", "."));
    Path passwords = directory.resolve("passwords");
    Files.writeString(passwords, LOGIN.replaceFirst(":.*", ":{SHA}") + sha1("s3cr3t") + "\n");
    guarded =
        RunningServer.start(
            Files.createDirectory(directory.resolve("guarded")),
            port -> pypiserver(port, packages, "list,download,update", passwords.toString()));
    startDevpi();
  }

  private static List<String> pypiserver(int port, Path packages, String guard, String passwords) {
    return List.of(
        "pypi-server",
        "run",
        "--port=" + port,
        "--interface=127.0.0.1",
        "--disable-fallback",
        "--server=wsgiref",
        "--authenticate=" + guard,
        "--passwords=" + passwords,
        packages.toString());
  }

  private static void startDevpi() throws Exception {
    Path here = Files.createDirectory(directory.resolve("json"));
    Programs.run(
        here, Map.of(), "", List.of("devpi-init", "--no-root-pypi", "--serverdir", "data"));
    json =
        RunningServer.start(
            here,
            port ->
                List.of(
                    "devpi-server", "--host=127.0.0.1", "--port=" + port, "--serverdir", "data"));
    String login = devpi("POST", "/+login", "{\"user\": \"root\", \"password\": \"\"}", "");
    String token = "root:" + JSON.readTree(login).at("/result/password").asText();
    String pass = Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    devpi("PUT", "/root/dev", "{\"type\": \"stage\", \"bases\": [], \"volatile\": true}", pass);
    upload("alpha", "1.0", "alpha-1.0-py3-none-any.whl", wheel("alpha", "1.0", "beta<9"), pass);
    upload("alpha", "2.0", "alpha-2.0-py3-none-any.whl", wheel("alpha", "2.0", "beta"), pass);
    upload("alpha", "2.0", "alpha-2.0.tar.gz", sdist("alpha", "2.0"), pass);
    upload("beta", "2.0", "beta-2.0-py3-none-any.whl", wheel("beta", "2.0"), pass);
    upload("delta", "1.0", "delta-1.0-py3-none-any.whl", wheel("delta", "1.0"), pass);
  }

  private static String devpi(String method, String path, String body, String pass)
      throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(json.url(path)))
            .header("Content-Type", "application/json")
            .header("X-Devpi-Auth", pass)
            .method(method, BodyPublishers.ofString(body)));
  }

  private static void upload(String name, String version, String file, byte[] content, String pass)
      throws Exception {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(":action", "file_upload");
    fields.put("name", name);
    fields.put("version", version);
    fields.put("requires_python", ">=3.8");
    for (Map.Entry<String, String> field : fields.entrySet()) {
      form.write(part("name=\"" + field.getKey() + "\"", field.getValue().getBytes()));
    }
    form.write(part("name=\"content\"; filename=\"" + file + "\"", content));
    form.write("--x--\r\n".getBytes());
    send(
        HttpRequest.newBuilder(URI.create(json.url("/root/dev/")))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header("X-Devpi-Auth", pass)
            .POST(BodyPublishers.ofByteArray(form.toByteArray())));
  }

  private static byte[] part(String disposition, byte[] content) throws IOException {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.write(("--x\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes());
    part.write(content);
    part.write("\r\n".getBytes());
    return part.toByteArray();
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return answer.body();
  }

  @AfterAll
  static void stop() {
    Stream.of(html, guarded, json).filter(server -> server != null).forEach(RunningServer::close);
  }

  private static String htmlIndex() {
    return html.url("/simple/");
  }

  private static String jsonIndex() {
    return json.url("/root/dev/+simple/");
  }

  private Asking options(String... indexes) {
    return Asking.of(List.of(indexes), cache);
  }

  @Test
  void readsAnIndexThatSpeaksHtml() {
    try (PypiIndex index = new PypiIndex(options(htmlIndex()).options())) {
      ProjectPage page = index.page(ALPHA).join();
      assertThat(page.files())
          .extracting(ReleaseFile::fileName)
          .containsExactlyInAnyOrder(
              "alpha-1.0-py3-none-any.whl", "alpha-1.0.tar.gz", "alpha-3.0-py3-none-any.whl");
      ReleaseFile wheel = file(page, "alpha-1.0-py3-none-any.whl");
      assertThat(wheel.url()).hasToString(html.url("/packages/alpha-1.0-py3-none-any.whl"));
      assertThat(wheel.hashes()).containsKey("sha256");
      assertThat(index.metadata(wheel).join().requires()).hasToString("[beta>=1]");
      assertThat(index.metadata(wheel).join().provenance()).isEqualTo(Provenance.WHEEL);
      assertThat(index.wheelContents(wheel).join().sources().bytes()).isPositive();
      assertThat(index.sdistContents(file(page, "alpha-1.0.tar.gz")).join().languages())
          .containsExactly(SdistContents.Language.C);
      assertThat(index.page(new PackageName("nobody")).join().found()).isFalse();
    }
  }

  @Test
  void readsAnIndexThatSpeaksJson_withRelativeAddresses() {
    try (PypiIndex index = new PypiIndex(options(jsonIndex()).options())) {
      ProjectPage page = index.page(ALPHA).join();
      ReleaseFile wheel = file(page, "alpha-2.0-py3-none-any.whl");
      assertThat(wheel.url().toString()).startsWith(json.url("/root/dev/%2Bf/"));
      assertThat(wheel.requiresPython())
          .hasValueSatisfying(set -> assertThat(set).hasToString(">=3.8"));
      assertThat(wheel.hashes()).containsKey("sha256");
      assertThat(index.metadata(wheel).join().requires()).hasToString("[beta]");
      assertThat(index.metadata(file(page, "alpha-2.0.tar.gz")).join().provenance())
          .isEqualTo(Provenance.PKG_INFO);
      assertThat(index.page(new PackageName("nobody")).join().found()).isFalse();
    }
  }

  @Test
  void asksNobodyTheSecondTime() {
    List<String> asked = new ArrayList<>();
    IndexListener listener =
        new IndexListener() {
          @Override
          public synchronized void requestStarted(String url) {
            asked.add(url);
          }
        };
    for (int run = 0; run < 2; run++) {
      try (PypiIndex index = new PypiIndex(options(htmlIndex(), jsonIndex()).options(), listener)) {
        ReleaseFile wheel = file(index.page(ALPHA).join(), "alpha-3.0-py3-none-any.whl");
        index.metadata(wheel).join();
      }
      if (run == 0) {
        assertThat(asked).isNotEmpty();
        asked.clear();
      }
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void logsIn() throws IOException {
    String url = guarded.url("/simple/");
    assertThatThrownBy(() -> files(options(url)))
        .hasCauseInstanceOf(IndexException.class)
        .hasMessageContaining("401");
    assertThat(files(options(url.replace("://", "://" + LOGIN + "@")))).isNotEmpty();

    Path netrc = Files.writeString(cache.resolve("netrc"), "default login reader password s3cr3t");
    assertThat(
            files(
                options(url).withEnvironment(Map.of("NETRC", netrc.toString())).withRefresh(true)))
        .isNotEmpty();

    Path program = cache.resolve("keyring");
    Files.writeString(
        program, "#!/bin/sh\necho '{\"username\": \"reader\", \"password\": \"s3cr3t\"}'\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    assertThat(
            files(
                options(url)
                    .withEnvironment(Map.of("PATH", cache + ":/usr/bin:/bin"))
                    .withKeyring(KeyringUse.WHEN_REFUSED)
                    .withRefresh(true)))
        .isNotEmpty();
  }

  /**
   * Python's own server over a directory: it sends no parts, says when a file changed, and has what
   * lies there ({@code .metadata} files, too).
   */
  @Test
  void readsAStaticIndex() throws Exception {
    Programs.need("python3");
    Path root = Files.createTempDirectory(directory, "static");
    Path project = Files.createDirectories(root.resolve("simple/alpha"));
    byte[] announced = wheel("alpha", "2.0", "beta>7");
    Files.writeString(
        project.resolve("index.html"),
        "<a href='alpha-1.0-py3-none-any.whl'>x</a>"
            + "<a href='alpha-2.0-py3-none-any.whl' data-core-metadata='true'"
            + " data-requires-python='&gt;=3.9' data-yanked='too soon'>x</a>");
    Files.write(project.resolve("alpha-1.0-py3-none-any.whl"), wheel("alpha", "1.0", "beta>=1"));
    Files.write(project.resolve("alpha-2.0-py3-none-any.whl"), announced);
    Files.writeString(
        project.resolve("alpha-2.0-py3-none-any.whl.metadata"),
        "Metadata-Version: 2.1\nName: alpha\nVersion: 2.0\nRequires-Dist: beta>7\n");
    List<Integer> statuses = new ArrayList<>();
    IndexListener listener =
        new IndexListener() {
          @Override
          public synchronized void requestFinished(String url, int status) {
            statuses.add(status);
          }
        };
    try (RunningServer server =
        RunningServer.start(
            root,
            port ->
                List.of(
                    "python3", "-m", "http.server", "--bind", "127.0.0.1", String.valueOf(port)))) {
      Asking options = options(server.url("/simple/"));
      try (PypiIndex index = new PypiIndex(options.options())) {
        ProjectPage page = index.page(ALPHA).join();
        ReleaseFile plain = file(page, "alpha-1.0-py3-none-any.whl");
        ReleaseFile withMetadata = file(page, "alpha-2.0-py3-none-any.whl");
        assertThat(index.metadata(plain).join().requires()).hasToString("[beta>=1]");
        assertThat(index.metadata(plain).join().provenance()).isEqualTo(Provenance.WHEEL);
        assertThat(index.metadata(withMetadata).join().requires()).hasToString("[beta>7]");
        assertThat(index.metadata(withMetadata).join().provenance())
            .isEqualTo(Provenance.METADATA_FILE);
        assertThat(withMetadata.yanked()).contains("too soon");
        assertThat(withMetadata.requiresPython()).isPresent();
      }
      try (PypiIndex index = new PypiIndex(options.withRefresh(true).options(), listener)) {
        assertThat(index.page(ALPHA).join().files()).hasSize(2);
      }
    }
    assertThat(statuses).as("asked whether it changed").containsExactly(304);
  }

  /** Down to the bytes of a wheel, which need the login too. */
  private static List<String> files(Asking options) {
    try (PypiIndex index = new PypiIndex(options.options())) {
      ProjectPage page = index.page(ALPHA).join();
      page.files().stream()
          .filter(ReleaseFile::isWheel)
          .forEach(wheel -> index.wheelContents(wheel).join());
      return page.files().stream().map(ReleaseFile::fileName).toList();
    }
  }

  /** What the upstream said comes through a mirror that speaks JSON. */
  @Test
  void readsYankedAndRequiresPythonThroughAMirror() throws Exception {
    try (ScriptedServer upstream = new ScriptedServer()) {
      upstream.on(
          "/simple/omega/",
          ScriptedServer.HTML,
          "<a href='/f/omega-1.0-py3-none-any.whl#sha256="
              + "0".repeat(64)
              + "' data-requires-python='&gt;=3.9'>omega-1.0-py3-none-any.whl</a>"
              + "<a href='/f/omega-2.0-py3-none-any.whl' data-yanked='broken'>"
              + "omega-2.0-py3-none-any.whl</a>");
      String login = devpi("POST", "/+login", "{\"user\": \"root\", \"password\": \"\"}", "");
      String token = "root:" + JSON.readTree(login).at("/result/password").asText();
      devpi(
          "PUT",
          "/root/mirror",
          "{\"type\": \"mirror\", \"volatile\": true, \"mirror_no_project_list\": true,"
              + " \"mirror_url\": \""
              + upstream.url("/simple/")
              + "\"}",
          Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8)));
      try (PypiIndex index = new PypiIndex(options(json.url("/root/mirror/+simple/")).options())) {
        ProjectPage page = index.page(new PackageName("omega")).join();
        assertThat(file(page, "omega-1.0-py3-none-any.whl").requiresPython()).isPresent();
        assertThat(file(page, "omega-1.0-py3-none-any.whl").yanked()).isEmpty();
        assertThat(file(page, "omega-2.0-py3-none-any.whl").yanked()).contains("broken");
      }
      assertThat(upstream.requests()).extracting(RecordedRequest::getTarget).isNotEmpty();
    }
  }

  /**
   * Which files pip takes from several places, and which this program does: the newest wherever it
   * is, of equals the one that pip's sorting leaves.
   *
   * @param places H is the HTML index, J the JSON index, D the directory as {@code --find-links}, P
   *     a page of links; the first index is {@code --index-url}
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "H J | alpha gamma delta",
        "J H | alpha gamma delta",
        "H J | alpha==1.0",
        "J H | alpha==1.0",
        "J H | alpha==2.0",
        "H D | alpha==1.0 gamma",
        "D H J | alpha==1.0",
        "D P J | alpha==1.0 beta",
        "P J | alpha",
        "D | gamma",
        "P D | beta"
      })
  void takesTheFilesThatPipTakes(String places, String requirements) throws Exception {
    List<String> indexes = new ArrayList<>();
    List<String> links = new ArrayList<>();
    for (String place : places.split(" ")) {
      switch (place) {
        case "H" -> indexes.add(htmlIndex());
        case "J" -> indexes.add(jsonIndex());
        case "D" -> links.add(directory.resolve("packages").toString());
        default -> links.add(html.url("/packages/"));
      }
    }
    assertThat(ours(indexes, links, requirements.split(" ")))
        .isEqualTo(pips(indexes, links, requirements.split(" ")));
  }

  private Map<String, String> ours(List<String> indexes, List<String> links, String... requirements)
      throws InterruptedException {
    Asking options = options(indexes.toArray(String[]::new)).withFindLinks(links);
    try (PypiIndex index = new PypiIndex(options.options())) {
      Resolution resolution =
          new Resolver(index).resolve(Targets.request(Targets.SLIM_311, requirements));
      Map<String, String> files = new LinkedHashMap<>();
      resolution.resolved().orElseThrow().pins().values().stream()
          .sorted((one, other) -> one.name().compareTo(other.name()))
          .forEach(pin -> files.put(pin.name().value(), address(pin)));
      return files;
    }
  }

  private static String address(Pin pin) {
    return pin.file().orElseThrow().url().toString().replaceFirst("#.*", "");
  }

  /** The pip beside the servers. */
  private static Map<String, String> pips(
      List<String> indexes, List<String> links, String... requirements) throws Exception {
    Path server =
        Arrays.stream(System.getenv("PATH").split(":"))
            .map(each -> Path.of(each, "pypi-server"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow();
    List<String> command =
        new ArrayList<>(
            List.of(
                server.toRealPath().resolveSibling("pip").toString(),
                "install",
                "--quiet",
                "--dry-run",
                "--ignore-installed",
                "--no-cache-dir",
                "--disable-pip-version-check",
                "--report=report.json"));
    if (indexes.isEmpty()) {
      command.add("--no-index");
    }
    for (int each = 0; each < indexes.size(); each++) {
      command.add((each == 0 ? "--index-url=" : "--extra-index-url=") + indexes.get(each));
    }
    links.forEach(place -> command.add("--find-links=" + place));
    command.addAll(List.of(requirements));
    Path here = Files.createTempDirectory(directory, "pip");
    String told = Programs.run(here, Map.of("PIP_CONFIG_FILE", "/dev/null"), "", command);
    assertThat(here.resolve("report.json")).as(told).exists();
    Map<String, String> files = new TreeMap<>();
    for (JsonNode installed : JSON.readTree(here.resolve("report.json").toFile()).path("install")) {
      files.put(
          installed.at("/metadata/name").asText(), installed.at("/download_info/url").asText());
    }
    return files;
  }

  private static ReleaseFile file(ProjectPage page, String name) {
    return page.files().stream()
        .filter(file -> file.fileName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] wheel(String name, String version, String... requires) {
    StringBuilder metadata =
        new StringBuilder("Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
    for (String requirement : requires) {
      metadata.append("Requires-Dist: ").append(requirement).append('\n');
    }
    String info = name + "-" + version + ".dist-info/";
    Map<String, String> members = new LinkedHashMap<>();
    members.put(name + "/__init__.py", "x = 1\n");
    members.put(info + "METADATA", metadata.toString());
    members.put(info + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
    members.put(info + "RECORD", "");
    return Archives.zip(members);
  }

  private static byte[] sdist(String name, String version) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put(
        "PKG-INFO", "Metadata-Version: 2.2\nName: " + name + "\nVersion: " + version + "\n");
    members.put(
        "setup.py", "from setuptools import *\nsetup(ext_modules=[Extension('x', ['x.c'])])\n");
    members.put("x.c", "int x;\n");
    return Archives.tarGz(members);
  }

  private static String sha1(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }
}
