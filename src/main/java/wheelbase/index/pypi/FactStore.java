package wheelbase.index.pypi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.zip.CRC32;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.PackageName;

/**
 * What was read out of files, kept for ever by their digest: one log per project, to which each
 * fact is appended in one write. A record that a crash cut short fails its checksum; it is left
 * out, and the log is written anew without it.
 */
final class FactStore {
  private static final byte[] MAGIC = {'w', 'b', 'f', 1};

  /** What kind of fact it is. */
  enum Kind {
    METADATA,
    WHEEL_CONTENTS,
    SDIST_CONTENTS,
    SHARED_OBJECTS_REACHED,
    SHARED_OBJECTS_ALL
  }

  private final Path directory;
  private final ConcurrentMap<PackageName, Log> logs = new ConcurrentHashMap<>();

  FactStore(Path directory) {
    this.directory = directory;
  }

  /** A fact of the file; empty where none is known, or the file has no digest to know it by. */
  Optional<byte[]> find(ReleaseFile file, Kind kind) {
    return find(file, kind.name());
  }

  /**
   * @param kind one word
   */
  Optional<byte[]> find(ReleaseFile file, String kind) {
    return key(file, kind).map(key -> log(file.project()).facts.get(key));
  }

  void add(ReleaseFile file, Kind kind, byte[] fact) {
    add(file, kind.name(), fact);
  }

  /**
   * @param kind one word
   */
  void add(ReleaseFile file, String kind, byte[] fact) {
    key(file, kind).ifPresent(key -> log(file.project()).add(key, fact));
  }

  private Log log(PackageName project) {
    return logs.computeIfAbsent(
        project, name -> new Log(directory.resolve(name.value() + ".facts")));
  }

  private static Optional<String> key(ReleaseFile file, String kind) {
    Map<String, String> hashes = file.hashes();
    for (String algorithm : new String[] {"sha256", "sha512", "sha384", "blake2b"}) {
      if (hashes.containsKey(algorithm)) {
        return Optional.of(kind + ' ' + algorithm + ' ' + hashes.get(algorithm));
      }
    }
    return Optional.empty();
  }

  /** The facts of one project. */
  private static final class Log {
    private final Path file;
    private final ConcurrentMap<String, byte[]> facts = new ConcurrentHashMap<>();

    Log(Path file) {
      this.file = file;
      byte[] bytes = DiskFiles.read(file).orElse(MAGIC);
      if (!load(bytes)) {
        rewrite();
      }
    }

    /** False where something in it is damaged; what comes before is loaded. */
    private boolean load(byte[] bytes) {
      if (!Arrays.equals(bytes, 0, Math.min(MAGIC.length, bytes.length), MAGIC, 0, MAGIC.length)) {
        return false;
      }
      try {
        Packing.Reader reader = new Packing.Reader(bytes, MAGIC.length);
        while (!reader.atEnd()) {
          byte[] fact = reader.bytes();
          if (reader.number() != checksum(fact)) {
            return false;
          }
          Packing.Reader content = new Packing.Reader(fact);
          facts.put(content.text(), content.bytes());
        }
        return true;
      } catch (Packing.DamagedException damaged) {
        return false;
      }
    }

    synchronized void add(String key, byte[] fact) {
      if (Arrays.equals(facts.put(key, fact), fact)) {
        return;
      }
      try {
        Files.createDirectories(file.getParent());
        try (FileChannel channel =
                FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
            var lock = channel.lock()) {
          Packing.Writer writer = new Packing.Writer();
          if (channel.size() == 0) {
            writer.raw(MAGIC);
          }
          ByteBuffer bytes = ByteBuffer.wrap(writer.raw(record(key, fact)).toBytes());
          while (bytes.hasRemaining() && lock.isValid()) {
            channel.write(bytes);
          }
        }
      } catch (IOException | OverlappingFileLockException unwritable) {
        // The fact is read again in the next run.
      }
    }

    private void rewrite() {
      Packing.Writer writer = new Packing.Writer().raw(MAGIC);
      facts.forEach((key, fact) -> writer.raw(record(key, fact)));
      DiskFiles.write(file, writer.toBytes());
    }

    private static byte[] record(String key, byte[] fact) {
      byte[] content = new Packing.Writer().text(key).bytes(fact).toBytes();
      return new Packing.Writer().bytes(content).number(checksum(content)).toBytes();
    }

    private static long checksum(byte[] bytes) {
      CRC32 checksum = new CRC32();
      checksum.update(bytes);
      return checksum.getValue();
    }
  }
}
