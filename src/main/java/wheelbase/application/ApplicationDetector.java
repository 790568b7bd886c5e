package wheelbase.application;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import wheelbase.pep508.PackageName;

/** Says how a project is started, from its packages and its own text. Nothing of it is run. */
public final class ApplicationDetector {
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
    ProjectSources sources = ProjectSources.scan(project);
    ProjectReading reading = ProjectReading.of(sources, installed);
    Optional<ProcfileLine> web =
        reading.processes().stream()
            .filter(ProcfileLine::isWeb)
            .filter(line -> chosen.map(line.command()::contains).orElse(true))
            .findFirst();
    List<Candidate> candidates = new ArrayList<>(reading.served());
    chosen.ifPresent(any -> candidates.addAll(reading.celery()));
    Choice choice = Choice.of(candidates, web, sources, chosen);
    boolean isServed = choice.candidate().isPresent() || web.isPresent() || choice.isWebAddress();
    Optional<Application> program =
        isServed
            ? Optional.empty()
            : new UnservedProgram(reading, Scripts.of(project, sources), chosen, listening).find();
    return program.orElseGet(() -> new ServedApplication(reading, listening).of(choice, web));
  }
}
