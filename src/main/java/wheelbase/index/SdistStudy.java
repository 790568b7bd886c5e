package wheelbase.index;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Something to be made of the files of an sdist that is small, and kept as bytes by the digest of
 * the sdist.
 *
 * @param id names what is made and all that it depends on besides the sdist: what was made under
 *     another id is not taken for it
 * @param wanted how much of a member to read, in bytes, by its path; 0 for nothing
 * @param packedBytes the most that is read of the archive, as it lies packed
 * @param making called once, with the files
 */
public record SdistStudy(
    String id,
    ToIntFunction<String> wanted,
    long packedBytes,
    Function<SdistFiles, byte[]> making) {
  public SdistStudy {
    if (id.isEmpty() || id.contains(" ")) {
      throw new IllegalArgumentException("a study is named by one word: " + id);
    }
    Objects.requireNonNull(wanted);
    Objects.requireNonNull(making);
  }
}
