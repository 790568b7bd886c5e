package wheelbase.dockerfile;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Turns a plan into the text of a Dockerfile: the same plan, the same bytes. */
public final class DockerfileWriter {
  private final Template template = template("Dockerfile.mustache");

  /**
   * @return lines that end in LF, at most a hundred columns wide unless a single word is longer
   */
  public String write(DockerfilePlan plan) {
    return template.execute(
        Map.of(
            "head", comment(plan.head()),
            "stages", plan.stages().stream().map(DockerfileWriter::stage).toList()));
  }

  /**
   * The same file line by line, each line with why it is there.
   *
   * @return joined by line feeds they are what {@link #write} gives; so the last one is empty
   */
  public List<ExplainedLine> explained(DockerfilePlan plan) {
    return Explanation.of(plan, write(plan));
  }

  /**
   * A Dockerfile and its {@code .dockerignore}, to be written into the project. A {@code
   * .dockerignore} that is there already may stay: it is the user's own.
   */
  public List<GeneratedFile> files(DockerfilePlan plan) {
    return List.of(
        new GeneratedFile("Dockerfile", write(plan), false),
        new GeneratedFile(DockerIgnore.FILE_NAME, DockerIgnore.textFor(plan.copiedPaths()), true));
  }

  /** A template of the directory {@code templates}; values enter it as they are. */
  static Template template(String name) {
    try (InputStream stream = DockerfileWriter.class.getResourceAsStream("/templates/" + name)) {
      return Mustache.compiler()
          .escapeHTML(false)
          .compile(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> stage(Stage stage) {
    return Map.of(
        "from", stage.from(),
        "purpose", comment(List.of(stage.name() + " " + stage.purpose())),
        "steps", stage.steps().stream().map(DockerfileWriter::step).toList());
  }

  private static Map<String, Object> step(Step step) {
    return Map.of("reasons", comment(step.comment()), "lines", step.instruction().lines());
  }

  private static List<String> comment(List<String> sentences) {
    return sentences.stream().flatMap(sentence -> Lines.comment(sentence).stream()).toList();
  }
}
