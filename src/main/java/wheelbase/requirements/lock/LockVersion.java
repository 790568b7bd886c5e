package wheelbase.requirements.lock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.LockFormat;

/**
 * The versions of the lock formats that are read. Within one, the tools add what an older reader
 * may overlook; a new first number may mean anything.
 */
final class LockVersion {
  private static final Map<LockFormat, Pattern> READ =
      Map.of(
          LockFormat.UV, Pattern.compile("1"),
          LockFormat.POETRY, Pattern.compile("[12](\\..*)?"),
          LockFormat.PIPENV, Pattern.compile("6"),
          LockFormat.PYLOCK, Pattern.compile("1(\\..*)?"));

  private LockVersion() {}

  /** Why the file cannot be read as one of this format. */
  static Optional<Diagnostic> fault(LockFormat format, JsonNode tree, String file) {
    JsonNode version =
        switch (format) {
          case UV -> tree.path("version");
          case POETRY -> tree.path("metadata").path("lock-version");
          case PIPENV -> tree.path("_meta").path("pipfile-spec");
          case PYLOCK -> tree.path("lock-version");
        };
    String written = version.asText("");
    if (READ.get(format).matcher(written).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
                "unknown-lock-version",
                written.isEmpty()
                    ? file + " does not say of which version its format is"
                    : file + " is of version " + written + " of its format, which is not read here")
            .withHint(
                format == LockFormat.PYLOCK
                    ? "make it anew with " + format.makeCommand()
                    : "make it anew: " + format.makeCommand()));
  }
}
