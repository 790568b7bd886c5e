package wheelbase.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wheelbase.pep508.PackageName;

/**
 * Finds applications in source text: variables of a module that hold one, and functions that make
 * one. What a class name means is read from the imports of its file.
 */
final class WebApplications {
  private static final Pattern ASSIGNED =
      Pattern.compile("^([A-Za-z_]\\w*)\\s*(?::[^=]+)?=\\s*(?:\\w+\\s*=\\s*)*([\\w.]+)\\s*\\(");
  private static final Pattern MADE = Pattern.compile("(?:=|return)\\s*([\\w.]+)\\s*\\(");
  private static final Pattern RETURNS = Pattern.compile("\\breturn\\s+\\S");
  private static final Pattern RUNS =
      Pattern.compile("\\b(?:run_app|serve_forever|run_forever|\\w+\\.run|\\w+\\.launch)\\s*\\(");
  private static final Pattern MOUNTED =
      Pattern.compile("\\bmount\\(.*?,\\s*(?:app\\s*=\\s*)?(\\w+)");

  private final ProjectSources sources;
  private final ImportRoot importRoot;
  private final List<Framework> frameworks;

  WebApplications(ProjectSources sources, Set<PackageName> installed) {
    this.sources = sources;
    this.importRoot = new ImportRoot(sources);
    this.frameworks =
        Arrays.stream(Framework.values())
            .filter(framework -> framework.isAmong(installed))
            .toList();
  }

  /** Variables before functions; a function whose result a variable holds is not named again. */
  List<Candidate> find() {
    if (frameworks.isEmpty()) {
      return List.of();
    }
    List<Candidate> functions = functions();
    List<Candidate> variables = variables(functions);
    Set<String> called =
        variables.stream()
            .flatMap(variable -> variable.maker().stream())
            .collect(Collectors.toUnmodifiableSet());
    var all = new ArrayList<>(variables);
    functions.stream().filter(function -> !called.contains(function.variable())).forEach(all::add);
    return List.copyOf(all);
  }

  /** What a function returns; one that runs its application is a program of its own. */
  private List<Candidate> functions() {
    var found = new ArrayList<Candidate>();
    for (PythonSource source : sources.python()) {
      Imports imports = sources.imports(source);
      for (PythonSource.Function function : source.functions()) {
        made(source, imports, function)
            .filter(any -> function.has(RETURNS) && !function.has(RUNS))
            .ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private Optional<Candidate> made(
      PythonSource source, Imports imports, PythonSource.Function function) {
    for (int index = 0; index < function.body().size(); index++) {
      Matcher made = MADE.matcher(function.body().get(index));
      Optional<Made> application = made.find() ? made(made.group(1), imports) : Optional.empty();
      if (application.isPresent()) {
        int line = function.line() + index;
        return Optional.of(
            candidate(source, line, application.get(), function.name(), true, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private List<Candidate> variables(List<Candidate> functions) {
    var found = new ArrayList<Candidate>();
    for (PythonSource source : sources.python()) {
      Imports imports = sources.imports(source);
      for (PythonSource.Found assigned : source.findAll(ASSIGNED)) {
        String variable = assigned.match().group(1);
        String called = assigned.match().group(2);
        String maker = called.substring(called.lastIndexOf('.') + 1);
        Optional<Candidate> function =
            functions.stream().filter(one -> one.variable().equals(maker)).findFirst();
        Optional<Made> made =
            made(called, imports)
                .or(() -> function.map(one -> new Made(one.framework(), one.serverInterface())));
        if (made.isPresent() && !mounted(source).contains(variable)) {
          found.add(
              candidate(
                  source,
                  assigned.line(),
                  made.get(),
                  variable,
                  false,
                  function.map(Candidate::variable)));
        }
      }
    }
    return List.copyOf(found);
  }

  /** The variables that are parts of another application. */
  private static Set<String> mounted(PythonSource source) {
    return source.findAll(MOUNTED).stream()
        .map(found -> found.match().group(1))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Candidate candidate(
      PythonSource source,
      int line,
      Made made,
      String variable,
      boolean factory,
      Optional<String> maker) {
    String root = importRoot.of(source);
    return new Candidate(
        made.framework(),
        made.serverInterface(),
        source.moduleFrom(root),
        served(made.framework(), source, variable, factory),
        factory,
        root,
        source.place(line),
        maker);
  }

  /** Dash keeps what a server can call in an attribute, to which a module gives a name. */
  private static String served(
      Framework framework, PythonSource source, String variable, boolean factory) {
    if (framework != Framework.DASH || factory) {
      return variable;
    }
    var server = Pattern.compile("^(\\w+)\\s*=\\s*" + variable + "\\.server\\b");
    return source.find(server).map(found -> found.match().group(1)).orElse(variable);
  }

  private record Made(Framework framework, ServerInterface serverInterface) {}

  private Optional<Made> made(String called, Imports imports) {
    Optional<String> imported = imports.meaning(called);
    return frameworks.stream()
        .filter(framework -> framework.isMadeBy(called, imported))
        .findFirst()
        .map(framework -> new Made(framework, interfaceOf(framework, imported)));
  }

  /** Falcon has a class of the same name for each. */
  private static ServerInterface interfaceOf(Framework framework, Optional<String> imported) {
    return imported.map(name -> name.startsWith("falcon.asgi.")).orElse(false)
        ? ServerInterface.ASGI
        : framework.usualInterface();
  }
}
