package wheelbase.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.testing.Programs;

/** The probe itself, on this machine's Python, in an environment that the test makes up. */
class ProbeScriptTest {
  @TempDir private Path directory;

  @BeforeEach
  void needsPython() {
    Programs.need("python3");
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void distribution(String name, String metadata, String... modules) throws IOException {
    String folder = name.replace(' ', '-') + ".dist-info/";
    String[] words = name.split(" ");
    write(
        folder + "METADATA",
        "Metadata-Version: 2.1\nName: %s\nVersion: %s\n%s\n"
            .formatted(words[0], words[1], metadata));
    write(folder + "WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n");
    StringBuilder record = new StringBuilder();
    for (String module : modules) {
      record.append(module).append(",,\n");
    }
    write(folder + "RECORD", record + folder + "METADATA,,\n");
  }

  private String run(Map<String, Object> orders) throws IOException, InterruptedException {
    String program;
    try (var file = Probe.class.getResourceAsStream("probe.py")) {
      program = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    // The walk over the whole file system is not for this machine.
    program =
        program
            .replace("os.walk(\"/\",", "os.walk(" + quoted(directory.toString()) + ",")
            .replace(
                "metadata.distributions()",
                "metadata.distributions(path=[" + quoted(directory.toString()) + "])");
    return Programs.run(
        directory,
        Map.of("PYTHONPATH", directory.toString()),
        program,
        List.of("python3", "-", new ObjectMapper().writeValueAsString(orders)));
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  private ProbeReport look() throws IOException, InterruptedException {
    String output =
        run(
            Map.of(
                "do",
                "look",
                "not_imported",
                List.of("tests"),
                "packages",
                List.of("no-such-package")));
    return ProbeReader.report(output).orElseThrow(() -> new AssertionError(output));
  }

  @Test
  void everyModuleIsImportedAndSaysWhyNot() throws Exception {
    distribution(
        "shop 1.0",
        "Requires-Dist: other>=1\nRequires-Python: >=3.8",
        "shop/__init__.py",
        "shop/deep/__init__.py",
        "shop_single.py",
        "tests/__init__.py",
        "space/inner/__init__.py",
        "space/other/__init__.py",
        "../../bin/shop");
    write("shop/__init__.py", "print('noise')\nimport shop_single\n");
    write("shop/deep/__init__.py", "raise RuntimeError('not top-level')\n");
    write("shop_single.py", "");
    write("tests/__init__.py", "raise RuntimeError('never imported')\n");
    write("space/inner/__init__.py", "import os\nos.environ['SHOP_TOKEN']\n");
    write("space/other/__init__.py", "import no_such_module\n");
    distribution("exits 2.0", "", "exits.py");
    write("exits.py", "import os\nos.write(2, b'oh')\nos._exit(7)\n");

    ProbeReport report = look();

    assertThat(report.distributions())
        .extracting(ProbeReport.Distribution::name)
        .containsExactly("exits", "shop");
    ProbeReport.Distribution shop = report.distributions().get(1);
    assertThat(shop.modules())
        .containsExactly("shop", "shop_single", "space.inner", "space.other", "tests");
    assertThat(shop.imported())
        .containsExactly("shop", "shop_single", "space.inner", "space.other");
    assertThat(shop.requires()).containsExactly("other>=1");
    assertThat(shop.requiresPython()).contains(">=3.8");
    assertThat(shop.failed()).containsOnlyKeys("space.inner", "space.other");
    assertThat(shop.failed().get("space.inner").variable()).contains("SHOP_TOKEN");
    assertThat(shop.failed().get("space.other").module()).contains("no_such_module");
    assertThat(shop.failed().get("space.other").types()).contains("ModuleNotFoundError");
    assertThat(report.distributions().get(0).failed().get("exits").message())
        .contains("status 7", "oh");
    assertThat(report.askedAbout()).isEmpty();
    assertThat(report.bytes()).isPositive();
  }

  @Test
  void aModuleOfTheApplicationDoesNotTakeThePlaceOfPythonsOwn() throws Exception {
    write("json.py", "raise RuntimeError('wrong json')\n");
    Path elsewhere = Files.createDirectory(directory.resolve("environment"));
    distribution("shop 1.0", "", "shop.py");
    Files.createFile(elsewhere.resolve("empty"));
    // As the working directory, not on the path.
    String output =
        Programs.run(
            directory,
            Map.of(),
            new String(
                Probe.class.getResourceAsStream("probe.py").readAllBytes(), StandardCharsets.UTF_8),
            List.of("python3", "-", "{\"do\": \"start\", \"command\": [\"no-such-program\"]}"));
    assertThat(ProbeReader.start(output).orElseThrow(() -> new AssertionError(output)).problem())
        .hasValueSatisfying(why -> assertThat(why).startsWith("no-such-program: No such file"));
  }

  @Test
  void whatAFileIsLinkedToIsReadFromIt() throws Exception {
    Files.write(directory.resolve("needs.so"), elf("libnobody-has-this.so.3"));
    Files.write(directory.resolve("cut.so"), new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0});
    write("text.so", "no library at all, but long enough to be looked at: ".repeat(3));

    ProbeReport report = look();

    assertThat(report.sharedObjects()).isEqualTo(1);
    assertThat(report.missing())
        .extracting(ProbeReport.MissingLibrary::library)
        .containsExactly("libnobody-has-this.so.3");
  }

  /** A library of this machine's own kind, with one entry of NEEDED. */
  private static byte[] elf(String needed) throws IOException {
    byte[] own = Files.readAllBytes(Path.of("/proc/self/exe").toRealPath());
    java.nio.ByteBuffer file =
        java.nio.ByteBuffer.allocate(512).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
    file.putShort(16, (short) 3).putShort(18, (short) ((own[18] & 0xff) | own[19] << 8));
    file.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 2);
    // One segment with all of the file, one with the dynamic section.
    segment(file, 64, 1, 0, 512);
    segment(file, 120, 2, 192, 64);
    file.putLong(192, 1).putLong(200, 1);
    file.putLong(208, 5).putLong(216, 300);
    file.position(301);
    file.put(needed.getBytes(StandardCharsets.US_ASCII));
    return file.array();
  }

  private static void segment(java.nio.ByteBuffer file, int at, int type, long from, long length) {
    file.putInt(at, type);
    file.putLong(at + 8, from).putLong(at + 16, from).putLong(at + 32, length);
  }

  private StartReport start(List<String> command, List<String> test) throws Exception {
    Map<String, Object> orders = new LinkedHashMap<>();
    orders.put("do", "start");
    orders.put("command", command);
    orders.put("test", test);
    orders.put("seconds", 20);
    orders.put("settle", 1);
    orders.put("test_seconds", 5);
    orders.put("stop", "SIGTERM");
    orders.put("stop_seconds", 5);
    String output = run(orders);
    return ProbeReader.start(output).orElseThrow(() -> new AssertionError(output));
  }

  @Test
  void aCommandIsStartedAskedAndStopped() throws Exception {
    StartReport report =
        start(
            List.of("/bin/sh", "-c", "echo up; touch ready; exec sleep 100"),
            List.of("CMD-SHELL", "test -e ready"));
    assertThat(report.healthy()).isTrue();
    assertThat(report.ended()).isEmpty();
    assertThat(report.stopped()).contains(true);
    assertThat(report.output()).isEqualTo("up\n");
  }

  @Test
  void aCommandThatEndsIsNotWaitedFor() throws Exception {
    StartReport report =
        start(List.of("/bin/sh", "-c", "echo no >&2; exit 4"), List.of("CMD", "false"));
    assertThat(report.healthy()).isFalse();
    assertThat(report.ended()).hasValue(4);
    assertThat(report.output()).isEqualTo("no\n");
  }

  @Test
  void whatIsNoAnswerIsNone() {
    assertThat(ProbeReader.report("hello\nwheelbase-probe:{\n")).isEmpty();
    assertThat(ProbeReader.report("wheelbase-probe:[]\n")).isEmpty();
    assertThat(ProbeReader.start("")).isEmpty();
  }
}
