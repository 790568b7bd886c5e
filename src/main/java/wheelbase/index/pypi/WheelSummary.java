package wheelbase.index.pypi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import wheelbase.index.WheelContents;

/** Adds up the members of a wheel. */
final class WheelSummary {
  private static final Pattern SHARED_OBJECT =
      Pattern.compile(".*\\.(?:so(?:\\.[0-9.]+)?|pyd|dylib|dll)");
  private static final Pattern METADATA = Pattern.compile("[^/]+\\.dist-info/METADATA");

  private final List<String> nativeFiles = new ArrayList<>();
  private long unpacked;
  private long source;

  void add(String path, long size) {
    unpacked += size;
    if (path.endsWith(".py")) {
      source += size;
    }
    if (SHARED_OBJECT.matcher(path).matches()) {
      nativeFiles.add(path);
    }
  }

  static boolean isMetadata(String path) {
    return path.endsWith("/METADATA") && METADATA.matcher(path).matches();
  }

  WheelContents contents(OptionalLong fileBytes) {
    return new WheelContents(unpacked, source, nativeFiles, fileBytes);
  }

  static byte[] toBytes(WheelContents contents) {
    return new Packing.Writer()
        .number(contents.unpackedBytes())
        .number(contents.sourceBytes())
        .texts(contents.nativeFiles())
        .optional(contents.fileBytes())
        .toBytes();
  }

  /** Empty where the bytes are damaged. */
  static Optional<WheelContents> fromBytes(byte[] bytes) {
    try {
      Packing.Reader reader = new Packing.Reader(bytes);
      return Optional.of(
          new WheelContents(
              reader.number(), reader.number(), reader.texts(), reader.optionalNumber()));
    } catch (Packing.DamagedException damaged) {
      return Optional.empty();
    }
  }
}
