package wheelbase.dockerfile;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns a plan into the text of a Dockerfile: the same plan, the same bytes. */
public final class DockerfileWriter {
  /** The template of a Dockerfile. */
  public static final String TEMPLATE = "Dockerfile" + Templates.SUFFIX;

  private final Templates templates;

  /** With the templates of the program. */
  public DockerfileWriter() {
    this(Templates.shipped());
  }

  public DockerfileWriter(Templates templates) {
    this.templates = templates;
  }

  /**
   * @return with the program's own template lines that end in LF, at most a hundred columns wide
   *     unless a single word is longer
   */
  public String write(DockerfilePlan plan) {
    return templates.fill(TEMPLATE, model(plan));
  }

  /**
   * The same file line by line, each line with why it is there.
   *
   * @return joined by line feeds they are what {@link #write} gives; so the last one is empty
   */
  public List<ExplainedLine> explained(DockerfilePlan plan) {
    return Explanation.of(plan, write(plan), templates.areShipped());
  }

  /**
   * A Dockerfile and its {@code .dockerignore}, to be written into the project. A {@code
   * .dockerignore} that is there already may stay: it is the user's own.
   */
  public List<GeneratedFile> files(DockerfilePlan plan) {
    return List.of(
        new GeneratedFile("Dockerfile", write(plan), false),
        new GeneratedFile(
            DockerIgnore.FILE_NAME, DockerIgnore.textFor(plan.copiedPaths(), templates), true));
  }

  /** What a template is tried out on: each kind of thing that there can be, and its absence. */
  public static List<Map<String, Object>> examples() {
    Step explained = Step.of(new Instruction.WorkingDirectory("/app"), "Where it is");
    Step bare = Step.evident(new Instruction.Expose(8000), "Where it listens");
    Stage full =
        new Stage("builder", "python:3.13-slim", "is an example", List.of(explained, bare));
    Stage empty = new Stage("runtime", "python:3.13-slim", "is another", List.of());
    return Stream.of(
            new DockerfilePlan(List.of("An example."), List.of(full, empty), List.of()),
            new DockerfilePlan(List.of(), List.of(empty), List.of()))
        .map(DockerfileWriter::model)
        .toList();
  }

  private static Map<String, Object> model(DockerfilePlan plan) {
    return Map.of(
        "head", comment(plan.head()),
        "stages", plan.stages().stream().map(DockerfileWriter::stage).toList());
  }

  private static Map<String, Object> stage(Stage stage) {
    return Map.of(
        "name", stage.name(),
        "image", stage.image(),
        "from", stage.from(),
        "purpose", comment(List.of(stage.name() + " " + stage.purpose())),
        "steps", stage.steps().stream().map(DockerfileWriter::step).toList());
  }

  private static Map<String, Object> step(Step step) {
    return Map.of("reasons", comment(step.comment()), "lines", step.instruction().lines());
  }

  /** Whole comment lines: no template can make them an instruction by leaving out the mark. */
  private static List<String> comment(List<String> sentences) {
    return sentences.stream()
        .flatMap(sentence -> Lines.comment(sentence).stream())
        .map(line -> "# " + line)
        .toList();
  }
}
