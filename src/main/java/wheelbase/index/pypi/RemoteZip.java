package wheelbase.index.pypi;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import wheelbase.index.IndexException;

/**
 * Looks into a ZIP file on a server by reading parts of it: its end, where the directory is, and
 * the members that matter. Where the server sends no parts the whole file is read as it comes, and
 * not kept.
 */
final class RemoteZip {
  private static final int TAIL = 24 * 1024;
  private static final int MEMBER_LIMIT = 8 * 1024 * 1024;
  private static final int DIRECTORY_LIMIT = 64 * 1024 * 1024;

  private final Fetcher fetcher;
  private final String kind;
  private final String url;

  /**
   * @param kind what messages call it: {@code wheel}
   */
  RemoteZip(Fetcher fetcher, String kind, String url) {
    this.fetcher = fetcher;
    this.kind = kind;
    this.url = url;
  }

  /** Reads a member as it arrives, as far as it likes. */
  interface MemberReader<T> {
    /**
     * @throws IOException where the transfer broke: the members are asked for again
     */
    T read(ZipDirectory.Entry entry, PackedMember member) throws IOException;
  }

  /** Reads a file that the server sends whole. */
  interface WholeReader<T> {
    T read(InputStream body, OptionalLong size) throws IOException;
  }

  /** What came: the directory, or what was read out of the whole file. */
  record Opened<T>(Optional<Directory> directory, Optional<T> whole) {}

  /** The end of the file, as much of it as was read. */
  private record Tail(byte[] bytes, long fileSize) {
    long start() {
      return fileSize - bytes.length;
    }

    Optional<byte[]> cut(long from, long to) {
      return from >= start() && to <= fileSize && from <= to
          ? Optional.of(Arrays.copyOfRange(bytes, (int) (from - start()), (int) (to - start())))
          : Optional.empty();
    }
  }

  /** The members of the file, or the last of them, and how to get them. */
  final class Directory {
    private final boolean complete;
    private final List<ZipDirectory.Entry> entries;
    private final Tail tail;
    private final long offset;

    private Directory(boolean complete, List<ZipDirectory.Entry> entries, Tail tail, long offset) {
      this.complete = complete;
      this.entries = List.copyOf(entries);
      this.tail = tail;
      this.offset = offset;
    }

    /** Whether these are all members. */
    boolean isComplete() {
      return complete;
    }

    List<ZipDirectory.Entry> entries() {
      return entries;
    }

    long fileSize() {
      return tail.fileSize();
    }

    /** The content of a member; from what was read already where it lies there. */
    CompletableFuture<byte[]> content(ZipDirectory.Entry entry) {
      long end = endOf(entry);
      return tail.cut(entry.offset(), end)
          .map(CompletableFuture::completedFuture)
          .orElseGet(() -> part(entry, end))
          .thenApply(bytes -> unpacked(entry, bytes));
    }

    /**
     * What is read of members that lie near each other, in one request: it is broken off after the
     * last byte that somebody wants.
     *
     * @param members in the order in which they lie in the file, none over another
     */
    <T> CompletableFuture<List<T>> read(List<ZipDirectory.Entry> members, MemberReader<T> reader) {
      long from = members.get(0).offset();
      ZipDirectory.Entry last = members.get(members.size() - 1);
      long to = endOf(last);
      return fetcher.fetch(
          url,
          Map.of("Range", "bytes=" + from + "-" + (to - 1), "Accept-Encoding", "identity"),
          (answer, body) -> {
            if (answer.status() != 206) {
              throw unusable("the server answered " + answer.status() + " for a part");
            }
            return readArriving(members, from, body, reader);
          });
    }

    private <T> List<T> readArriving(
        List<ZipDirectory.Entry> members, long from, InputStream body, MemberReader<T> reader)
        throws IOException {
      List<T> read = new ArrayList<>();
      long at = from;
      for (ZipDirectory.Entry member : members) {
        body.skipNBytes(member.offset() - at);
        byte[] header = body.readNBytes(ZipDirectory.LOCAL_LENGTH);
        int rest = localRest(member, header);
        body.skipNBytes(rest);
        try (PackedMember packed = new PackedMember(member, body)) {
          read.add(reader.read(member, packed));
          at = member.offset() + ZipDirectory.LOCAL_LENGTH + rest + packed.fetched();
        }
      }
      return read;
    }

    private int localRest(ZipDirectory.Entry member, byte[] header) {
      try {
        return ZipDirectory.localRest(member, header);
      } catch (IOException damaged) {
        throw unusable(damaged.getMessage());
      }
    }

    /** The local header may be longer than the directory's copy of it; extra fields are short. */
    private long endOf(ZipDirectory.Entry entry) {
      return Math.min(
          entry.offset()
              + ZipDirectory.LOCAL_LENGTH
              + entry.name().length()
              + entry.compressed()
              + 1024,
          offset);
    }

    private byte[] unpacked(ZipDirectory.Entry entry, byte[] bytes) {
      try {
        return ZipDirectory.content(entry, bytes, MEMBER_LIMIT)
            .orElseThrow(() -> unusable("`" + entry.name() + "` in it ends early"));
      } catch (IOException damaged) {
        throw unusable(damaged.getMessage());
      }
    }
  }

  /** With the whole directory. */
  <T> CompletableFuture<Opened<T>> open(WholeReader<T> whole) {
    return open(entry -> false, whole);
  }

  /**
   * @param enough a member that is all that is wanted: where it is among the last ones, which came
   *     with the end of the file, the rest of the directory is not read
   */
  <T> CompletableFuture<Opened<T>> open(
      Predicate<ZipDirectory.Entry> enough, WholeReader<T> whole) {
    return end(TAIL, whole)
        .thenCompose(
            end ->
                end.whole().isPresent()
                    ? CompletableFuture.completedFuture(
                        new Opened<T>(Optional.empty(), end.whole()))
                    : directory(end.tail().orElseThrow(), enough, whole));
  }

  /** The end of the file, or all that is wanted of it where the server sent it whole. */
  private record End<T>(Optional<Tail> tail, Optional<T> whole) {}

  private <T> CompletableFuture<End<T>> end(long length, WholeReader<T> whole) {
    return fetcher.fetch(
        url,
        Map.of("Range", "bytes=-" + length, "Accept-Encoding", "identity"),
        (answer, body) -> {
          OptionalLong size = answer.wholeSize();
          if (answer.status() == 206 && size.isPresent()) {
            byte[] bytes = body.readNBytes(DIRECTORY_LIMIT);
            if (bytes.length > size.getAsLong()) {
              throw unusable("the part is longer than the whole");
            }
            return new End<>(Optional.of(new Tail(bytes, size.getAsLong())), Optional.empty());
          }
          if (answer.status() == 200) {
            return new End<>(Optional.empty(), Optional.of(whole.read(body, size)));
          }
          throw unusable("the server answered " + answer.status());
        });
  }

  private <T> CompletableFuture<Opened<T>> directory(
      Tail tail, Predicate<ZipDirectory.Entry> enough, WholeReader<T> whole) {
    try {
      ZipDirectory.Span span = ZipDirectory.locate(tail.bytes(), tail.fileSize());
      Optional<byte[]> near = tail.cut(span.offset(), span.end());
      if (near.isPresent()) {
        return opened(true, ZipDirectory.read(near.get()), tail, span);
      }
      Optional<byte[]> last = tail.cut(tail.start(), span.end());
      if (last.isPresent()) {
        List<ZipDirectory.Entry> entries = ZipDirectory.readEnd(last.get());
        if (entries.stream().anyMatch(enough)) {
          return opened(false, entries, tail, span);
        }
      }
      if (tail.fileSize() - span.offset() > DIRECTORY_LIMIT) {
        throw new IOException("its directory is too big");
      }
      return end(tail.fileSize() - span.offset(), whole)
          .thenCompose(
              longer -> {
                if (longer.whole().isPresent()) {
                  return CompletableFuture.completedFuture(
                      new Opened<>(Optional.empty(), longer.whole()));
                }
                if (longer.tail().orElseThrow().bytes().length <= tail.bytes().length) {
                  throw unusable("the server sends less than was asked for");
                }
                return directory(longer.tail().get(), enough, whole);
              });
    } catch (IOException damaged) {
      return CompletableFuture.failedFuture(unusable(damaged.getMessage()));
    }
  }

  private <T> CompletableFuture<Opened<T>> opened(
      boolean complete, List<ZipDirectory.Entry> entries, Tail tail, ZipDirectory.Span span) {
    Directory directory = new Directory(complete, entries, tail, span.offset());
    return CompletableFuture.completedFuture(
        new Opened<>(Optional.of(directory), Optional.empty()));
  }

  private CompletableFuture<byte[]> part(ZipDirectory.Entry entry, long to) {
    long from = entry.offset();
    if (to - from > MEMBER_LIMIT) {
      return CompletableFuture.failedFuture(unusable("`" + entry.name() + "` in it is too big"));
    }
    return fetcher.fetch(
        url,
        Map.of("Range", "bytes=" + from + "-" + (to - 1), "Accept-Encoding", "identity"),
        (answer, body) -> {
          if (answer.status() != 206) {
            throw unusable("the server answered " + answer.status() + " for a part");
          }
          return body.readNBytes((int) (to - from));
        });
  }

  IndexException unusable(String why) {
    return new IndexException(
        "the " + kind + " `" + Redaction.ofUrl(url) + "` cannot be read: " + why);
  }
}
