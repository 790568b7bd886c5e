package wheelbase.index;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a wheel unpacks to.
 *
 * @param unpackedBytes all members
 * @param sources members that end in {@code .py}: what bytecode is compiled from
 * @param nativeFiles paths of the shared objects in it
 * @param fileBytes the size of the wheel itself, as the server told when it was read; the index's
 *     page often does not know it
 */
public record WheelContents(
    long unpackedBytes, PythonSources sources, List<String> nativeFiles, OptionalLong fileBytes) {
  public WheelContents {
    nativeFiles = List.copyOf(nativeFiles);
  }

  public WheelContents(long unpackedBytes, long sourceBytes, List<String> nativeFiles) {
    this(unpackedBytes, PythonSources.usual(sourceBytes), nativeFiles, OptionalLong.empty());
  }
}
