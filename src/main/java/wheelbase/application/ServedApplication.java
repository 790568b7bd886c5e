package wheelbase.application;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import wheelbase.diagnostic.Diagnostic;

/** Puts together what listens, or takes its work from Celery's queue, once that is decided. */
final class ServedApplication {
  private final ProjectReading project;
  private final OptionalInt listening;
  private final PortSearch ports;

  /**
   * @param listening the user's own port
   */
  ServedApplication(ProjectReading project, OptionalInt listening) {
    this.project = project;
    this.listening = listening;
    this.ports = new PortSearch(project.sources());
  }

  /**
   * @param web the Procfile's own command for it
   */
  Application of(Choice choice, Optional<ProcfileLine> web) {
    Optional<Candidate> candidate = choice.candidate();
    Framework framework =
        candidate
            .map(Candidate::framework)
            .or(() -> Framework.among(project.installed()))
            .orElse(Framework.SCRIPT);
    ServerInterface serverInterface =
        candidate.map(Candidate::serverInterface).orElse(framework.usualInterface());
    OptionalInt port = port(framework, web, candidate);
    Optional<DjangoProjects.Project> site =
        project.django().stream()
            .filter(one -> Optional.of(one.candidate()).equals(candidate))
            .findFirst();
    return new Application(
        framework,
        choice.entryPoint(),
        candidate
            .map(one -> Server.of(one, project.installed()))
            .orElseGet(
                () ->
                    framework
                        .ownServer()
                        .or(() -> Server.of(serverInterface, project.installed()))),
        web.map(line -> line.words(port.orElseThrow()))
            .orElseGet(() -> withOption(candidate, port)),
        port,
        candidate.map(Candidate::foundIn).or(() -> web.map(ProcfileLine::place)),
        choice.alternatives(),
        serverInterface,
        choice.isFactory(),
        candidate.map(Candidate::directory).orElse(""),
        site.flatMap(DjangoProjects.Project::settingsModule),
        candidate.flatMap(new HealthSearch(project.sources())::find),
        project.observations(
            site.flatMap(one -> one.staticFiles(project.sources())),
            others(web, candidate, port),
            candidate.stream().flatMap(this::doubts).toList()));
  }

  /**
   * What a Procfile calls web listens, and so does what the user named without more being known.
   */
  private OptionalInt port(
      Framework framework, Optional<ProcfileLine> web, Optional<Candidate> candidate) {
    boolean isUnheardOf = framework == Framework.SCRIPT;
    boolean listens = framework.listens() || isUnheardOf || web.isPresent();
    return listens && listening.isEmpty() ? OptionalInt.of(ports.find(web, candidate)) : listening;
  }

  private List<OtherProcess> others(
      Optional<ProcfileLine> web, Optional<Candidate> candidate, OptionalInt port) {
    return project.processes().isEmpty()
        ? project.workersBeside(candidate)
        : project.beside(
            web, port.orElse(candidate.map(one -> one.framework().usualPort()).orElse(0)));
  }

  /** The start of a file that is told its port on the command line. */
  private List<String> withOption(Optional<Candidate> candidate, OptionalInt port) {
    return candidate
        .filter(one -> one.isFile() && ports.takesOption(one))
        .map(one -> List.of("python", one.module(), "--port=" + port.orElseThrow()))
        .orElse(List.of());
  }

  private Stream<Diagnostic> doubts(Candidate candidate) {
    OptionalInt fixed = ports.fixed(candidate);
    boolean moved = fixed.isPresent() && listening.isPresent() && !fixed.equals(listening);
    Stream<Diagnostic> elsewhere =
        moved
            ? Stream.of(
                Diagnostic.warning(
                        "port-in-source",
                        candidate.file() + " listens on port " + fixed.getAsInt() + " by itself")
                    .withHint("let it ask the environment for PORT"))
            : Stream.empty();
    return Stream.concat(elsewhere, ports.loopback(candidate).stream());
  }
}
