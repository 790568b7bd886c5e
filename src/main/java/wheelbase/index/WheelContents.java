package wheelbase.index;

import java.util.List;

/**
 * What a wheel unpacks to.
 *
 * @param unpackedBytes all members
 * @param sourceBytes members that end in {@code .py}: what bytecode is compiled from
 * @param nativeFiles paths of the shared objects in it
 */
public record WheelContents(long unpackedBytes, long sourceBytes, List<String> nativeFiles) {
  public WheelContents {
    nativeFiles = List.copyOf(nativeFiles);
  }
}
