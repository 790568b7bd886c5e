package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import wheelbase.diagnostic.Diagnostic;

/**
 * The build of an image as data: what is done in which stage, and why. {@link DockerfileWriter}
 * turns it into text.
 *
 * @param head sentences about the whole, for the head of the file
 * @param stages the last one is the image
 * @param diagnostics what the user should know before building; with an error among them the build
 *     is bound to fail
 */
public record DockerfilePlan(List<String> head, List<Stage> stages, List<Diagnostic> diagnostics) {
  public DockerfilePlan {
    head = List.copyOf(head);
    stages = List.copyOf(stages);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Decides; the same request gives an equal plan. */
  public static DockerfilePlan of(BuildRequest request) {
    ContextPaths paths = ContextPaths.of(request);
    StartCommand start = StartCommand.of(request.application());
    List<Diagnostic> diagnostics = new ArrayList<>(paths.diagnostics());
    diagnostics.addAll(start.diagnostics());
    return new DockerfilePlan(
        head(request),
        List.of(BuilderStage.of(request, paths), RuntimeStage.of(request, start)),
        diagnostics);
  }

  /**
   * What the build stage copies out of the project, so that {@code .dockerignore} lets it through.
   */
  public List<String> copiedPaths() {
    List<String> copied = new ArrayList<>();
    for (Stage stage : stages) {
      for (Step step : stage.steps()) {
        if (step.instruction() instanceof Instruction.Copy copy && copy.stage().isEmpty()) {
          copied.addAll(copy.sources());
        }
      }
    }
    return copied.stream().distinct().filter(path -> !path.equals(".")).sorted().toList();
  }

  private static List<String> head(BuildRequest request) {
    String image = request.base().reference();
    List<String> head = new ArrayList<>();
    head.add(
        "Written by wheelbase for Python "
            + request.base().python().series()
            + " on "
            + request.base().variant()
            + ". Build it with: docker build -t NAME .");
    if (!image.contains("@")) {
      head.add(
          "To pin the base, add its digest to both FROM lines (IMAGE:TAG@sha256:...). To look it up:");
      head.add("docker buildx imagetools inspect " + image);
    }
    if (request.privateIndex()) {
      head.add(
          "The private index and its password come from your pip.conf, which stays out of the image:");
      head.add("docker build --secret id=pip-conf,src=$HOME/.config/pip/pip.conf -t NAME .");
    }
    head.addAll(request.notes());
    return head;
  }
}
