package wheelbase.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;

/**
 * Finds the engine to use: the first that really answers. A program without its daemon, as the
 * docker command often is, is none, and it is said why it was passed over.
 */
public final class EngineFinder {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+\\S*");
  private static final Pattern ARCHITECTURE =
      Pattern.compile("(?m)\\b(amd64|arm64|386|arm|ppc64le|s390x|riscv64)\\b");

  private final Processes processes;

  public EngineFinder(Processes processes) {
    this.processes = processes;
  }

  /**
   * @param engine the first that answers
   * @param passedOver what was tried before it, and why it is not used
   */
  public record Found(Engine engine, List<String> passedOver) {
    public Found {
      passedOver = List.copyOf(passedOver);
    }
  }

  /**
   * @param wanted the only one that will do; empty for any
   */
  public Checked<Found> find(Optional<EngineKind> wanted) throws InterruptedException {
    List<String> passedOver = new ArrayList<>();
    for (EngineKind kind : EngineKind.values()) {
      if (wanted.isEmpty() || wanted.get() == kind) {
        Checked<Engine> engine = ask(kind);
        if (engine.value().isPresent()) {
          return Checked.taken(new Found(engine.value().get(), passedOver));
        }
        engine.refusal().map(Diagnostic::message).ifPresent(passedOver::add);
      }
    }
    return Checked.refused(
        Diagnostic.error(
                "no-engine",
                (wanted.isPresent()
                        ? "the engine that was asked for does not answer"
                        : "no container engine answers")
                    + "\n"
                    + String.join("\n", passedOver))
            .withHint("install docker, podman or buildah, or start its daemon"));
  }

  private Checked<Engine> ask(EngineKind kind) throws InterruptedException {
    return switch (kind) {
      case DOCKER ->
          ask(
              kind,
              List.of("version", "--format", "{{.Server.Version}} {{.Server.Arch}}"),
              (version, architecture) -> new DockerLike(kind, version, architecture, processes));
      case PODMAN ->
          ask(
              kind,
              List.of("info", "--format", "{{.Version.Version}} {{.Host.Arch}}"),
              (version, architecture) -> new DockerLike(kind, version, architecture, processes));
      case BUILDAH ->
          ask(
              kind,
              List.of("info", "--format", "{{.host.arch}}"),
              (version, architecture) -> new Buildah(versionOfBuildah(), architecture, processes));
    };
  }

  private Checked<Engine> ask(
      EngineKind kind, List<String> question, BiFunction<String, String, Engine> engine)
      throws InterruptedException {
    try {
      ProcessOutcome outcome =
          processes.run(ProcessOrder.question(SOON, Engine.command(kind.program(), question)));
      Matcher architecture = ARCHITECTURE.matcher(outcome.output());
      if (!outcome.succeeded() || !architecture.find()) {
        return refused(kind, why(outcome));
      }
      Matcher version = VERSION.matcher(outcome.output());
      return Checked.taken(
          engine.apply(version.find() ? version.group() : "", architecture.group()));
    } catch (IOException e) {
      return refused(kind, "there is no such program");
    }
  }

  private String versionOfBuildah() {
    try {
      Matcher version =
          VERSION.matcher(
              processes.run(ProcessOrder.question(SOON, List.of("buildah", "--version"))).output());
      return version.find() ? version.group() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static Checked<Engine> refused(EngineKind kind, String why) {
    return Checked.refused(Diagnostic.note("engine-passed-over", kind.program() + ": " + why));
  }

  private static String why(ProcessOutcome outcome) {
    if (outcome.timedOut()) {
      return "no answer within " + SOON.toSeconds() + " s";
    }
    String said = DockerLike.lastLine(outcome.errors()).orElse("it does not answer").strip();
    return said.contains("daemon") ? "its daemon does not run (" + said + ")" : said;
  }
}
