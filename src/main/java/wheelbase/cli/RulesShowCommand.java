package wheelbase.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import wheelbase.diagnostic.Spelling;
import wheelbase.pep508.PackageName;
import wheelbase.report.RulesJson;
import wheelbase.report.RulesShowText;
import wheelbase.syslibs.Filed;
import wheelbase.syslibs.PackageRules;
import wheelbase.syslibs.RuleCollection;
import wheelbase.syslibs.SystemLibrary;

/** One package or library, all that is known about it. */
@Command(
    name = "show",
    description = "One package or library: which rule speaks when, from which file, what follows.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  wheelbase rules show psycopg2",
      "  wheelbase rules show libpq",
      "  wheelbase rules show inhouse --rules my-rules"
    })
final class RulesShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "NAME",
      description = "A package, as the index names it, or a library, as the rules name it.")
  private String name;

  @Mixin private RulesOption own = new RulesOption();

  @Mixin private RulesFaceOptions face = new RulesFaceOptions();

  RulesShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    RuleCollection rules = RuleCollection.of(own.directory(surroundings));
    Optional<Filed<PackageRules>> project = packageName().flatMap(rules::rules);
    Optional<Filed<SystemLibrary>> library =
        rules.libraries().contains(name) ? rules.library(name) : Optional.empty();
    if (project.isEmpty() && library.isEmpty()) {
      throw unknown(rules);
    }
    surroundings
        .streams()
        .print(
            face.json()
                ? RulesJson.show(rules, project, library)
                : new RulesShowText(rules, face.style(surroundings)).of(project, library));
    return ExitCode.DONE;
  }

  /** Ids of libraries ({@code c++}) are not all names of packages. */
  private Optional<PackageName> packageName() {
    try {
      return Optional.of(new PackageName(name));
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }

  private UsageException unknown(RuleCollection rules) {
    String meant =
        Spelling.question(
            name,
            Stream.concat(
                    rules.packages().stream().map(PackageName::value), rules.libraries().stream())
                .toList());
    return new UsageException(
        "there is no rule for `"
            + name
            + "`: a wheel of it is taken to carry what it needs, a source build is unknown",
        meant);
  }
}
