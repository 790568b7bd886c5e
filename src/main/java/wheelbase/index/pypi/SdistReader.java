package wheelbase.index.pypi;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import wheelbase.index.IndexException;

/**
 * Reads an sdist as it streams in. Nothing is written to disk, nothing is run, and paths in it are
 * only compared.
 */
final class SdistReader {
  private static final int TEXT_LIMIT = 2 * 1024 * 1024;
  private static final long UNPACKED_LIMIT = 4L * 1024 * 1024 * 1024;

  private SdistReader() {}

  /** Whether an archive of this name can be read: there is no bzip2 or xz in the JDK. */
  static boolean canRead(String fileName) {
    return fileName.endsWith(".tar.gz")
        || fileName.endsWith(".tgz")
        || fileName.endsWith(".zip")
        || fileName.endsWith(".tar");
  }

  /**
   * @param enough asked after each telling text; true stops the reading there
   * @throws IOException where the transfer broke
   * @throws IndexException where it is no such archive
   */
  static SdistArchive read(String fileName, InputStream body, Predicate<SdistArchive> enough)
      throws IOException {
    SdistArchive archive = new SdistArchive();
    try {
      if (fileName.endsWith(".zip")) {
        readZip(new ZipInputStream(body), archive, enough);
      } else {
        InputStream packed = fileName.endsWith(".tar") ? body : new GZIPInputStream(body, 1 << 15);
        readTar(new TarReader(new BoundedStream(packed, UNPACKED_LIMIT)), archive, enough);
      }
    } catch (ZipException | EOFException | NumberFormatException damaged) {
      throw new IndexException(
          "the sdist `" + fileName + "` cannot be read: " + damaged.getMessage(), damaged);
    }
    return archive;
  }

  private static void readTar(TarReader tar, SdistArchive archive, Predicate<SdistArchive> enough)
      throws IOException {
    while (tar.next()) {
      String path = withoutRoot(tar.name());
      archive.add(path, tar.size());
      if (SdistArchive.isTelling(path)) {
        archive.addText(path, text(tar.content(TEXT_LIMIT)));
        if (enough.test(archive)) {
          return;
        }
      }
    }
    archive.finish();
  }

  private static void readZip(
      ZipInputStream zip, SdistArchive archive, Predicate<SdistArchive> enough) throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.isDirectory()) {
        continue;
      }
      String path = withoutRoot(entry.getName());
      if (SdistArchive.isTelling(path)) {
        byte[] content = zip.readNBytes(TEXT_LIMIT);
        archive.add(path, content.length);
        archive.addText(path, text(content));
        if (enough.test(archive)) {
          return;
        }
      } else {
        archive.add(path, zip.transferTo(OutputStream.nullOutputStream()));
      }
    }
    archive.finish();
  }

  private static String withoutRoot(String path) {
    String plain = path.startsWith("./") ? path.substring(2) : path;
    return plain.substring(plain.indexOf('/') + 1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
