package wheelbase.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.reading.SourceFact.Kind;
import wheelbase.syslibs.Provided;

/** The facts of a {@code CMakeLists.txt}: the packages, modules and libraries that it looks for. */
final class CmakeFacts {
  private static final Pattern COMMENT = Pattern.compile("#[^\\n]*");
  private static final Pattern CALL =
      Pattern.compile("(?m)^[ \\t]*(\\w+)[ \\t]*\\(((?:[^()]++|\\([^()]*+\\))*+)\\)");
  private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");
  private static final Map<String, String> COMPILERS =
      Map.of("C", "c", "CXX", "c++", "Fortran", "gfortran");
  private static final Set<String> WITH_PYTHON =
      Set.of(
          "python",
          "python3",
          "pythoninterp",
          "pythonlibs",
          "pythonextensions",
          "pybind11",
          "nanobind",
          "threads",
          "cython",
          "numpy",
          "f2py",
          "skbuild",
          "scikitbuildcore",
          "unixcommands",
          "package",
          "vcvars",
          "cpm");
  private static final Set<String> MODULE_WORDS =
      Set.of("REQUIRED", "QUIET", "IMPORTED_TARGET", "GLOBAL", "NO_CMAKE_PATH", "STATIC_TARGET");

  private final FactSink sink;
  private final Provided provided;
  private final List<String> directories = new ArrayList<>();

  private CmakeFacts(String path, Provided provided) {
    this.sink = new FactSink(path);
    this.provided = provided;
  }

  static DirectoryFacts of(String path, String source, Provided provided) {
    CmakeFacts facts = new CmakeFacts(path, provided);
    facts.read(COMMENT.matcher(source).replaceAll(""));
    return new DirectoryFacts(facts.sink.facts(), List.copyOf(facts.directories));
  }

  private void read(String source) {
    Branches branches = new Branches();
    Matcher call = CALL.matcher(source);
    int line = 1;
    int counted = 0;
    while (call.find()) {
      line += (int) source.substring(counted, call.start(1)).chars().filter(c -> c == '\n').count();
      counted = call.start(1);
      String name = call.group(1).toLowerCase(Locale.ROOT);
      switch (name) {
        case "if" -> branches.begin(call.group(2));
        case "elseif" -> branches.elseIf(call.group(2));
        case "else" -> branches.otherwise();
        case "endif" -> branches.end();
        default -> {
          if (branches.reach() != Reach.NEVER) {
            command(name, arguments(call.group(2)), branches.reach() == Reach.ALWAYS, line);
          }
        }
      }
    }
  }

  private static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    Matcher argument = ARGUMENT.matcher(text);
    while (argument.find()) {
      arguments.add(argument.group(1) == null ? argument.group(2) : argument.group(1));
    }
    return arguments;
  }

  private void command(String name, List<String> arguments, boolean always, int line) {
    if (arguments.isEmpty()) {
      return;
    }
    String first = arguments.get(0);
    String shown = name + "(" + String.join(" ", arguments) + ")";
    boolean certain = always && arguments.contains("REQUIRED");
    switch (name) {
      case "find_package" -> {
        if (first.equalsIgnoreCase("OpenMP")) {
          sink.link("gomp", certain, line, shown);
        } else if (!WITH_PYTHON.contains(first.toLowerCase(Locale.ROOT))) {
          sink.add(Kind.CMAKE_PACKAGE, first, certain, line, shown);
        }
      }
      case "pkg_check_modules", "pkg_search_module" ->
          arguments.stream()
              .skip(1)
              .filter(each -> !MODULE_WORDS.contains(each) && !each.contains("$"))
              .forEach(each -> sink.module(each, certain, line, shown));
      case "find_library" ->
          arguments.stream()
              .skip(1)
              .filter(each -> provided.byLink(each.replaceFirst("^lib", "")).isPresent())
              .forEach(each -> sink.link(each.replaceFirst("^lib", ""), false, line, shown));
      case "target_link_libraries", "link_libraries" ->
          arguments.stream()
              .skip(name.startsWith("target") ? 1 : 0)
              .filter(each -> provided.byLink(each).isPresent())
              .forEach(each -> sink.link(each, always, line, shown));
      case "find_program" ->
          arguments.stream()
              .skip(1)
              .filter(each -> provided.byProgram(each).isPresent())
              .forEach(each -> sink.add(Kind.PROGRAM, each, certain, line, shown));
      case "project", "enable_language" ->
          arguments.stream()
              .skip(name.equals("project") ? 1 : 0)
              .filter(COMPILERS::containsKey)
              .forEach(each -> sink.add(Kind.COMPILER, COMPILERS.get(each), always, line, shown));
      case "fetchcontent_declare", "externalproject_add" -> {
        if (arguments.contains("GIT_REPOSITORY")) {
          sink.add(Kind.PROGRAM, "git", always, line, shown);
        }
      }
      case "add_subdirectory" -> directories.add(first);
      default -> {
        // Nothing that says what must be there.
      }
    }
  }
}
