package wheelbase.diagnostic;

/**
 * How much a finding matters: an error stops the work, a warning may surprise the user later, a
 * note is for information.
 */
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
