package wheelbase.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import picocli.CommandLine.Option;
import wheelbase.ImageChoices;
import wheelbase.TypedChoices;
import wheelbase.diagnostic.Checked;

/** The options that say what the image is to be, where the project does not. */
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

  /**
   * @param application what {@code --app} says
   * @throws UsageException where an option does not say what it should
   */
  ImageChoices choices(Optional<String> application) {
    ImageChoices usual = ImageChoices.usual();
    return new ImageChoices(
        Optional.empty(),
        application,
        number(read("--port", port, TypedChoices::port)),
        read("--health", health, TypedChoices::health),
        number(read("--workers", workers, TypedChoices::workers)),
        read("--user", user, TypedChoices::user).orElse(usual.user()),
        !noCacheMounts,
        !noDockerIgnore);
  }

  private static OptionalInt number(Optional<Integer> value) {
    return value.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /**
   * @param text empty (null) where the option was not given
   */
  static <T> Optional<T> read(String option, String text, Function<String, Checked<T>> reader) {
    return Optional.ofNullable(text)
        .map(
            typed ->
                reader
                    .apply(typed)
                    .fold(
                        value -> value,
                        why -> {
                          throw new UsageException(
                              option + ": " + why.message(), why.hint().orElse(""));
                        }));
  }
}
