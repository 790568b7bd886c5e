package wheelbase.index.pypi;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.PackageName;

/**
 * What one index said of one project, as it is kept on disk.
 *
 * @param stored when and for how long it holds
 * @param found whether the index knows the project
 * @param uploadsAsked whether the JSON API was asked for upload times that the page lacks
 * @param files {@link PackedFiles}
 */
record StoredPage(FetchPlan.Stored stored, boolean found, boolean uploadsAsked, byte[] files) {
  private static final byte[] MAGIC = {'w', 'b', 'p', 2};

  StoredPage withStored(FetchPlan.Stored renewed) {
    return new StoredPage(renewed, found, uploadsAsked, files);
  }

  List<ReleaseFile> releaseFiles(PackageName project) {
    return PackedFiles.unpack(project, files);
  }

  byte[] toBytes() {
    byte[] content =
        new Packing.Writer()
            .number(stored.fetched().toEpochMilli())
            .number(stored.fresh().toSeconds())
            .optional(stored.validators().etag())
            .optional(stored.validators().lastModified())
            .number(found ? 1 : 0)
            .number(uploadsAsked ? 1 : 0)
            .raw(files)
            .toBytes();
    return new Packing.Writer().raw(MAGIC).number(checksum(content, 0)).raw(content).toBytes();
  }

  private static long checksum(byte[] bytes, int from) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, from, bytes.length - from);
    return checksum.getValue();
  }

  /** Empty where the bytes are of another version of this program, or damaged. */
  static Optional<StoredPage> fromBytes(byte[] bytes) {
    if (!Arrays.equals(bytes, 0, Math.min(MAGIC.length, bytes.length), MAGIC, 0, MAGIC.length)) {
      return Optional.empty();
    }
    try {
      Packing.Reader reader = new Packing.Reader(bytes, MAGIC.length);
      long expected = reader.number();
      if (checksum(bytes, reader.position()) != expected) {
        return Optional.empty();
      }
      Instant fetched = Instant.ofEpochMilli(reader.number());
      Duration fresh = Duration.ofSeconds(reader.number());
      FetchPlan.Validators validators =
          new FetchPlan.Validators(reader.optionalText(), reader.optionalText());
      boolean found = reader.number() == 1;
      boolean uploadsAsked = reader.number() == 1;
      byte[] files = Arrays.copyOfRange(bytes, reader.position(), bytes.length);
      return Optional.of(
          new StoredPage(
              new FetchPlan.Stored(fetched, fresh, validators), found, uploadsAsked, files));
    } catch (Packing.DamagedException | ArithmeticException damaged) {
      return Optional.empty();
    }
  }
}
