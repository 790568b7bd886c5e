package wheelbase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wheelbase.diagnostic.Spelling;
import wheelbase.index.Answers;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.index.pypi.PypiIndex;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.PythonRelease;
import wheelbase.reading.BaseLibraries;
import wheelbase.reading.Learner;
import wheelbase.reading.Lesson;
import wheelbase.report.LessonJson;
import wheelbase.report.LessonText;
import wheelbase.requirements.ReaderOptions;
import wheelbase.survey.ProgressListener;
import wheelbase.syslibs.RuleBook;

/** Drafts a rule from the files of a release, running nothing of them. */
@Command(
    name = "learn",
    description = "Drafts the rule of a package from its wheels and its sdist, running nothing.",
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "What is certain goes into the draft; what is guessed is said. Look it over, then put it",
      "below a directory of rules.",
      "",
      "Examples:",
      "  wheelbase rules learn psycopg2",
      "  wheelbase rules learn lxml --version 6.0.0 --output my-rules"
    })
final class RulesLearnCommand implements Callable<Integer>, TakesProjectOptions {
  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "NAME", description = "The package, as the index names it.")
  private String name;

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      description = "Its release. Default: the newest.")
  private String version;

  @Option(
      names = "--python",
      paramLabel = "VERSION",
      completionCandidates = CompletionValues.Pythons.class,
      description = "Whose wheels are read. Default: 3.13.")
  private String python = "3.13";

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "The directory of rules to put the draft into. Default: standard output.")
  private Path output;

  @Mixin private RulesOption own = new RulesOption();

  @Mixin private IndexFlags index = new IndexFlags();

  @Mixin private ColourOption colour = new ColourOption();

  @Option(names = "--json", description = "What was read, and the draft, as JSON.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Only the draft.")
  private boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  private boolean help;

  RulesLearnCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ProjectOptions projectOptions() {
    return new ProjectOptions();
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    PackageName wanted = packageName();
    PythonRelease release = pythonRelease();
    IndexChoice choice = index.choice(surroundings, true, own.directory(surroundings));
    ReaderOptions written = PipOptions.before(choice, false, surroundings.environment());
    RuleBook rules = RuleBook.shipped(choice.rules());
    tell(watched(progress -> lesson(choice, written, rules, wanted, release, progress)), rules);
    return ExitCode.DONE;
  }

  private interface Learning {
    Lesson with(ProgressListener progress) throws InterruptedException;
  }

  /** With a line of progress, where somebody looks at a terminal. */
  private Lesson watched(Learning learning) throws InterruptedException {
    Streams streams = surroundings.streams();
    if (quiet || !streams.errIsTerminal()) {
      return learning.with(ProgressListener.SILENT);
    }
    try (TerminalProgress progress = new TerminalProgress(streams, System::nanoTime)) {
      return learning.with(progress);
    }
  }

  private Lesson lesson(
      IndexChoice choice,
      ReaderOptions written,
      RuleBook rules,
      PackageName wanted,
      PythonRelease release,
      ProgressListener progress)
      throws InterruptedException {
    try (PypiIndex asked =
        new PypiIndex(
            IndexedPipeline.options(choice, written, surroundings.environment()),
            new ProgressOfIndex(progress))) {
      progress.stage("looking for " + wanted);
      ProjectPage page = Answers.await(asked.page(wanted));
      Version chosen = version(page);
      progress.stage("reading " + wanted + " " + chosen);
      return new Learner(asked, rules, BaseLibraries.shipped()).learn(page, chosen, release);
    }
  }

  private void tell(Lesson lesson, RuleBook rules) throws IOException {
    Streams streams = surroundings.streams();
    LessonText text = new LessonText(colour.style(surroundings), rules);
    if (json) {
      streams.print(LessonJson.of(lesson, rules));
    } else if (!quiet) {
      streams.print(text.of(lesson));
    }
    if (output == null) {
      if (!json) {
        streams.print(quiet ? lesson.draft().text() : text.draft(lesson));
      }
      return;
    }
    Path file = surroundings.directory().resolve(output).resolve(lesson.draft().path());
    if (Files.exists(file)) {
      throw new UsageException(
          "`" + output.resolve(lesson.draft().path()) + "` is there already", "move it away first");
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, lesson.draft().text());
    streams.tell("written: " + output.resolve(lesson.draft().path()) + "\n");
  }

  private PackageName packageName() {
    try {
      return new PackageName(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException("`" + name + "` is not the name of a package", "");
    }
  }

  /** Wheels are named for a series; the patch release makes no difference to them. */
  private PythonRelease pythonRelease() {
    List<Integer> numbers = Version.tryParse(python).map(Version::release).orElse(List.of());
    if (numbers.size() < 2 || numbers.size() > 3 || numbers.get(0) != 3) {
      throw new UsageException(
          "--python: `" + python + "` is not a release of Python 3", "--python 3.13");
    }
    return new PythonRelease(3, numbers.get(1), numbers.size() == 3 ? numbers.get(2) : 0);
  }

  private Version version(ProjectPage page) {
    Optional<Version> newest = Learner.newest(page);
    if (newest.isEmpty()) {
      throw new UsageException(
          ExitCode.REQUIREMENTS,
          page.found()
              ? "`" + page.name() + "` has no files on the index"
              : "the index has no project `" + page.name() + "`",
          "");
    }
    if (version == null) {
      return newest.get();
    }
    Optional<Version> wanted = Version.tryParse(version);
    if (wanted.isEmpty()) {
      throw new UsageException("--version: `" + version + "` is not a version", "");
    }
    List<Version> there = page.files().stream().map(ReleaseFile::version).distinct().toList();
    if (!there.contains(wanted.get())) {
      throw new UsageException(
          ExitCode.REQUIREMENTS,
          "`" + page.name() + "` has no release " + version,
          Spelling.question(version, there.stream().map(Version::toString).toList()));
    }
    return wanted.get();
  }
}
