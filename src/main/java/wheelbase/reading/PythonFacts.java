package wheelbase.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wheelbase.reading.PythonScript.Statement;
import wheelbase.reading.SourceFact.Kind;
import wheelbase.syslibs.Provided;

/**
 * The facts of a Python build script: what stands in {@code libraries=}, after {@code -l}, in calls
 * of pkg-config and of configuration programs. Only literals count; a name that is handed over is
 * looked up where it is assigned.
 */
final class PythonFacts {
  /** Tables of data are longer, and ask for nothing. */
  private static final int LONGEST = 5_000;

  private static final Pattern LIBRARIES =
      Pattern.compile("(?i)_?(?:\\w+_)?libraries|_?(?:\\w+_)?libs");
  private static final Pattern FLAG = Pattern.compile("(?:^|\\s)-l([A-Za-z0-9_+.-]+)");
  private static final Pattern CONFIG_PROGRAM =
      Pattern.compile("(?:^|[/\\s])([A-Za-z0-9][\\w.-]*[-_]config)(?=$|\\s)");
  private static final Pattern COMMAND = Pattern.compile("(?:/usr/bin/)?([\\w.+-]+)(?:\\s+-.*)?");
  private static final Pattern RUNNING =
      Pattern.compile("\\b(?:run|call|check_call|check_output|Popen|spawn)\\b");

  private static final Pattern RUNNING_COMMANDS =
      Pattern.compile("\\bsubprocess\\b|\\bos\\.system\\(|\\bspawn\\(");

  private static final Set<String> KEYWORDS = Set.of("if", "else", "and", "or", "return", "in");
  private static final Pattern SOURCES = Pattern.compile("(?i)extension|sources|swig");

  /** What runs in a build for its own sake; other programs tell a version, or test. */
  private static final Set<String> TOOLS = Set.of("make", "cmake", "autotools", "swig", "gfortran");

  /** Compilers are told by the sources, and pkg-config by what it is asked for. */
  private static final Set<String> BESIDE = Set.of("c", "c++", "pkg-config");

  private static final Pattern ASKING = Pattern.compile("get|getenv|get_config_vars?|pop");

  private static final Pattern PKG_CONFIG = Pattern.compile("(?i).*pkg_?-?config.*");
  private static final Pattern LOOKING =
      Pattern.compile(
          "(?i).*(?:find|check|has|have|add|search|try|detect|test|link).*_?lib.*|.*lib\\w*_?"
              + "(?:exists|found).*");
  private static final Pattern MODULE = Pattern.compile("[a-z][\\w+]*(?:[.-][\\w+.-]+)?");
  private static final String NO_MODULE =
      "(?i)pkg-?config.*|utf-?\\d*|ascii|replace|ignore|latin.*|-.*|strict|surrogate\\w*";
  private static final Pattern PKG_CONFIG_COMMAND =
      Pattern.compile("pkg-?config((?:\\s+-{1,2}[\\w=-]+)+)((?:\\s+[A-Za-z0-9][\\w+.-]*)+)");

  private final PythonScript script;
  private final FactSink sink;
  private final Provided provided;
  private final List<String> lines;
  private final boolean asksPkgConfig;
  private final boolean runsCommands;
  private final Set<String> handedOver = new HashSet<>();

  private PythonFacts(String path, String source, Provided provided) {
    this.script = PythonScript.of(source);
    this.lines = source.lines().toList();
    this.asksPkgConfig = source.contains("pkg-config");
    this.runsCommands = RUNNING_COMMANDS.matcher(source).find();
    this.sink = new FactSink(path);
    this.provided = provided;
  }

  static List<SourceFact> of(String path, String source, Provided provided) {
    return new PythonFacts(path, source, provided).facts();
  }

  private List<SourceFact> facts() {
    List<Statement> reached =
        script.statements().stream()
            .filter(each -> each.reach() != Reach.NEVER && each.size() <= LONGEST)
            .toList();
    reached.forEach(this::namesHandedOver);
    for (Statement statement : reached) {
      boolean certain = statement.reach() == Reach.ALWAYS;
      if (statement.at(0).isString() || statement.at(0).is("import") || statement.at(0).is("def")) {
        continue;
      }
      libraries(statement, certain);
      flags(statement, certain);
      pkgConfig(statement, certain);
      programs(statement, certain);
      lookedFor(statement);
      language(statement, certain);
      setupRequires(statement);
    }
    return sink.facts();
  }

  /** {@code libraries=NAME}: what that name is given elsewhere counts as well. */
  private void namesHandedOver(Statement statement) {
    for (int at = 0; at + 2 < statement.size(); at++) {
      boolean assigned = statement.at(at + 1).is("=") || statement.at(at + 1).is(":");
      boolean plain = !statement.at(at + 3).is("(") && !statement.at(at + 3).is(".");
      if (statement.at(at).text().equals("libraries")
          && assigned
          && plain
          && statement.at(at + 2).isName()) {
        handedOver.add(statement.at(at + 2).text());
      }
    }
  }

  private void libraries(Statement statement, boolean certain) {
    for (int at = 0; at < statement.size(); at++) {
      PythonToken token = statement.at(at);
      boolean exact = token.text().equals("libraries") || handedOver.contains(token.text());
      if (token.kind() == PythonToken.Kind.OPERATOR
          || !exact && !LIBRARIES.matcher(token.text()).matches()
          || token.text().toLowerCase(Locale.ROOT).contains("runtime")) {
        continue;
      }
      int value = valueAfter(statement, at);
      if (value < 0) {
        continue;
      }
      for (PythonToken literal : literals(statement, value, token.depth())) {
        boolean named = exact && !literal.text().endsWith("config");
        if (named || provided.byLink(literal.text()).isPresent()) {
          String shown = token.text() + ": " + literal.text();
          sink.link(literal.text(), certain && exact, literal.line(), shown);
        }
      }
    }
  }

  /** Where the value begins that a name or key is given or added; -1 where it is given none. */
  private static int valueAfter(Statement statement, int at) {
    int next = at + 1;
    if (statement.at(at).isString() && statement.at(next).is("]")) {
      next++;
    }
    PythonToken token = statement.at(next);
    if (token.is("=") || token.is("+=") || token.is(":")) {
      // An annotation stands between the name and the value.
      if (token.is(":") && statement.at(at).isName()) {
        for (int equals = next; equals < statement.size(); equals++) {
          if (statement.at(equals).is("=") && statement.at(equals).depth() == token.depth()) {
            return equals + 1;
          }
        }
        return -1;
      }
      return next + 1;
    }
    boolean added =
        token.is(".")
            && Stream.of("append", "extend", "insert").anyMatch(statement.at(next + 1)::is);
    return added ? next + 2 : -1;
  }

  /** The literals of a value: up to the comma behind it, or the bracket that closes around it. */
  private static List<PythonToken> literals(Statement statement, int from, int depth) {
    List<PythonToken> literals = new ArrayList<>();
    int tuples = -1;
    for (int at = from; at < statement.size(); at++) {
      PythonToken token = statement.at(at);
      if (token.depth() < depth || token.is(",") && token.depth() == depth || token.is(";")) {
        break;
      }
      if (token.is("for") || token.is("if") && token.depth() > depth + 1) {
        break;
      }
      // A library that is compiled along is a pair: its name and how to build it.
      if (token.is("(") && statement.at(at - 1).is("[")) {
        tuples = token.depth();
      } else if (token.is(")") && token.depth() == tuples) {
        tuples = -1;
      }
      boolean compared =
          statement.at(at - 1).is("in")
              || statement.at(at - 1).is("=") && at > from && statement.at(at - 2).is("=");
      // The name of a variable, and not its value: get("NAME", "value").
      boolean asked =
          statement.at(at - 1).is("(") && ASKING.matcher(statement.at(at - 2).text()).matches();
      boolean looksUp =
          statement.at(at + 1).is("]")
              && statement.at(at - 1).is("[")
              && statement.at(at - 2).isName()
              && !KEYWORDS.contains(statement.at(at - 2).text());
      if (token.isString() && tuples < 0 && !compared && !asked && !looksUp) {
        literals.add(token);
      }
    }
    return literals;
  }

  private void flags(Statement statement, boolean certain) {
    for (PythonToken token : statement.tokens()) {
      if (token.isString() && token.text().contains("-l") && token.text().length() < 80) {
        Matcher flag = FLAG.matcher(token.text());
        while (flag.find()) {
          sink.link(flag.group(1), certain, token.line(), "-l" + flag.group(1));
        }
      }
      if (token.isString() && token.text().matches("-f?openmp")) {
        sink.link("gomp", certain, token.line(), token.text());
      }
    }
  }

  private void pkgConfig(Statement statement, boolean certain) {
    boolean command = false;
    boolean called = false;
    for (PythonToken token : statement.tokens()) {
      if (token.isString()) {
        command |= token.text().matches("pkg-?config(?:\\.exe)?(?:\\s.*)?");
        Matcher line = PKG_CONFIG_COMMAND.matcher(token.text());
        while (line.find()) {
          for (String name : line.group(2).strip().split("\\s+")) {
            sink.module(name, certain, token.line(), token.text());
          }
        }
      } else {
        called |= token.isName() && PKG_CONFIG.matcher(token.text()).matches();
      }
    }
    if (command) {
      int line = statement.at(0).line();
      sink.add(Kind.PROGRAM, "pkg-config", false, line, sourceLine(line));
    }
    for (PythonToken token : statement.tokens()) {
      String name = token.text().strip().replaceFirst("\\s*[<>=!].*$", "");
      boolean known = provided.byModule(name).isPresent();
      boolean argument = token.isString() && !name.matches(NO_MODULE) && token.depth() > 0;
      if (argument && (command || called) && (known || command && MODULE.matcher(name).matches())) {
        sink.module(name, certain && known, token.line(), sourceLine(token.line()));
      } else if (argument && known && asksPkgConfig) {
        sink.module(name, false, token.line(), sourceLine(token.line()));
      }
    }
  }

  private void programs(Statement statement, boolean certain) {
    for (PythonToken token : statement.tokens()) {
      if (!token.isString() || token.text().length() > 200) {
        continue;
      }
      Matcher config = CONFIG_PROGRAM.matcher(token.text());
      while (config.find()) {
        String name = config.group(1);
        boolean alone = token.text().endsWith(name) || token.text().contains(name + " -");
        if (!name.equals("pkg-config") && provided.byProgram(name).isPresent()) {
          sink.add(Kind.PROGRAM, name, certain && alone, token.line(), token.text());
        }
      }
      if (token.text().matches("(?:.*/)?autogen\\.sh") && token.depth() > 0) {
        sink.add(Kind.PROGRAM, "autoreconf", certain, token.line(), sourceLine(token.line()));
      }
      boolean sources = SOURCES.matcher(statement.text()).find();
      if (sources && token.text().matches("[\\w./-]+\\.i") && token.depth() > 0) {
        sink.add(Kind.PROGRAM, "swig", certain, token.line(), token.text());
      }
    }
    for (int at = 0; at < statement.size(); at++) {
      PythonToken token = statement.at(at);
      Matcher command = COMMAND.matcher(token.text());
      if (token.isString() && token.depth() > 0 && command.matches()) {
        String program = command.group(1);
        boolean known =
            provided.byProgram(program).filter(id -> !BESIDE.contains(id)).isPresent()
                && !CONFIG_PROGRAM.matcher(program).find();
        boolean first = statement.at(at - 1).is("[") && RUNNING.matcher(statement.text()).find();
        boolean builds = provided.byProgram(program).filter(TOOLS::contains).isPresent();
        if (known && (builds || !program.equals("git"))) {
          sink.add(
              Kind.PROGRAM,
              program,
              certain && builds && (first || isCommand(statement, at)),
              token.line(),
              sourceLine(token.line()));
        }
      }
    }
  }

  /**
   * Whether it can only be a command, in a script that runs some: {@code "make -C src"}, or with an
   * option behind it, {@code ["autoreconf", "-i"]}.
   */
  private boolean isCommand(Statement statement, int at) {
    PythonToken next = statement.at(at + 2);
    boolean option =
        statement.at(at + 1).is(",")
            && next.isString()
            && (next.text().startsWith("-") || next.text().startsWith("install"));
    return runsCommands && (option || statement.at(at).text().contains(" -"));
  }

  private String sourceLine(int line) {
    return line > lines.size() ? "" : lines.get(line - 1).strip();
  }

  /** {@code find_library(self, "jpeg")}: what a script looks for it also does without. */
  private void lookedFor(Statement statement) {
    for (int at = 1; at < statement.size(); at++) {
      PythonToken call = statement.at(at - 1);
      if (!statement.at(at).is("(")
          || !call.isName()
          || !LOOKING.matcher(call.text()).matches()
          || statement.at(at - 2).is("def")) {
        continue;
      }
      for (PythonToken literal : literals(statement, at + 1, call.depth() + 1)) {
        literal(call, literal);
      }
      for (int inner = at + 1; inner < statement.size(); inner++) {
        PythonToken token = statement.at(inner);
        if (token.depth() <= call.depth()) {
          break;
        }
        if (token.isString()) {
          literal(call, token);
        }
      }
    }
  }

  private void literal(PythonToken call, PythonToken literal) {
    if (provided.byLink(literal.text()).isPresent()) {
      sink.link(
          literal.text(), false, literal.line(), call.text() + "(\"" + literal.text() + "\")");
    }
  }

  /** {@code language="c++"}, of an extension or among the options of Cython. */
  private void language(Statement statement, boolean certain) {
    for (int at = 0; at < statement.size(); at++) {
      if (statement.at(at).text().equals("language")) {
        int value = valueAfter(statement, at);
        PythonToken token = statement.at(Math.max(0, value));
        if (value >= 0 && token.isString() && token.text().matches("(?i)c\\+\\+")) {
          sink.add(Kind.COMPILER, "c++", certain, token.line(), statement.at(at).text() + ": c++");
        }
      }
    }
  }

  private void setupRequires(Statement statement) {
    for (int at = 0; at < statement.size(); at++) {
      if (statement.at(at).text().equals("setup_requires")) {
        int value = valueAfter(statement, at);
        if (value >= 0) {
          literals(statement, value, statement.at(at).depth())
              .forEach(
                  each ->
                      sink.add(
                          Kind.BUILD_REQUIREMENT,
                          each.text(),
                          statement.reach() == Reach.ALWAYS,
                          each.line(),
                          "setup_requires: " + each.text()));
        }
      }
    }
  }
}
