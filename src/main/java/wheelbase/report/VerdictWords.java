package wheelbase.report;

import wheelbase.wheels.VerdictClass;

/** What each verdict is called on a screen, its sign in the matrix and its colour. */
public enum VerdictWords {
  WHEEL(VerdictClass.WHEEL, ".", "wheel", Ink.PLAIN),
  LIBRARY(VerdictClass.WHEEL_NEEDS_LIBRARIES, "L", "wheel + library", Ink.GOOD),
  PURE(VerdictClass.PURE_SDIST, "P", "sdist, only Python", Ink.PLAIN),
  COMPILES(VerdictClass.SOURCE_BUILD, "C", "compiles", Ink.CAUTION),
  UNKNOWN(VerdictClass.UNKNOWN, "?", "compiles, no rule", Ink.CAUTION),
  NOTHING(VerdictClass.UNUSABLE, "X", "nothing fits", Ink.BAD);

  private final VerdictClass kind;
  private final String sign;
  private final String words;
  private final Ink ink;

  VerdictWords(VerdictClass kind, String sign, String words, Ink ink) {
    this.kind = kind;
    this.sign = sign;
    this.words = words;
    this.ink = ink;
  }

  public static VerdictWords of(VerdictClass kind) {
    for (VerdictWords words : values()) {
      if (words.kind == kind) {
        return words;
      }
    }
    throw new IllegalArgumentException("no words for " + kind);
  }

  public VerdictClass kind() {
    return kind;
  }

  public String sign() {
    return sign;
  }

  public String words() {
    return words;
  }

  /** As the legend of the matrix has it. */
  public String legend() {
    return this == PURE ? "only Python" : words;
  }

  public Ink ink() {
    return ink;
  }
}
