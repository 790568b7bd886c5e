package wheelbase.index.pypi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small wheels and sdists for tests. */
public final class Archives {
  private Archives() {}

  public static byte[] zip(Map<String, String> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Under the directory {@code foo-1.0/}, as ustar; names over 100 characters as GNU long names.
   */
  public static byte[] tarGz(Map<String, String> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream tar = new GZIPOutputStream(bytes)) {
      for (Map.Entry<String, String> member : members.entrySet()) {
        String name = "foo-1.0/" + member.getKey();
        if (name.length() > 100) {
          writeMember(tar, "././@LongLink", 'L', name.getBytes(StandardCharsets.UTF_8));
        }
        writeMember(
            tar,
            name.substring(0, Math.min(100, name.length())),
            '0',
            member.getValue().getBytes(StandardCharsets.UTF_8));
      }
      tar.write(new byte[1024]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writeMember(GZIPOutputStream tar, String name, char type, byte[] content)
      throws IOException {
    byte[] header = new byte[512];
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(nameBytes, 0, header, 0, nameBytes.length);
    byte[] size = String.format("%011o", content.length).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(size, 0, header, 124, size.length);
    header[156] = (byte) type;
    byte[] magic = "ustar".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, header, 257, magic.length);
    tar.write(header);
    tar.write(content);
    tar.write(new byte[(512 - content.length % 512) % 512]);
  }
}
