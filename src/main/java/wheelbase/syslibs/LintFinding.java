package wheelbase.syslibs;

import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;

/**
 * Something about a file that can be read and yet should be otherwise.
 *
 * @param place the value it is about, {@code rules[1].when}
 */
record LintFinding(String id, Severity severity, String place, String what) {
  static LintFinding error(String id, String place, String what) {
    return new LintFinding(id, Severity.ERROR, place, what);
  }

  static LintFinding warning(String id, String place, String what) {
    return new LintFinding(id, Severity.WARNING, place, what);
  }

  static LintFinding note(String id, String place, String what) {
    return new LintFinding(id, Severity.NOTE, place, what);
  }

  Diagnostic diagnostic() {
    String message = (place.isEmpty() ? "" : place + ": ") + what;
    return switch (severity) {
      case ERROR -> Diagnostic.error(id, message);
      case WARNING -> Diagnostic.warning(id, message);
      case NOTE -> Diagnostic.note(id, message);
    };
  }
}
