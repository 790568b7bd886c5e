package wheelbase.wizard.screen;

/**
 * What a piece of text is, for the eye; a {@link Theme} says how that looks on a terminal. Never
 * the only carrier of a meaning.
 */
public enum Role {
  PLAIN,
  /** What is looked for first: names, the answer. */
  STRONG,
  /** What may be skipped: notes, units. */
  FAINT,
  GOOD,
  CAUTION,
  BAD,
  /** The line or cell under the cursor. */
  CURSOR,
  /** The frame and its title. */
  FRAME,
  /** The name of a key in the help line. */
  KEY,
  /** Parts of a Dockerfile. */
  KEYWORD,
  COMMENT,
  STRING,
  /** Lines of a difference. */
  ADDED,
  REMOVED
}
