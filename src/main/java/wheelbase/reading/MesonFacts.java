package wheelbase.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wheelbase.reading.SourceFact.Kind;
import wheelbase.syslibs.Provided;

/** The facts of a {@code meson.build}: dependencies, libraries and programs that it asks for. */
final class MesonFacts {
  /** What Meson knows by other ways than pkg-config, and the compiler or Python bring. */
  private static final Set<String> BUILT_IN =
      Set.of("", "threads", "dl", "python", "python3", "numpy", "pybind11", "appleframeworks");

  private static final Map<String, String> COMPILERS =
      Map.of("c", "c", "cpp", "c++", "fortran", "gfortran", "rust", "rust");

  private final FactSink sink;
  private final Provided provided;
  private final List<String> directories = new ArrayList<>();

  private MesonFacts(String path, Provided provided) {
    this.sink = new FactSink(path);
    this.provided = provided;
  }

  static DirectoryFacts of(String path, String source, Provided provided) {
    MesonFacts facts = new MesonFacts(path, provided);
    facts.read(source);
    return new DirectoryFacts(facts.sink.facts(), List.copyOf(facts.directories));
  }

  private void read(String source) {
    Branches branches = new Branches();
    List<PythonToken> line = new ArrayList<>();
    for (PythonToken token : PythonToken.of(source)) {
      if (token.kind() != PythonToken.Kind.END) {
        line.add(token);
        continue;
      }
      if (!line.isEmpty()) {
        line.add(token);
        statement(new PythonScript.Statement(line, Reach.ALWAYS), branches);
        line.clear();
      }
    }
  }

  private void statement(PythonScript.Statement words, Branches branches) {
    String condition = words.text();
    switch (words.at(0).isName() ? words.at(0).text() : "") {
      case "if" -> branches.begin(condition);
      case "elif" -> branches.elseIf(condition);
      case "else" -> branches.otherwise();
      case "endif" -> branches.end();
      default -> {
        // Everything else asks for something or does not.
      }
    }
    if (branches.reach() != Reach.NEVER) {
      for (int at = 0; at + 1 < words.size(); at++) {
        if (words.at(at).isName() && words.at(at + 1).is("(")) {
          call(words, at, branches.reach() == Reach.ALWAYS);
        }
      }
    }
  }

  /** The arguments of a call: those without a key, and the words of those with one. */
  private record Arguments(List<PythonToken> texts, Map<String, String> named) {
    static Arguments of(PythonScript.Statement words, int open) {
      List<PythonToken> texts = new ArrayList<>();
      Map<String, String> named = new TreeMap<>();
      Optional<String> key = Optional.empty();
      int depth = words.at(open).depth() + 1;
      for (int at = open + 1; at < words.size() && words.at(at).depth() >= depth; at++) {
        PythonToken token = words.at(at);
        if (token.depth() == depth && token.is(",")) {
          key = Optional.empty();
        } else if (token.isName() && words.at(at + 1).is(":") && token.depth() == depth) {
          key = Optional.of(token.text());
          named.put(token.text(), "");
          at++;
        } else if (key.isPresent()) {
          named.merge(key.get(), token.text(), (before, added) -> before + " " + added);
        } else if (token.isString()) {
          texts.add(token);
        }
      }
      return new Arguments(texts, named);
    }

    /** Whether it has to be there: unless it says otherwise, in whatever way. */
    boolean required() {
      return named.getOrDefault("required", "true").strip().equals("true");
    }
  }

  private void call(PythonScript.Statement words, int at, boolean always) {
    Arguments arguments = Arguments.of(words, at + 1);
    boolean certain = always && arguments.required();
    switch (words.at(at).text()) {
      case "dependency" -> dependencies(arguments, certain);
      case "find_library" ->
          arguments.texts().stream()
              .limit(1)
              .forEach(
                  each -> sink.link(each.text(), certain, each.line(), shown(words, at, each)));
      case "find_program" ->
          arguments.texts().stream()
              .filter(each -> provided.byProgram(each.text()).isPresent())
              .forEach(
                  each ->
                      sink.add(
                          Kind.PROGRAM, each.text(), certain, each.line(), shown(words, at, each)));
      case "has_header", "check_header" ->
          arguments.texts().stream()
              .limit(1)
              .forEach(
                  each ->
                      sink.add(
                          Kind.HEADER, each.text(), false, each.line(), shown(words, at, each)));
      case "project", "add_languages" -> languages(words, at, arguments, certain);
      case "subproject" ->
          arguments.texts().stream()
              .limit(1)
              .forEach(each -> directories.add("/subprojects/" + each.text()));
      case "subdir" -> arguments.texts().forEach(each -> directories.add(each.text()));
      default -> {
        // Nothing that says what must be there.
      }
    }
  }

  private void dependencies(Arguments arguments, boolean certain) {
    String method = arguments.named().getOrDefault("method", "");
    for (PythonToken each : arguments.texts()) {
      String name = each.text();
      String shown = "dependency('" + name + "')";
      if (BUILT_IN.contains(name)) {
        continue;
      }
      if (name.equals("openmp")) {
        sink.link("gomp", certain, each.line(), shown);
      } else if (method.equals("cmake")
          || provided.byModule(name).isEmpty() && provided.byCmakePackage(name).isPresent()) {
        sink.add(Kind.CMAKE_PACKAGE, name, certain, each.line(), shown);
      } else {
        sink.module(name, certain, each.line(), shown);
      }
    }
  }

  private void languages(
      PythonScript.Statement words, int at, Arguments arguments, boolean certain) {
    boolean project = words.at(at).text().equals("project");
    arguments.texts().stream()
        .skip(project ? 1 : 0)
        .filter(each -> COMPILERS.containsKey(each.text()))
        .forEach(
            each ->
                sink.add(
                    Kind.COMPILER,
                    COMPILERS.get(each.text()),
                    certain,
                    each.line(),
                    shown(words, at, each)));
  }

  private static String shown(PythonScript.Statement words, int at, PythonToken argument) {
    return words.at(at).text() + "('" + argument.text() + "')";
  }
}
