package wheelbase.application;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import wheelbase.pep508.PackageName;

/** What is started of a project where nothing is served: a worker, a script, notebooks. */
final class UnservedProgram {
  private final ProjectReading project;
  private final Scripts scripts;
  private final Optional<String> chosen;
  private final OptionalInt listening;

  /**
   * @param chosen a script, by the user
   * @param listening the user's own port
   */
  UnservedProgram(
      ProjectReading project, Scripts scripts, Optional<String> chosen, OptionalInt listening) {
    this.project = project;
    this.scripts = scripts;
    this.chosen = chosen;
    this.listening = listening;
  }

  /** Empty where nothing was found and yet a framework is among the packages. */
  Optional<Application> find() {
    return chosen.isPresent()
        ? script()
        : ofProcfile()
            .or(this::ofCelery)
            .or(this::ofRq)
            .or(this::script)
            .or(this::notebooks)
            .or(this::nothing);
  }

  private Optional<Application> ofProcfile() {
    Optional<ProcfileLine> line =
        project.processes().stream().filter(ProcfileLine::stays).findFirst();
    return line.map(
        started ->
            program(
                Framework.SCRIPT,
                Optional.empty(),
                new Start(started.words(0), "", Optional.of(started.place())),
                List.of(),
                project.beside(line, 0)));
  }

  private Optional<Application> ofCelery() {
    List<Candidate> celery = project.celery();
    return celery.stream()
        .findFirst()
        .map(
            first ->
                new ServedApplication(project, listening)
                    .of(
                        new Choice(
                            Optional.of(first),
                            Optional.empty(),
                            celery.stream().skip(1).map(Candidate::entryPoint).toList()),
                        Optional.empty()));
  }

  private Optional<Application> ofRq() {
    return project.workersBeside(Optional.empty()).stream()
        .findFirst()
        .map(
            worker ->
                program(
                    Framework.RQ,
                    Optional.empty(),
                    new Start(worker.command(), "", Optional.empty()),
                    List.of(),
                    List.of()));
  }

  private Optional<Application> script() {
    List<Scripts.Script> found = scripts.find();
    Optional<Scripts.Script> first =
        found.stream().filter(one -> chosen.map(one.entryPoint()::equals).orElse(true)).findFirst();
    List<String> others =
        chosen.isPresent()
            ? List.of()
            : found.stream().skip(1).map(Scripts.Script::entryPoint).toList();
    return chosen
        .or(() -> first.map(Scripts.Script::entryPoint))
        .map(
            entryPoint ->
                program(
                    Framework.SCRIPT,
                    Optional.of(entryPoint),
                    first
                        .map(
                            one ->
                                new Start(
                                    one.command(), one.directory(), Optional.of(one.foundIn())))
                        .orElse(Start.UNKNOWN),
                    others,
                    List.of()));
  }

  private Optional<Application> notebooks() {
    Framework jupyter = Framework.JUPYTER;
    if (!jupyter.isAmong(project.installed()) || Framework.among(project.installed()).isPresent()) {
      return Optional.empty();
    }
    int port = listening.orElse(jupyter.usualPort());
    boolean lab = project.installed().contains(new PackageName("jupyterlab"));
    return Optional.of(
        new Application(
            jupyter,
            Optional.empty(),
            jupyter.ownServer(),
            List.of(
                "jupyter",
                lab ? "lab" : "notebook",
                "--ip=0.0.0.0",
                "--port=" + port,
                "--no-browser"),
            OptionalInt.of(port),
            Optional.empty(),
            List.of(),
            jupyter.usualInterface(),
            false,
            "",
            Optional.empty(),
            HealthSearch.builtIn(jupyter)));
  }

  private Optional<Application> nothing() {
    return Framework.among(project.installed()).isPresent()
        ? Optional.empty()
        : Optional.of(
            program(Framework.SCRIPT, Optional.empty(), Start.UNKNOWN, List.of(), List.of()));
  }

  private record Start(List<String> command, String directory, Optional<String> foundIn) {
    static final Start UNKNOWN = new Start(List.of(), "", Optional.empty());
  }

  private Application program(
      Framework framework,
      Optional<String> entryPoint,
      Start start,
      List<String> alternatives,
      List<OtherProcess> others) {
    return new Application(
        framework,
        entryPoint,
        framework.ownServer(),
        start.command(),
        listening,
        start.foundIn(),
        alternatives,
        ServerInterface.NONE,
        false,
        start.directory(),
        Optional.empty(),
        Optional.empty(),
        project.observations(Optional.empty(), others, List.of()));
  }
}
