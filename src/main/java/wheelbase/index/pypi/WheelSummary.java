package wheelbase.index.pypi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import wheelbase.index.PythonSources;
import wheelbase.index.WheelContents;

/** Adds up the members of a wheel. */
final class WheelSummary {
  private static final Pattern SHARED_OBJECT =
      Pattern.compile(".*\\.(?:so(?:\\.[0-9.]+)?|pyd|dylib|dll)");
  private static final Pattern METADATA = Pattern.compile("[^/]+\\.dist-info/METADATA");

  private final List<String> nativeFiles = new ArrayList<>();
  private long unpacked;
  private PythonSources sources = PythonSources.NONE;

  void add(String path, long size) {
    unpacked += size;
    sources = sources.plus(PythonSources.ofFile(path, size));
    if (SHARED_OBJECT.matcher(path).matches()) {
      nativeFiles.add(path);
    }
  }

  static boolean isMetadata(String path) {
    return path.endsWith("/METADATA") && METADATA.matcher(path).matches();
  }

  WheelContents contents(OptionalLong fileBytes) {
    return new WheelContents(unpacked, sources, nativeFiles, fileBytes);
  }

  static byte[] toBytes(WheelContents contents) {
    return new Packing.Writer()
        .number(contents.unpackedBytes())
        .number(contents.sources().bytes())
        .texts(contents.nativeFiles())
        .optional(contents.fileBytes())
        .number(contents.sources().ofTests())
        .number(contents.sources().files())
        .toBytes();
  }

  /** Empty where the bytes are damaged, or of a version that told less. */
  static Optional<WheelContents> fromBytes(byte[] bytes) {
    try {
      Packing.Reader reader = new Packing.Reader(bytes);
      long unpacked = reader.number();
      long source = reader.number();
      List<String> nativeFiles = reader.texts();
      OptionalLong fileBytes = reader.optionalNumber();
      PythonSources sources = new PythonSources(source, reader.number(), reader.number());
      return Optional.of(new WheelContents(unpacked, sources, nativeFiles, fileBytes));
    } catch (Packing.DamagedException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }
}
