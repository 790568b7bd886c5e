package wheelbase.index.pypi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import wheelbase.index.IndexException;
import wheelbase.index.WheelContents;

/**
 * Looks into a wheel on a server by reading parts of it: its end, where the directory is, and the
 * one member that matters. Where the server sends no parts the whole wheel is read as it comes, and
 * not kept.
 */
final class WheelReader {
  private static final int TAIL = 24 * 1024;
  private static final int METADATA_LIMIT = 8 * 1024 * 1024;
  private static final int DIRECTORY_LIMIT = 64 * 1024 * 1024;
  private static final long WHOLE_LIMIT = 400L * 1024 * 1024;

  private final Fetcher fetcher;

  WheelReader(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * What is known of a wheel.
   *
   * @param metadata the text of METADATA, where it was wanted or came along
   */
  record Look(WheelContents contents, Optional<String> metadata) {}

  /** The last bytes of a wheel, or all that is wanted of it where the server sent it whole. */
  private record Tail(byte[] bytes, long fileSize, Optional<Look> whole) {
    long start() {
      return fileSize - bytes.length;
    }

    Optional<byte[]> cut(long from, long to) {
      return from >= start() && to <= fileSize && from <= to
          ? Optional.of(Arrays.copyOfRange(bytes, (int) (from - start()), (int) (to - start())))
          : Optional.empty();
    }
  }

  /**
   * @param url of the wheel
   * @param wantMetadata whether METADATA is to be read, too
   */
  CompletableFuture<Look> look(String url, boolean wantMetadata) {
    return tail(url, TAIL)
        .thenCompose(
            tail ->
                tail.whole().isPresent()
                    ? CompletableFuture.completedFuture(tail.whole().get())
                    : lookByParts(url, tail, wantMetadata));
  }

  private CompletableFuture<Tail> tail(String url, long length) {
    return fetcher.fetch(
        url,
        Map.of("Range", "bytes=-" + length, "Accept-Encoding", "identity"),
        (answer, body) -> {
          OptionalLong size = answer.wholeSize();
          if (answer.status() == 206 && size.isPresent()) {
            byte[] bytes = body.readNBytes(DIRECTORY_LIMIT);
            if (bytes.length > size.getAsLong()) {
              throw unusable(url, "the part is longer than the whole");
            }
            return new Tail(bytes, size.getAsLong(), Optional.empty());
          }
          if (answer.status() == 200) {
            return new Tail(new byte[0], 0, Optional.of(readWhole(url, body, size)));
          }
          throw unusable(url, "the server answered " + answer.status());
        });
  }

  private CompletableFuture<Look> lookByParts(String url, Tail tail, boolean wantMetadata) {
    try {
      ZipDirectory.Span span = ZipDirectory.locate(tail.bytes(), tail.fileSize());
      Optional<byte[]> near = tail.cut(span.offset(), span.end());
      if (near.isPresent()) {
        return lookInto(url, ZipDirectory.read(near.get()), tail, wantMetadata, span.offset());
      }
      if (tail.fileSize() - span.offset() > DIRECTORY_LIMIT) {
        throw new IOException("its directory is too big");
      }
      return tail(url, tail.fileSize() - span.offset())
          .thenCompose(
              longer ->
                  longer.bytes().length > tail.bytes().length
                      ? lookByParts(url, longer, wantMetadata)
                      : CompletableFuture.failedFuture(
                          unusable(url, "the server sends less than was asked for")));
    } catch (IOException damaged) {
      return CompletableFuture.failedFuture(unusable(url, damaged.getMessage()));
    }
  }

  private CompletableFuture<Look> lookInto(
      String url,
      List<ZipDirectory.Entry> entries,
      Tail tail,
      boolean wantMetadata,
      long directoryOffset)
      throws IOException {
    WheelSummary summary = new WheelSummary();
    entries.forEach(entry -> summary.add(entry.name(), entry.size()));
    WheelContents contents = summary.contents(OptionalLong.of(tail.fileSize()));
    Optional<ZipDirectory.Entry> metadata =
        entries.stream().filter(entry -> WheelSummary.isMetadata(entry.name())).findFirst();
    if (metadata.isEmpty() || !wantMetadata) {
      return CompletableFuture.completedFuture(new Look(contents, Optional.empty()));
    }
    ZipDirectory.Entry entry = metadata.get();
    // The local header may be longer than the directory's copy of it; extra fields are short.
    long end =
        Math.min(
            entry.offset()
                + ZipDirectory.LOCAL_LENGTH
                + entry.name().length()
                + entry.compressed()
                + 1024,
            directoryOffset);
    Optional<byte[]> near = tail.cut(entry.offset(), end);
    if (near.isPresent()) {
      return CompletableFuture.completedFuture(
          new Look(contents, Optional.of(text(entry, near.get()))));
    }
    return part(url, entry.offset(), end)
        .thenApply(
            bytes -> {
              try {
                return new Look(contents, Optional.of(text(entry, bytes)));
              } catch (IOException damaged) {
                throw unusable(url, damaged.getMessage());
              }
            });
  }

  private static String text(ZipDirectory.Entry entry, byte[] bytes) throws IOException {
    return ZipDirectory.content(entry, bytes, METADATA_LIMIT)
        .map(content -> new String(content, StandardCharsets.UTF_8))
        .orElseThrow(() -> new IOException("`" + entry.name() + "` in it ends early"));
  }

  private CompletableFuture<byte[]> part(String url, long from, long to) {
    if (to - from > METADATA_LIMIT) {
      return CompletableFuture.failedFuture(unusable(url, "its METADATA is too big"));
    }
    return fetcher.fetch(
        url,
        Map.of("Range", "bytes=" + from + "-" + (to - 1), "Accept-Encoding", "identity"),
        (answer, body) -> {
          if (answer.status() != 206) {
            throw unusable(url, "the server answered " + answer.status() + " for a part");
          }
          return body.readNBytes((int) (to - from));
        });
  }

  private static Look readWhole(String url, InputStream body, OptionalLong size)
      throws IOException {
    if (size.orElse(0) > WHOLE_LIMIT) {
      throw unusable(url, "the server sends no parts, and the whole is too big");
    }
    WheelSummary summary = new WheelSummary();
    Optional<String> metadata = Optional.empty();
    try (ZipInputStream members = new ZipInputStream(new BoundedStream(body, WHOLE_LIMIT))) {
      for (ZipEntry entry = members.getNextEntry(); entry != null; entry = members.getNextEntry()) {
        if (WheelSummary.isMetadata(entry.getName()) && metadata.isEmpty()) {
          byte[] bytes = members.readNBytes(METADATA_LIMIT);
          summary.add(entry.getName(), bytes.length);
          metadata = Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } else {
          summary.add(entry.getName(), members.transferTo(OutputStream.nullOutputStream()));
        }
      }
    } catch (ZipException damaged) {
      throw unusable(url, damaged.getMessage());
    }
    return new Look(summary.contents(size), metadata);
  }

  private static IndexException unusable(String url, String why) {
    return new IndexException("the wheel `" + Redaction.ofUrl(url) + "` cannot be read: " + why);
  }
}
