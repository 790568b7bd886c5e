package wheelbase.index.pypi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a setup.py (or the build script of a backend that runs one) says of compiling, read as text.
 *
 * @param extensions whether it builds extension modules on Linux
 * @param rust whether it builds Rust extensions
 * @param ownCommands whether it replaces setuptools' build commands
 * @param fallsBack whether a failing compiler does not fail the build
 * @param evidence file, line and the words found
 */
record SetupScript(
    boolean extensions,
    boolean rust,
    boolean ownCommands,
    boolean fallsBack,
    List<String> evidence) {

  private static final Pattern EXTENSION =
      Pattern.compile(
          "\\b\\w*Extension\\s*\\(|\\bcythonize\\s*\\(|\\bcffi_modules\\b|\\bmypycify\\s*\\("
              + "|\\b(?:from|import)\\s+skbuild\\b|\\bnumpy\\.distutils\\b"
              + "|\\blibraries\\s*=\\s*\\[\\s*\\(");
  private static final Pattern EXTENSION_MODULES =
      Pattern.compile("\\bext_modules\\b(?!\\s*=\\s*(?:\\[\\s*\\]|None)\\s*(?:[,)\\n]|$))");
  private static final Pattern RUST = Pattern.compile("\\brust_extensions\\b|\\bRustExtension\\b");
  private static final Pattern OWN_COMMANDS =
      Pattern.compile("\\bcmdclass\\b|\\bdistclass\\b|\\bbuild_ext\\b|\\bbuild_clib\\b");
  private static final Pattern OPTIONAL_EXTENSION =
      Pattern.compile("\\boptional\\s*=\\s*(?:True\\b|not\\b)|allow-fallback");
  private static final Pattern EXCEPT = Pattern.compile("(?m)^([ \\t]*)except\\b[^\\n]*:[^\\n]*$");
  private static final Pattern BUILDING_CALL =
      Pattern.compile(
          "(?:\\b\\w*build_ext\\.run|\\bbuild_extension|\\bsuper\\([^)]*\\)\\.run|\\b\\w*setup)"
              + "\\([^)\\n]*");
  private static final Pattern GIVING_UP = Pattern.compile("\\braise\\b|\\bexit\\(");
  private static final Pattern ANOTHER_CASE =
      Pattern.compile(
          "(?i)^\\s*(?:el)?if\\b(?![^\\n]*(?:\\bnot\\b|!=))[^\\n]*"
              + "(?:darwin|mac_?os|win32|windows|[\"']nt[\"']|cygwin|mypyc)[^\\n]*:");

  static SetupScript of(String setupPy, String buildPy, Optional<JsonNode> pyproject) {
    List<String> evidence = new ArrayList<>();
    boolean buildScript =
        pyproject
            .map(node -> node.at("/tool/poetry/build").toString().contains("build.py"))
            .orElse(false);
    String build = buildScript ? buildPy : "";
    boolean namesExtension = EXTENSION.matcher(setupPy).find();
    boolean extensions =
        namesExtension && find(EXTENSION, "setup.py", setupPy, evidence)
            || find(EXTENSION, "build.py", build, evidence)
            || !namesExtension && find(EXTENSION_MODULES, "setup.py", setupPy, evidence);
    boolean rust = find(RUST, "setup.py", setupPy, evidence);
    if (pyproject.map(node -> node.at("/tool/setuptools/ext-modules").size() > 0).orElse(false)) {
      extensions = true;
      evidence.add("pyproject.toml: [tool.setuptools] ext-modules");
    }
    if (pyproject.map(node -> node.at("/tool/setuptools-rust").isObject()).orElse(false)) {
      rust = true;
      evidence.add("pyproject.toml: [tool.setuptools-rust]");
    }
    boolean fallsBack =
        (extensions || rust)
            && (fallsBack("setup.py", setupPy, evidence) || fallsBack("build.py", build, evidence));
    return new SetupScript(
        extensions,
        rust,
        !namesExtension && OWN_COMMANDS.matcher(setupPy).find(),
        fallsBack,
        evidence);
  }

  /**
   * The first place outside comments and outside branches that Linux does not take by itself; noted
   * as evidence.
   */
  private static boolean find(Pattern pattern, String file, String text, List<String> evidence) {
    String code = PythonCode.withoutProse(text);
    Matcher match = pattern.matcher(code);
    while (match.find()) {
      int lineStart = code.lastIndexOf('\n', match.start()) + 1;
      if (isImport(code, lineStart) || isAnotherCase(code, lineStart)) {
        continue;
      }
      long line = code.substring(0, match.start()).lines().count();
      boolean startsLine = match.start() == lineStart;
      String word = match.group().strip().replaceFirst("[\\s=(\\[]+$", "");
      evidence.add(file + ":" + (startsLine ? line + 1 : line) + ": " + word);
      return true;
    }
    return false;
  }

  /**
   * Whether a failure to compile is caught and the build goes on: extensions that setuptools calls
   * optional, or a handler around the building that builds without them or at least does not raise
   * again.
   */
  private static boolean fallsBack(String file, String text, List<String> evidence) {
    if (find(OPTIONAL_EXTENSION, file, text, evidence)) {
      return true;
    }
    String code = PythonCode.withoutProse(text);
    Matcher handler = EXCEPT.matcher(code);
    while (handler.find()) {
      String body = block(code, handler.end() + 1, handler.group(1).length());
      int end = handler.end() + 1 + body.length();
      String rest = code.substring(Math.min(end, code.length()));
      if (goesOn(tryBody(code, handler.start(), handler.group(1)), handler.group() + body, rest)) {
        long line = code.substring(0, handler.start()).lines().count() + 1;
        evidence.add(file + ":" + line + ": optional: " + handler.group().strip());
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a handler around building gets along without a compiler. One that may raise again does
   * so only where it calls the building another way than before ({@code run_setup(False)}). Where
   * the whole of setup() failed there is no wheel, unless it is called once more.
   *
   * @param rest what follows the handler
   */
  private static boolean goesOn(String tryBody, String handler, String rest) {
    Matcher building = BUILDING_CALL.matcher(tryBody);
    if (!building.find()) {
      return false;
    }
    Matcher again = BUILDING_CALL.matcher(handler);
    boolean whole = building.group().contains("setup(");
    if (whole && !again.find() && !BUILDING_CALL.matcher(rest).find()) {
      return false;
    }
    again.reset();
    return !GIVING_UP.matcher(handler).find()
        || again.find() && !again.group().equals(building.group());
  }

  /** What stands between a handler and the {@code try} it belongs to. */
  private static String tryBody(String code, int handler, String indentation) {
    int start = code.lastIndexOf("\n" + indentation + "try", handler);
    return start < 0 ? "" : code.substring(start, handler);
  }

  /** The lines from a place on that are indented deeper. */
  private static String block(String code, int from, int indentation) {
    StringBuilder block = new StringBuilder();
    int at = from;
    while (at < code.length()) {
      int end = code.indexOf('\n', at);
      String line = code.substring(at, end < 0 ? code.length() : end);
      boolean closing = line.matches("[\\s)\\]}\",]*");
      if (!closing && indentation(code, at) <= indentation) {
        break;
      }
      block.append(line).append('\n');
      at = end < 0 ? code.length() : end + 1;
    }
    return block.toString();
  }

  private static boolean isImport(String code, int lineStart) {
    return code.startsWith("from setuptools", lineStart)
        || code.startsWith("from distutils", lineStart);
  }

  /**
   * Whether one of the enclosing branches, told by indentation, is for macOS or Windows only, or
   * for those who ask for mypyc: what mypyc compiles is Python, and all setup scripts leave it at
   * that unless told otherwise.
   */
  private static boolean isAnotherCase(String code, int lineStart) {
    int indentation = indentation(code, lineStart);
    int at = lineStart;
    while (indentation > 0 && at > 0) {
      at = code.lastIndexOf('\n', at - 2) + 1;
      int end = code.indexOf('\n', at);
      String line = code.substring(at, end < 0 ? code.length() : end);
      if (!line.isBlank() && indentation(code, at) < indentation) {
        indentation = indentation(code, at);
        if (ANOTHER_CASE.matcher(line).find()) {
          return true;
        }
      }
    }
    return false;
  }

  private static int indentation(String code, int lineStart) {
    int at = lineStart;
    while (at < code.length() && (code.charAt(at) == ' ' || code.charAt(at) == '\t')) {
      at++;
    }
    return at - lineStart;
  }
}
