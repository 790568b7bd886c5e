package wheelbase.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.verify.BuildFault.Cause;

/**
 * The log of a build that failed, read for its causes. What is looked for is what compilers,
 * linkers, pkg-config, meson, cmake, cargo, pip, uv, apt, apk and the engines say.
 */
public final class BuildLog {
  private static final Pattern STEP_PREFIX = Pattern.compile("^#\\d+ (?:\\d+\\.\\d+ )?");

  /** Said in passing, by a build that has another way then. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "^\\s*(checking |STEP |Step \\d|\\[\\d+/\\d+\\] STEP|Configuration error|[+#] |//"
              + "|Running `.*` gave )");

  /** What pip and uv call the package that did not build. */
  private static final List<Pattern> PACKAGE =
      List.of(
          Pattern.compile("Failed to build `([A-Za-z0-9._-]+)==([^`\\s]+)`"),
          Pattern.compile("Failed to download and build `([A-Za-z0-9._-]+)==([^`\\s]+)`"),
          Pattern.compile("Failed building (?:editable|wheel) for ([A-Za-z0-9._-]+)"),
          Pattern.compile("Failed to build '?([A-Za-z0-9._-]+?)'?(?: when .*)?$"),
          Pattern.compile("(?:╰─|\\+-)> ([A-Za-z0-9][A-Za-z0-9._-]*)$"),
          Pattern.compile("based projects \\(([A-Za-z0-9._-]+)"));

  /** A sentence that shows a cause; the first group that took part is the subject. */
  private record Sign(Cause cause, Pattern sentence, String subject) {
    Sign(Cause cause, String sentence) {
      this(cause, Pattern.compile(sentence), "");
    }

    Sign(Cause cause, String sentence, String subject) {
      this(cause, Pattern.compile(sentence), subject);
    }

    Optional<String> subjectIn(String line) {
      Matcher matcher = sentence.matcher(line);
      if (!matcher.find()) {
        return Optional.empty();
      }
      return Optional.of(
          IntStream.rangeClosed(1, matcher.groupCount())
              .mapToObj(matcher::group)
              .filter(group -> group != null && !group.isEmpty())
              .findFirst()
              .orElse(subject));
    }
  }

  private static final String WORD = "([A-Za-z0-9_+][A-Za-z0-9_+.-]*)";

  private static final List<Sign> SIGNS =
      List.of(
          new Sign(
              Cause.MISSING_HEADER,
              "fatal error: ['\"]?([\\w./+-]+)['\"]?(?:: No such file or directory| file not found)"),
          new Sign(Cause.MISSING_LINK, "cannot find -l([\\w.+-]+?)(?:: No such file.*)?$"),
          new Sign(Cause.MISSING_LINK, "unable to find library -l([\\w.+-]+)"),
          new Sign(Cause.MISSING_LINK, "library files could not be found for (\\w+),"),
          new Sign(
              Cause.MISSING_MODULE,
              "Please make sure the libxml2 and libxslt development packages",
              "libxml-2.0"),
          new Sign(
              Cause.MISSING_MODULE,
              "Please make sure the libxml2 and libxslt development packages",
              "libxslt"),
          new Sign(
              Cause.MISSING_MODULE, "Dependency lookup for " + WORD + " with method '.*' failed"),
          new Sign(
              Cause.MISSING_TOOL,
              "Pkg-config for machine .* not found|pkg-config (?:probably not installed|binary is"
                  + " required|is required|is not installed)|Unable to invoke pkg-config",
              "pkg-config"),
          new Sign(Cause.MISSING_TOOL, "The '([\\w+-]+)' utility is missing"),
          new Sign(Cause.MISSING_LINK, "did not manage to locate a library called '([\\w.+-]+)'"),
          new Sign(Cause.MISSING_MODULE, "Package '?" + WORD + "'?, required by .*not found"),
          new Sign(
              Cause.MISSING_MODULE, "Package '?" + WORD + "'? was not found in the pkg-config"),
          new Sign(Cause.MISSING_MODULE, "No package '" + WORD + "' found"),
          new Sign(
              Cause.MISSING_MODULE,
              "ERROR: Dependency ['\"]" + WORD + "['\"] (?:is required but )?not found"),
          new Sign(
              Cause.MISSING_MODULE,
              "system library `" + WORD + "` required by crate .* was not found"),
          new Sign(Cause.MISSING_MODULE, "Can not find valid pkg-config name", "mysqlclient"),
          new Sign(Cause.MISSING_MODULE, "Could NOT find " + WORD + " \\(missing"),
          new Sign(Cause.MISSING_TOOL, "\\b" + WORD + " executable not found(?! in)"),
          new Sign(
              Cause.MISSING_TOOL,
              "(?:^|/|\\s)(?:ba|da|a)?sh: (?:line )?(?:\\d+: )?([\\w+./-]+): (?:command )?not found"),
          new Sign(Cause.MISSING_TOOL, "error: command '([\\w+./-]+)' failed: No such file"),
          new Sign(Cause.MISSING_TOOL, "unable to execute '([\\w+./-]+)': No such file"),
          new Sign(Cause.MISSING_TOOL, "No such file or directory: '([\\w+-]+)'"),
          new Sign(Cause.MISSING_TOOL, "linker `([\\w+-]+)` not found"),
          new Sign(Cause.MISSING_TOOL, "Unknown compiler\\(s\\): \\[\\['([\\w+-]+)'"),
          new Sign(Cause.MISSING_TOOL, "exec: \"([\\w+./-]+)\": executable file not found"),
          new Sign(Cause.MISSING_TOOL, "Cannot find command '([\\w+-]+)'"),
          new Sign(Cause.MISSING_TOOL, "Program '([\\w+-]+)' not found"),
          new Sign(Cause.MISSING_TOOL, "make(?:\\[\\d+\\])?: ([\\w+-]+): No such file"),
          new Sign(Cause.MISSING_TOOL, "No CMAKE_C_COMPILER could be found", "gcc"),
          new Sign(Cause.MISSING_TOOL, "No CMAKE_CXX_COMPILER could be found", "g++"),
          new Sign(
              Cause.MISSING_TOOL,
              "CMake must be installed|Could not find CMake|CMake is not installed|[Pp]lease install"
                  + " (?:a recent version of )?CMake",
              "cmake"),
          new Sign(
              Cause.MISSING_TOOL,
              "can't find Rust compiler|Cargo, the Rust package manager, is not installed"
                  + "|requires Rust to compile",
              "cargo"),
          new Sign(
              Cause.MISSING_LIBRARY,
              "^([\\w.+-]+) is missing in the image, install its package there: wanted by "),
          new Sign(Cause.UNKNOWN_SYSTEM_PACKAGE, "E: Unable to locate package (\\S+)"),
          new Sign(
              Cause.UNKNOWN_SYSTEM_PACKAGE, "E: Package '(\\S+)' has no installation candidate"),
          new Sign(Cause.UNKNOWN_SYSTEM_PACKAGE, "^\\s*(\\S+) \\(no such package\\)"),
          new Sign(Cause.NO_MATCHING_DISTRIBUTION, "No matching distribution found for (\\S+)"),
          new Sign(
              Cause.NO_MATCHING_DISTRIBUTION,
              "(\\S+\\.whl) is not a supported wheel on this platform"),
          new Sign(
              Cause.NO_MATCHING_DISTRIBUTION,
              "([A-Za-z0-9._-]+(?:==\\S+)?) has no (?:usable wheels|wheels with a matching|source"
                  + " distribution)"),
          new Sign(
              Cause.PYTHON_NOT_ADMITTED,
              "Package '([^']+)' requires a different Python|^\\s*ERROR: .* requires Python"),
          new Sign(
              Cause.PYTHON_NOT_ADMITTED,
              "Cannot install on Python version|Python version .* (?:is )?not supported|requires"
                  + " Python [<>=!]"),
          new Sign(
              Cause.HASH_MISMATCH,
              "DO NOT MATCH THE HASHES|Hash mismatch for `?([^`\\s]+)|Hash Sum mismatch|Hashes did"
                  + " not match"),
          new Sign(Cause.HASH_MISSING, "[Hh]ashes are required in --require-hashes mode"),
          new Sign(
              Cause.MISSING_FILE,
              "(?:COPY|ADD) failed: .*?(\\S+): (?:file does not exist|no such file)"
                  + "|failed to compute cache key: .*?\"([^\"]+)\": not found"),
          new Sign(Cause.MISSING_FILE, "copier: stat: \"([^\"]+)\": no such file or directory"),
          new Sign(Cause.MISSING_FILE, "calculate checksum of ref .*\"([^\"]+)\": not found"),
          new Sign(Cause.MISSING_FILE, "Could not open requirements file: .*'([^']+)'"),
          new Sign(
              Cause.NO_BASE_IMAGE,
              "manifest unknown|pull access denied|repository does not exist|manifest for (\\S+) not"
                  + " found|: not found: manifest|no such image|image not known"),
          new Sign(Cause.EXTERNALLY_MANAGED, "externally-managed-environment"),
          new Sign(Cause.FOREIGN_MACHINE, "[Ee]xec format error"),
          new Sign(
              Cause.NO_SPACE,
              "No space left on device|no space left on device|Disk quota exceeded"),
          new Sign(
              Cause.OUT_OF_MEMORY,
              "Killed signal terminated program|signal: 9\\b|SIGKILL|exit (?:code|status):? 137\\b"
                  + "|virtual memory exhausted|std::bad_alloc|Cannot allocate memory|^Killed$"),
          new Sign(
              Cause.NO_NETWORK,
              "Temporary failure (?:in name resolution|resolving '([^']+)')|Could not resolve host:?"
                  + " ?(\\S*)|Name or service not known|Failed to establish a new connection"
                  + "|Network is unreachable|Connection timed out|Read timed out|dial tcp: lookup"
                  + "|no such host|i/o timeout|TLS handshake timeout|connection refused"
                  + "|Connection refused|dns error|after connection broken by"));

  /** What follows from a network that is not there. */
  private static final Set<Cause> FOLLOWS_FROM_NO_NETWORK =
      EnumSet.of(
          Cause.NO_MATCHING_DISTRIBUTION,
          Cause.UNKNOWN_SYSTEM_PACKAGE,
          Cause.NO_BASE_IMAGE,
          Cause.MISSING_TOOL,
          Cause.NO_NETWORK);

  /** The index was there: pip knows versions of it. */
  private static final Pattern VERSIONS = Pattern.compile("\\(from versions: (?!none)");

  private final List<String> lines;

  private BuildLog(List<String> lines) {
    this.lines = lines;
  }

  /** A log as an engine wrote it. */
  public static BuildLog of(String text) {
    return new BuildLog(
        text.lines().map(line -> STEP_PREFIX.matcher(line).replaceFirst("")).toList());
  }

  /**
   * The causes, each once, the most telling first; {@link Cause#UNKNOWN} alone where none is seen.
   */
  public List<BuildFault> faults() {
    Map<String, BuildFault> found = new LinkedHashMap<>();
    for (int number = 0; number < lines.size(); number++) {
      String line = lines.get(number);
      if (!HARMLESS.matcher(line).find()) {
        for (Seen seen : signs(line)) {
          found.putIfAbsent(
              seen.cause() + " " + seen.subject(), fault(seen.cause(), seen.subject(), number));
        }
      }
    }
    List<BuildFault> faults = essential(new ArrayList<>(found.values()));
    return faults.isEmpty() ? List.of(unknown()) : faults;
  }

  private record Seen(Cause cause, String subject) {}

  private static List<Seen> signs(String line) {
    return SIGNS.stream()
        .flatMap(
            sign -> sign.subjectIn(line).map(subject -> new Seen(sign.cause(), subject)).stream())
        .toList();
  }

  /**
   * A failed look-up is only then the cause when nothing else went wrong that it does not explain;
   * and a full disk explains all else.
   */
  private List<BuildFault> essential(List<BuildFault> faults) {
    List<BuildFault> lacking =
        faults.stream().filter(each -> each.cause() == Cause.MISSING_LIBRARY).toList();
    if (lacking.stream().anyMatch(each -> each.library().isPresent())) {
      // What those bring along is missing with them; and each is installed once.
      Set<Optional<String>> libraries = new HashSet<>(Set.of(Optional.empty()));
      return faults.stream()
          .filter(each -> !lacking.contains(each) || libraries.add(each.library()))
          .toList();
    }
    for (Cause alone : List.of(Cause.NO_SPACE, Cause.OUT_OF_MEMORY)) {
      List<BuildFault> these = faults.stream().filter(each -> each.cause() == alone).toList();
      if (!these.isEmpty()) {
        return List.of(these.get(0));
      }
    }
    List<BuildFault> network =
        faults.stream().filter(each -> each.cause() == Cause.NO_NETWORK).toList();
    if (network.isEmpty()) {
      return faults;
    }
    boolean answered = lines.stream().anyMatch(line -> VERSIONS.matcher(line).find());
    return !answered
            && faults.stream().allMatch(each -> FOLLOWS_FROM_NO_NETWORK.contains(each.cause()))
        ? List.of(network.get(0))
        : faults.stream().filter(each -> each.cause() != Cause.NO_NETWORK).toList();
  }

  private BuildFault fault(Cause cause, String subject, int number) {
    Optional<PackageName> name = packageAt(number);
    return new BuildFault(
        cause, subject, lines.get(number).strip(), name, name.flatMap(this::version));
  }

  private BuildFault unknown() {
    int end = lines.stream().map(String::strip).toList().indexOf("[end of output]");
    String line =
        end > 0
            ? lines.get(end - 1)
            : last(each -> each.matches("(?i).*\\b(error|fatal|failed)\\b.*"))
                .or(() -> last(each -> !each.isBlank()))
                .orElse("");
    Optional<PackageName> name = packageAt(0);
    return new BuildFault(Cause.UNKNOWN, "", line.strip(), name, name.flatMap(this::version));
  }

  private Optional<String> last(Predicate<String> wanted) {
    return lines.stream().filter(wanted).reduce((first, second) -> second);
  }

  /** Builders name the package after they have shown what went wrong with it. */
  private Optional<PackageName> packageAt(int number) {
    return lines.subList(number, lines.size()).stream()
        .flatMap(
            line ->
                PACKAGE.stream()
                    .map(pattern -> pattern.matcher(line))
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(1)))
        .findFirst()
        .map(PackageName::new);
  }

  /** From the name of the archive, or from a requirement that pins it. */
  private Optional<Version> version(PackageName name) {
    String spelling = name.value().replace("-", "[-_.]+");
    Pattern said =
        Pattern.compile(
            "(?i)\\b"
                + spelling
                + "(?:-|==)([0-9][A-Za-z0-9.!+_]*?)(?=\\.tar|\\.zip|[`'\",\\s)]|$)");
    return lines.stream()
        .map(said::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst()
        .flatMap(Version::tryParse);
  }
}
