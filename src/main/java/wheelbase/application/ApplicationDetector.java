package wheelbase.application;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import wheelbase.pep508.PackageName;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.pyproject.ProjectReader;
import wheelbase.requirements.pyproject.Pyproject;

/** Says how a project is started, from its packages and its own text. Nothing of it is run. */
public final class ApplicationDetector {
  /** Files that say which of several applications is meant. */
  private static final List<String> DECIDING =
      List.of("Dockerfile", "docker-compose.yml", "compose.yaml", "compose.yml", ".flaskenv");

  private final Path project;

  /**
   * @param project the project's directory
   */
  public ApplicationDetector(Path project) {
    this.project = project.toAbsolutePath().normalize();
  }

  /** As {@link #detect(Set, Optional, OptionalInt)}, listening where the project says. */
  public Application detect(Set<PackageName> installed, Optional<String> chosen) {
    return detect(installed, chosen, OptionalInt.empty());
  }

  /**
   * @param installed every package of the resolution: frameworks and servers are known by exact
   *     name
   * @param chosen the user's own {@code --app}
   * @param listening the user's own port
   */
  public Application detect(
      Set<PackageName> installed, Optional<String> chosen, OptionalInt listening) {
    var sources = ProjectSources.scan(project);
    Optional<Procfile> procfile =
        sources
            .text("Procfile")
            .flatMap(Procfile::parse)
            .filter(found -> chosen.map(found.command()::contains).orElse(true));
    List<DjangoProjects.Project> django =
        Framework.DJANGO.isAmong(installed)
            ? new DjangoProjects(sources).find(interfaceOfServers(installed))
            : List.of();
    List<Candidate> candidates =
        Stream.concat(
                django.stream().map(DjangoProjects.Project::candidate),
                new WebApplications(sources, installed).find().stream())
            .toList();
    Choice choice = choose(candidates, procfile, sources, chosen);
    if (choice.candidate().isEmpty() && procfile.isEmpty() && !isWebAddress(chosen)) {
      Application script = script(sources, chosen, listening);
      if (script.entryPoint().isPresent() || Framework.among(installed).isEmpty()) {
        return script;
      }
    }
    int port =
        listening.orElseGet(() -> new PortSearch(sources).find(procfile, choice.candidate()));
    return web(sources, installed, procfile, django, choice, port);
  }

  private static boolean isWebAddress(Optional<String> chosen) {
    return chosen.map(text -> text.contains(":")).orElse(false);
  }

  /** What was decided on, and what else it could have been. */
  private record Choice(
      Optional<Candidate> candidate, Optional<String> named, List<String> alternatives) {
    Optional<String> entryPoint() {
      return named
          .map(text -> text.replaceFirst("\\(\\)$", ""))
          .or(() -> candidate.map(Candidate::entryPoint));
    }

    boolean isFactory() {
      return named.map(text -> text.endsWith("()")).orElse(false)
          || candidate.map(Candidate::factory).orElse(false);
    }
  }

  private static Choice choose(
      List<Candidate> candidates,
      Optional<Procfile> procfile,
      ProjectSources sources,
      Optional<String> chosen) {
    if (chosen.isPresent()) {
      String named = chosen.get().replaceFirst("\\(\\)$", "");
      return new Choice(
          candidates.stream().filter(one -> one.entryPoint().equals(named)).findFirst(),
          chosen,
          List.of());
    }
    List<String> texts = new ArrayList<>();
    procfile.ifPresent(found -> texts.add(found.command()));
    DECIDING.forEach(name -> sources.text(name).ifPresent(texts::add));
    for (String text : texts) {
      List<Candidate> named = candidates.stream().filter(one -> one.isNamedIn(text)).toList();
      if (named.size() == 1) {
        return new Choice(Optional.of(named.get(0)), Optional.empty(), List.of());
      }
    }
    List<Candidate> ranked =
        candidates.stream()
            .sorted((one, other) -> Boolean.compare(one.factory(), other.factory()))
            .toList();
    return new Choice(
        ranked.stream().findFirst(),
        Optional.empty(),
        ranked.stream().skip(1).map(Candidate::entryPoint).distinct().toList());
  }

  private static Application web(
      ProjectSources sources,
      Set<PackageName> installed,
      Optional<Procfile> procfile,
      List<DjangoProjects.Project> django,
      Choice choice,
      int port) {
    Optional<Candidate> candidate = choice.candidate();
    Framework framework =
        candidate
            .map(Candidate::framework)
            .or(() -> Framework.among(installed))
            .orElse(Framework.SCRIPT);
    ServerInterface serverInterface =
        candidate.map(Candidate::serverInterface).orElse(framework.usualInterface());
    return new Application(
        framework,
        choice.entryPoint(),
        Server.of(serverInterface, installed),
        procfile.map(found -> found.words(port)).orElse(List.of()),
        OptionalInt.of(port),
        candidate
            .map(Candidate::foundIn)
            .or(() -> procfile.map(found -> "Procfile:" + found.line())),
        choice.alternatives(),
        serverInterface,
        choice.isFactory(),
        candidate.map(Candidate::directory).orElse(""),
        django.stream()
            .filter(one -> Optional.of(one.candidate()).equals(candidate))
            .flatMap(one -> one.settingsModule().stream())
            .findFirst(),
        candidate.flatMap(new HealthSearch(sources)::find));
  }

  private Application script(
      ProjectSources sources, Optional<String> chosen, OptionalInt listening) {
    List<Scripts.Script> found = new Scripts(sources, declaredScripts()).find();
    Optional<Scripts.Script> first =
        chosen.isPresent()
            ? found.stream().filter(one -> one.entryPoint().equals(chosen.get())).findFirst()
            : found.stream().findFirst();
    return new Application(
        Framework.SCRIPT,
        chosen.or(() -> first.map(Scripts.Script::entryPoint)),
        Optional.empty(),
        first.map(Scripts.Script::command).orElse(List.of()),
        listening,
        first.map(Scripts.Script::foundIn),
        chosen.isPresent()
            ? List.of()
            : found.stream().skip(1).map(Scripts.Script::entryPoint).toList(),
        ServerInterface.NONE,
        false,
        first.map(Scripts.Script::directory).orElse(""),
        Optional.empty(),
        Optional.empty());
  }

  /** An ASGI application is wanted only where nothing but an ASGI server is there. */
  private static ServerInterface interfaceOfServers(Set<PackageName> installed) {
    boolean asgiOnly =
        Server.of(ServerInterface.WSGI, installed).isEmpty()
            && Server.of(ServerInterface.ASGI, installed).isPresent();
    return asgiOnly ? ServerInterface.ASGI : ServerInterface.WSGI;
  }

  private Map<String, String> declaredScripts() {
    return new ProjectReader(project, FileReader.disk(), Map.of())
        .pyproject(project.resolve("pyproject.toml"))
        .map(Pyproject::scripts)
        .orElse(Map.of());
  }
}
