package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wheelbase.index.pypi.ScriptedServer.HTML;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.elf.DrawnElf;
import wheelbase.index.IndexException;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SharedObjects;
import wheelbase.index.SharedObjects.Depth;
import wheelbase.pep508.PackageName;

/** The machine code in wheels on a server is read by parts, and no more than is asked for. */
class SharedObjectsTest {
  private static final String WHEEL = "foo-1.0-cp313-cp313-manylinux_2_28_x86_64.whl";
  private static final String EXTENSION = "foo/_foo.cpython-313-x86_64-linux-gnu.so";

  @TempDir Path cache;
  private ScriptedServer server;
  private final Map<String, byte[]> members = new LinkedHashMap<>();

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
    server.on("/simple/foo/", HTML, "<a href='/f/" + WHEEL + "#sha256=aa'>x</a>");
    members.put("foo/__init__.py", new byte[100]);
    member(EXTENSION, new DrawnElf().needing("libx-1a2b.so.1", "libc.so.6").filled(50_000));
    members.put("foo/data.bin", noise(600_000));
    member("foo.libs/libx-1a2b.so.1", new DrawnElf().needing("libexpat.so.1").filled(900));
    members.put("foo-1.0.dist-info/METADATA", "Name: foo".getBytes(StandardCharsets.UTF_8));
    members.put("foo-1.0.dist-info/licenses/LICENSE.libx", new byte[10]);
    members.put("foo-1.0.dist-info/sboms/auditwheel.cdx.json", new byte[10]);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void member(String path, DrawnElf drawn) {
    members.put(path, drawn.bytes());
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(length).nextBytes(noise);
    return noise;
  }

  private byte[] wheel(int method) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        ZipEntry entry = new ZipEntry(member.getKey());
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
          CRC32 checksum = new CRC32();
          checksum.update(member.getValue());
          entry.setCrc(checksum.getValue());
          entry.setSize(member.getValue().length);
        }
        zip.putNextEntry(entry);
        zip.write(member.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private SharedObjects read(Asking asking, Depth depth) {
    try (PypiIndex index = ScriptedServer.index(asking)) {
      ReleaseFile file = index.page(new PackageName("foo")).join().files().get(0);
      return index.sharedObjects(file, depth).join();
    }
  }

  private SharedObjects read(Depth depth) {
    return read(server.options(cache), depth);
  }

  private long requestsForTheWheel() {
    return server.paths().stream().filter(path -> path.endsWith(".whl")).count();
  }

  @Test
  void readsPackedAndUnpackedMembersInParts() {
    for (int method : new int[] {ZipEntry.DEFLATED, ZipEntry.STORED}) {
      byte[] wheel = wheel(method);
      server.onFile("/f/" + WHEEL, wheel);

      SharedObjects read = read(server.options(cache.resolve("" + method)), Depth.REACHED);

      assertThat(read.files()).containsOnlyKeys("foo.libs/libx-1a2b.so.1", EXTENSION);
      assertThat(read.files().get(EXTENSION).needed())
          .containsExactly("libx-1a2b.so.1", "libc.so.6");
      assertThat(read.unread()).isEmpty();
      assertThat(read.licences()).containsExactly("foo-1.0.dist-info/licenses/LICENSE.libx");
      assertThat(read.bills()).containsExactly("foo-1.0.dist-info/sboms/auditwheel.cdx.json");
      assertThat(server.requests())
          .filteredOn(request -> request.getTarget().endsWith(".whl"))
          .allMatch(request -> request.getHeaders().get("Range") != null);
    }
  }

  @Test
  void whatWasReadIsKeptForEver() {
    server.onFile("/f/" + WHEEL, wheel(ZipEntry.DEFLATED));
    SharedObjects first = read(Depth.REACHED);
    long requests = requestsForTheWheel();

    SharedObjects second = read(Depth.REACHED);
    SharedObjects offline = read(server.options(cache).withOffline(true), Depth.REACHED);

    assertThat(second).isEqualTo(first);
    assertThat(offline).isEqualTo(first);
    assertThat(requestsForTheWheel()).isEqualTo(requests).isBetween(2L, 4L);
  }

  @Test
  void ofABigWheelOnlyWhatAnImportComesToIsRead() {
    members.put(
        "foo/plugins/libplugin.so", filled(new DrawnElf().needing("libgtk-3.so.0"), 2_500_000));
    members.put("foo.libs/libx-1a2b.so.1", filled(new DrawnElf().needing("liby.so"), 300_000));
    members.put("foo/liby.so", filled(new DrawnElf(), 10));
    byte[] wheel = wheel(ZipEntry.STORED);
    server.onFile("/f/" + WHEEL, wheel);

    SharedObjects reached = read(Depth.REACHED);
    SharedObjects all = read(Depth.ALL);

    assertThat(reached.files())
        .containsOnlyKeys("foo.libs/libx-1a2b.so.1", EXTENSION, "foo/liby.so");
    assertThat(reached.unread())
        .containsExactly(
            Map.entry("foo/plugins/libplugin.so", "nothing that is imported needs it"));
    assertThat(all.files()).containsKey("foo/plugins/libplugin.so");
  }

  @Test
  void aFileThatIsTooBigIsNamedAndNotRead() {
    members.put(EXTENSION, filled(new DrawnElf().needing("libc.so.6"), 17_000_000));
    server.onFile("/f/" + WHEEL, wheel(ZipEntry.STORED));

    SharedObjects read = read(Depth.REACHED);

    assertThat(read.unread()).containsEntry(EXTENSION, "it is too big");
    assertThat(read.files()).isEmpty();
  }

  @Test
  void aFileThatUnpacksToFarTooMuchIsNotRead() {
    members.put(EXTENSION, Arrays.copyOf(new DrawnElf().bytes(), 250_000_000));
    server.onFile("/f/" + WHEEL, wheel(ZipEntry.DEFLATED));

    assertThat(read(Depth.REACHED).unread()).containsEntry(EXTENSION, "it is too big");
  }

  @Test
  void damagedMembersAreNamed() {
    members.put(EXTENSION, Arrays.copyOf(new DrawnElf().needing("libc.so.6").bytes(), 100));
    members.put("foo/script.so", "#!/bin/sh and then more".getBytes(StandardCharsets.UTF_8));
    server.onFile("/f/" + WHEEL, wheel(ZipEntry.DEFLATED));

    SharedObjects read = read(Depth.REACHED);

    assertThat(read.unread()).containsOnlyKeys(EXTENSION);
    assertThat(read.files()).containsOnlyKeys("foo.libs/libx-1a2b.so.1");
  }

  @Test
  void aServerThatSendsNoPartsSendsSmallWheelsWhole() {
    byte[] wheel = wheel(ZipEntry.DEFLATED);
    server.on("/f/" + WHEEL, request -> ScriptedServer.bytes(wheel));

    assertThat(read(Depth.REACHED).files()).containsOnlyKeys("foo.libs/libx-1a2b.so.1", EXTENSION);
  }

  @Test
  void offlineNobodyIsAsked() {
    server.onFile("/f/" + WHEEL, wheel(ZipEntry.DEFLATED));
    try (PypiIndex index = ScriptedServer.index(server.options(cache))) {
      index.page(new PackageName("foo")).join();
    }

    assertThatThrownBy(() -> read(server.options(cache).withOffline(true), Depth.REACHED))
        .hasCauseInstanceOf(IndexException.class)
        .hasMessageContaining("not in the cache");
    assertThat(requestsForTheWheel()).isZero();
  }

  private static byte[] filled(DrawnElf drawn, int bytes) {
    byte[] file = drawn.filled(bytes).bytes();
    byte[] noise = noise(bytes);
    // Behind the header and the program headers lies the filling: what shrinks would not be big.
    System.arraycopy(noise, 0, file, 64 + 2 * 56, bytes);
    return file;
  }
}
