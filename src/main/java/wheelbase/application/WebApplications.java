package wheelbase.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.pep508.PackageName;

/**
 * Finds the applications of Flask, FastAPI and Starlette in source text: variables of a module that
 * hold one, and functions that make one.
 */
final class WebApplications {
  private static final Pattern ASSIGNED =
      Pattern.compile("^([A-Za-z_]\\w*)\\s*(?::[^=]+)?=\\s*(?:\\w+\\s*=\\s*)*([\\w.]+)\\s*\\(");
  private static final Pattern MADE = Pattern.compile("(?:=|return)\\s*([\\w.]+)\\s*\\(");
  private static final Pattern FUNCTION = Pattern.compile("^(?:async\\s+)?def\\s+(\\w+)\\s*\\(");
  private static final Pattern TOP_LEVEL = Pattern.compile("^[^\\s#)\\]}]");
  private static final Pattern MOUNTED =
      Pattern.compile("\\bmount\\(.*?,\\s*(?:app\\s*=\\s*)?(\\w+)");

  private final ProjectSources sources;
  private final ImportRoot importRoot;
  private final Set<Framework> frameworks;

  WebApplications(ProjectSources sources, Set<PackageName> installed) {
    this.sources = sources;
    this.importRoot = new ImportRoot(sources);
    this.frameworks =
        Stream.of(Framework.FASTAPI, Framework.FLASK, Framework.STARLETTE)
            .filter(framework -> framework.isAmong(installed))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Variables before functions; a function whose result a variable holds is not named again. */
  List<Candidate> find() {
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

  private List<Candidate> functions() {
    var found = new ArrayList<Candidate>();
    for (PythonSource source : sources.python()) {
      String function = null;
      for (int line = 1; line <= source.code().size(); line++) {
        String code = source.code().get(line - 1);
        Matcher definition = FUNCTION.matcher(code);
        if (definition.find()) {
          function = definition.group(1);
        } else if (TOP_LEVEL.matcher(code).find()) {
          function = null;
        }
        Optional<Framework> made = framework(MADE.matcher(code), 1);
        if (function != null && made.isPresent()) {
          found.add(candidate(source, line, made.get(), function, true, Optional.empty()));
          function = null;
        }
      }
    }
    return List.copyOf(found);
  }

  private List<Candidate> variables(List<Candidate> functions) {
    var found = new ArrayList<Candidate>();
    for (PythonSource source : sources.python()) {
      Set<String> mounted = mounted(source);
      for (PythonSource.Found assigned : source.findAll(ASSIGNED)) {
        String variable = assigned.match().group(1);
        String maker = lastName(assigned.match().group(2));
        Optional<Candidate> function =
            functions.stream().filter(one -> one.variable().equals(maker)).findFirst();
        Optional<Framework> framework =
            framework(maker).or(() -> function.map(Candidate::framework));
        if (framework.isPresent() && !mounted.contains(variable)) {
          found.add(
              candidate(
                  source,
                  assigned.line(),
                  framework.get(),
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
      Framework framework,
      String variable,
      boolean factory,
      Optional<String> maker) {
    String root = importRoot.of(source);
    return new Candidate(
        framework,
        framework.usualInterface(),
        source.moduleFrom(root),
        variable,
        factory,
        root,
        source.place(line),
        maker);
  }

  private Optional<Framework> framework(Matcher matcher, int group) {
    return matcher.find() ? framework(lastName(matcher.group(group))) : Optional.empty();
  }

  private Optional<Framework> framework(String className) {
    return frameworks.stream().filter(framework -> framework.title().equals(className)).findFirst();
  }

  private static String lastName(String dotted) {
    return dotted.substring(dotted.lastIndexOf('.') + 1);
  }
}
