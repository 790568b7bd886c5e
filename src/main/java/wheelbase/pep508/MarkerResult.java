package wheelbase.pep508;

/** What evaluating a marker comes to; packaging raises an error for the last two. */
public enum MarkerResult {
  HOLDS,
  DOES_NOT_HOLD,
  /** Something is compared that cannot be, such as {@code os_name ~= "2"}. */
  UNDEFINED_COMPARISON,
  /** A variable has no value, such as {@code extra} outside of core metadata. */
  UNDEFINED_NAME;

  static MarkerResult of(boolean holds) {
    return holds ? HOLDS : DOES_NOT_HOLD;
  }

  /** Whether the marker could not be evaluated. */
  public boolean isError() {
    return this == UNDEFINED_COMPARISON || this == UNDEFINED_NAME;
  }
}
