package wheelbase.index.pypi;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import wheelbase.index.IndexException;

/**
 * Reads an sdist as it streams in, up to a limit. Nothing is written to disk, nothing is run, and
 * paths in it are only compared.
 *
 * @param packedLimit how many bytes are asked for
 * @param unpackedLimit how many bytes are unpacked
 * @param textLimit how many characters are kept
 */
record SdistReader(long packedLimit, long unpackedLimit, long textLimit) {
  /** All but a handful of sdists are smaller. */
  static final SdistReader USUAL = new SdistReader(128L << 20, 1L << 30, 64L << 20);

  /** How much of a member is worth reading, in bytes; 0 for one whose content is not wanted. */
  static final ToIntFunction<String> TELLING =
      path -> SdistArchive.isTelling(path) ? 2 * 1024 * 1024 : 0;

  private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

  /** For what is read beside other work, and several at a time. */
  static SdistReader ofStudies(long packedLimit) {
    return new SdistReader(packedLimit, 12 * packedLimit, 2 * packedLimit);
  }

  /** Whether an archive of this name can be read: there is no bzip2 or xz in the JDK. */
  static boolean canRead(String fileName) {
    return fileName.endsWith(".tar.gz")
        || fileName.endsWith(".tgz")
        || fileName.endsWith(".zip")
        || fileName.endsWith(".tar");
  }

  /**
   * @param wanted how much of a member to keep, by its path
   * @param enough asked after each text that is kept; true stops the reading there
   * @throws IOException where the transfer broke
   * @throws IndexException where it is no such archive
   */
  SdistArchive read(
      String fileName,
      InputStream body,
      ToIntFunction<String> wanted,
      Predicate<SdistArchive> enough)
      throws IOException {
    SdistArchive archive = new SdistArchive(textLimit);
    LimitedStream packed = new LimitedStream(body, packedLimit);
    try {
      boolean toItsEnd =
          fileName.endsWith(".zip")
              ? readZip(new ZipInputStream(packed), archive, wanted, enough)
              : readTar(fileName, packed, archive, wanted, enough);
      if (packed.isCutOff()) {
        archive.cutOff();
      } else if (toItsEnd) {
        archive.finish();
      }
    } catch (ZipException | EOFException | NumberFormatException damaged) {
      if (!packed.isCutOff()) {
        throw new IndexException(
            "the sdist `" + fileName + "` cannot be read: " + damaged.getMessage(), damaged);
      }
      archive.cutOff();
    }
    return archive;
  }

  private boolean readTar(
      String fileName,
      InputStream packed,
      SdistArchive archive,
      ToIntFunction<String> wanted,
      Predicate<SdistArchive> enough)
      throws IOException {
    InputStream plain = fileName.endsWith(".tar") ? packed : new GZIPInputStream(packed, 1 << 15);
    LimitedStream unpacked = new LimitedStream(plain, unpackedLimit);
    TarReader tar = new TarReader(unpacked);
    try {
      while (tar.next()) {
        String path = withoutRoot(tar.name());
        archive.add(path, tar.size());
        int kept = wanted.applyAsInt(path);
        if (kept > 0) {
          archive.addText(path, text(tar.content(kept)));
          if (enough.test(archive)) {
            return false;
          }
        }
      }
    } catch (EOFException early) {
      if (!unpacked.isCutOff()) {
        throw early;
      }
    }
    if (unpacked.isCutOff()) {
      archive.cutOff();
    }
    return !unpacked.isCutOff();
  }

  private boolean readZip(
      ZipInputStream zip,
      SdistArchive archive,
      ToIntFunction<String> wanted,
      Predicate<SdistArchive> enough)
      throws IOException {
    long left = unpackedLimit;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.isDirectory()) {
        continue;
      }
      String path = withoutRoot(entry.getName());
      long size;
      int kept = wanted.applyAsInt(path);
      if (kept > 0) {
        byte[] content = zip.readNBytes(kept);
        size = content.length + new LimitedStream(zip, left).transferTo(NOWHERE);
        archive.add(path, size);
        archive.addText(path, text(content));
        if (enough.test(archive)) {
          return false;
        }
      } else {
        size = new LimitedStream(zip, left).transferTo(NOWHERE);
        archive.add(path, size);
      }
      left -= size;
      if (left <= 0) {
        archive.cutOff();
        return false;
      }
    }
    return true;
  }

  /** Of a ZIP file whose server sends parts: its directory, and the texts that tell something. */
  static CompletableFuture<SdistArchive> read(
      RemoteZip.Directory directory, ToIntFunction<String> wanted) {
    SdistArchive archive = new SdistArchive();
    List<CompletableFuture<?>> texts = new ArrayList<>();
    for (ZipDirectory.Entry entry : directory.entries()) {
      String path = withoutRoot(entry.name());
      if (!entry.name().endsWith("/")) {
        archive.add(path, entry.size());
        int kept = wanted.applyAsInt(path);
        if (kept > 0 && entry.size() <= kept) {
          texts.add(
              directory.content(entry).thenAccept(bytes -> archive.addText(path, text(bytes))));
        }
      }
    }
    archive.finish();
    return CompletableFuture.allOf(texts.toArray(CompletableFuture<?>[]::new))
        .thenApply(all -> archive);
  }

  private static String withoutRoot(String path) {
    String plain = path.startsWith("./") ? path.substring(2) : path;
    return plain.substring(plain.indexOf('/') + 1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
