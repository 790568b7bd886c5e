package wheelbase.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import wheelbase.dockerfile.Templates;

/**
 * The options that say what the image is to be, where the project does not, and what is written.
 * Those that answer a question of the wizard are read by {@link AnswerFlags}.
 */
final class ImageOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where the application listens. Default: found, else 8000.")
  private String port;

  @Option(
      names = "--health",
      paramLabel = "PATH|port|none",
      description = "How to ask whether it is well. Default: found, else port.")
  private String health;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many workers the server starts.")
  private String workers;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      completionCandidates = CompletionValues.Layouts.class,
      description = "venv, user, prefix or wheelhouse: where the requirements lie. Default: venv.")
  private String layout;

  @Option(
      names = "--installer",
      paramLabel = "WHICH",
      completionCandidates = CompletionValues.Installers.class,
      description = "pip or uv. Default: pip.")
  private String installer;

  @Option(
      names = "--builder",
      paramLabel = "WHICH",
      completionCandidates = CompletionValues.Builders.class,
      description = "same or full: the image that the build stage starts from. Default: same.")
  private String builder;

  @Option(
      names = "--test",
      paramLabel = "COMMAND",
      description = "What must go well before the image is made; imports tries the modules.")
  private String test;

  @Option(
      names = "--user",
      paramLabel = "UID",
      description = "The number it runs as, never root's. Default: 10001.")
  private String user;

  @Option(
      names = "--no-cache-mounts",
      description = "Keep no downloads of pip and apt between builds.")
  private boolean noCacheMounts;

  @Option(names = "--no-dockerignore", description = "Write no .dockerignore.")
  private boolean noDockerIgnore;

  @Option(
      names = "--no-link-check",
      description = "Do not look for missing libraries at the end of the build stage.")
  private boolean noLinkCheck;

  @Option(
      names = "--lock",
      description = "Write requirements.lock too, which fixes every file, and install from it.")
  private boolean lock;

  @Option(
      names = "--digest",
      description = "Name the base image by its digest too, as its registry says it.")
  private boolean digest;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where to write. Default: the project's directory.")
  private Path output;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "Your own templates in place of the program's.")
  private Path templates;

  @Option(names = "--force", description = "Replace different files; they are kept as NAME.bak.")
  private boolean force;

  @Option(names = "--dry-run", description = "Show the files and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--save-answers",
      paramLabel = "FILE",
      description = "Keep the answers too, for --answers.")
  private String saveAnswers;

  @Option(names = "--no-input", description = "Ask nothing, as generate does.")
  private boolean noInput;

  /**
   * What files are written with.
   *
   * @throws UsageException where a template cannot be used, with its place
   */
  Templates templates(Surroundings surroundings) {
    return templates == null
        ? Templates.shipped()
        : TemplateDirectory.read(templates, surroundings.directory().resolve(templates));
  }

  boolean force() {
    return force;
  }

  boolean dryRun() {
    return dryRun;
  }

  boolean noInput() {
    return noInput;
  }

  Optional<String> saveAnswers() {
    return Optional.ofNullable(saveAnswers);
  }
}
