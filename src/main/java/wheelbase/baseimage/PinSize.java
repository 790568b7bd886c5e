package wheelbase.baseimage;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import wheelbase.index.PythonSources;
import wheelbase.index.SdistContents;
import wheelbase.index.WheelContents;

/**
 * What a pinned package weighs when it is installed.
 *
 * @param name for the list of the heaviest
 * @param installed bytes of its files, without bytecode
 * @param sources its {@code .py} files: what bytecode is compiled from
 * @param compressed bytes of the wheel: what a layer with it weighs
 * @param exact whether all three were read, none guessed
 */
public record PinSize(
    String name, long installed, PythonSources sources, long compressed, boolean exact) {
  /* Medians of 967 wheels: unpacked bytes per byte of the file, and the .py share of them. */
  private static final double PURE_RATIO = 3.3;
  private static final double PURE_SOURCE = 0.38;
  private static final double NATIVE_RATIO = 2.8;
  private static final double NATIVE_SOURCE = 0.06;

  /* An extension comes to about twice the sdist: from 1 (psycopg2) to 3 (numpy). */
  private static final double EXTENSION_PER_SDIST = 2;

  public PinSize {
    Objects.requireNonNull(name);
    if (installed < 0 || compressed < 0) {
      throw new IllegalArgumentException("a size below nothing: " + name);
    }
  }

  /**
   * @param pure whether the file's platform tag is {@code any}
   * @param fileBytes as the index says
   * @param contents of the ZIP central directory; empty where it was not read
   */
  public static PinSize ofWheel(
      String name, boolean pure, OptionalLong fileBytes, Optional<WheelContents> contents) {
    double ratio = pure ? PURE_RATIO : NATIVE_RATIO;
    if (contents.isPresent()) {
      long unpacked = contents.get().unpackedBytes();
      return new PinSize(
          name,
          unpacked,
          contents.get().sources(),
          fileBytes.orElse(Math.round(unpacked / ratio)),
          fileBytes.isPresent());
    }
    long file = fileBytes.orElse(0);
    long unpacked = Math.round(file * ratio);
    return new PinSize(
        name,
        unpacked,
        PythonSources.usual(Math.round(unpacked * (pure ? PURE_SOURCE : NATIVE_SOURCE))),
        file,
        false);
  }

  /** Always a guess: what the build makes of an sdist is not known before. */
  public static PinSize ofSdist(
      String name, OptionalLong fileBytes, Optional<SdistContents> contents) {
    long file = fileBytes.orElse(0);
    PythonSources sources =
        contents
            .map(SdistContents::sources)
            .orElse(PythonSources.usual(Math.round(file * PURE_RATIO * PURE_SOURCE)));
    boolean compiles = contents.map(SdistContents::compiles).orElse(false);
    long installed = sources.bytes() + (compiles ? Math.round(file * EXTENSION_PER_SDIST) : 0);
    return new PinSize(name, installed, sources, Math.round(installed / PURE_RATIO), false);
  }

  /** For a package outside the index: nothing is known, and nothing is counted. */
  public static PinSize unknown(String name) {
    return new PinSize(name, 0, PythonSources.NONE, 0, false);
  }
}
