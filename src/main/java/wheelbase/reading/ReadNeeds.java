package wheelbase.reading;

/**
 * What a file of a package without a rule needs on a distribution release, as it was read by the
 * program and not as it is known: nobody has looked it over.
 */
public sealed interface ReadNeeds permits ReadFromWheel, ReadFromSdist {
  /** That was read; that of another Python may stand for it. */
  String fileName();

  /** Whether all of it that counts was read. */
  boolean complete();

  /** {@code wheel} or {@code sdist}. */
  String artifact();

  /** What it needs, in words: {@code needs libodbc.so.2, in package libodbc2}. May be empty. */
  String words();
}
