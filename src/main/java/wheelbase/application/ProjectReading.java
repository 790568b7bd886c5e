package wheelbase.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.PackageName;

/**
 * All that could be started of a project, as its packages and its text tell.
 *
 * @param processes the lines of its Procfile
 * @param django its Django projects
 * @param served what listens, Django's first
 * @param celery the variables that hold Celery's application
 */
record ProjectReading(
    ProjectSources sources,
    Set<PackageName> installed,
    List<ProcfileLine> processes,
    List<DjangoProjects.Project> django,
    List<Candidate> served,
    List<Candidate> celery) {
  ProjectReading {
    installed = Set.copyOf(installed);
    processes = List.copyOf(processes);
    django = List.copyOf(django);
    served = List.copyOf(served);
    celery = List.copyOf(celery);
  }

  static ProjectReading of(ProjectSources sources, Set<PackageName> installed) {
    List<DjangoProjects.Project> django =
        Framework.DJANGO.isAmong(installed)
            ? new DjangoProjects(sources).find(interfaceOfServers(installed))
            : List.of();
    List<Candidate> made = new WebApplications(sources, installed).find();
    List<Candidate> listening = made.stream().filter(one -> one.framework().listens()).toList();
    Predicate<Candidate> isAnother =
        file -> listening.stream().noneMatch(one -> one.file().equals(file.file()));
    return new ProjectReading(
        sources,
        installed,
        sources.text("Procfile").map(ProcfileLine::parse).orElse(List.of()),
        django,
        Stream.of(
                django.stream().map(DjangoProjects.Project::candidate),
                listening.stream(),
                new ServingFiles(sources, installed).find().stream().filter(isAnother))
            .flatMap(candidates -> candidates)
            .toList(),
        made.stream()
            .filter(one -> one.framework() == Framework.CELERY && !one.factory())
            .toList());
  }

  /** An ASGI application is wanted only where nothing but an ASGI server is there. */
  private static ServerInterface interfaceOfServers(Set<PackageName> installed) {
    boolean asgiOnly =
        Server.of(ServerInterface.WSGI, installed).isEmpty()
            && Server.of(ServerInterface.ASGI, installed).isPresent();
    return asgiOnly ? ServerInterface.ASGI : ServerInterface.WSGI;
  }

  /** What of the Procfile is not what was started, in words for its port. */
  List<OtherProcess> beside(Optional<ProcfileLine> started, int port) {
    return processes.stream()
        .filter(line -> !Optional.of(line).equals(started))
        .map(line -> new OtherProcess(line.process(), line.words(port)))
        .toList();
  }

  /** The workers that the source shows, but for the one that was started. */
  List<OtherProcess> workersBeside(Optional<Candidate> started) {
    boolean isWorker = started.map(celery::contains).orElse(false);
    return new Workers(sources, installed)
        .find(isWorker ? started : celery.stream().findFirst()).stream()
            .filter(process -> !isWorker || !process.name().equals("worker"))
            .toList();
  }

  /** What is to be said beside the application itself. */
  Observations observations(
      Optional<StaticFiles> staticFiles, List<OtherProcess> others, List<Diagnostic> doubts) {
    List<Diagnostic> diagnostics = new ArrayList<>(doubts);
    if (!others.isEmpty()) {
      diagnostics.add(
          Diagnostic.note(
                  "other-processes",
                  "the project runs more than the image starts: "
                      + String.join(", ", others.stream().map(OtherProcess::name).toList()))
              .withHint(
                  "the same image runs each: docker run IMAGE "
                      + String.join(" ", others.get(0).command())));
    }
    return new Observations(staticFiles, others, Scripts.handleTerm(sources), diagnostics);
  }
}
