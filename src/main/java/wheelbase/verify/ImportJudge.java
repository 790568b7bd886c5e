package wheelbase.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.syslibs.Provided;

/** Says of each module that could not be imported whose fault that is. */
final class ImportJudge {
  /** How loaders of both C libraries, ctypes and cffi say that something of the system lacks. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "shared object file|loading shared librar|Error (loading|relocating)|undefined symbol"
              + "|symbol not found|version `?(GLIBC|GLIBCXX|CXXABI)|cannot load library"
              + "|failed to find lib|[Nn]o library called|lib[\\w.+-]+.*(not found|is missing)"
              + "|([Cc]ould not|[Uu]nable to|[Cc]annot) (find|load|locate) .*(librar|\\blib\\w+)");

  /** What frameworks raise where nobody has told them their settings. */
  private static final List<String> UNCONFIGURED =
      List.of("ImproperlyConfigured", "AppRegistryNotReady", "SystemExit", "ValidationError");

  private static final Pattern WANTS_SETTINGS =
      Pattern.compile(
          "(?i)settings are not configured|DJANGO_SETTINGS_MODULE|environment variable|"
              + "must be (run|used|started) (from|inside|under|with)|no display|\\$DISPLAY"
              + "|credentials|api.?key");

  private ImportJudge() {}

  static List<Diagnostic> judge(ProbeReport report) {
    List<Diagnostic> findings = new ArrayList<>();
    for (ProbeReport.Distribution each : report.distributions()) {
      for (Map.Entry<String, ProbeReport.ImportFailure> failed : each.failed().entrySet()) {
        findings.add(judge(each, failed.getKey(), failed.getValue()));
      }
    }
    return findings;
  }

  private static Diagnostic judge(
      ProbeReport.Distribution distribution, String module, ProbeReport.ImportFailure failure) {
    String said =
        (failure.types().isEmpty() ? "" : failure.types().get(0) + ": ") + failure.message();
    String message =
        "`import %s` fails (%s %s)\n%s"
            .formatted(module, distribution.name(), distribution.version(), said.strip());
    if (LIBRARY.matcher(failure.message()).find()) {
      Diagnostic lacking = Diagnostic.error("import-lacks-library", message);
      return provider(failure.message()).map(lacking::withHint).orElse(lacking);
    }
    if (isConfiguration(failure)) {
      return Diagnostic.note("import-wants-settings", message);
    }
    if (failure.types().contains("ModuleNotFoundError")) {
      return Diagnostic.error("import-lacks-module", message)
          .withHint(
              "a package that provides `"
                  + failure.module().orElse(module)
                  + "` is not among the requirements");
    }
    return Diagnostic.error("import-fails", message);
  }

  private static Optional<String> provider(String message) {
    return Provided.shipped()
        .libraryNamedIn(message)
        .map(library -> "`" + library + "` is the library that provides it");
  }

  private static boolean isConfiguration(ProbeReport.ImportFailure failure) {
    return failure.variable().isPresent()
        || failure.types().stream().anyMatch(UNCONFIGURED::contains)
        || !failure.types().contains("ModuleNotFoundError")
            && !failure.types().isEmpty()
            && WANTS_SETTINGS.matcher(failure.message()).find();
  }
}
