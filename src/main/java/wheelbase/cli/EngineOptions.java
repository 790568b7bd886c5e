package wheelbase.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import wheelbase.engine.BuildOrder;
import wheelbase.engine.EngineKind;
import wheelbase.requirements.ShellWords;

/** The options that say which engine builds an image, and how. */
final class EngineOptions {
  private static final String BUILD_VARIABLE = "WHEELBASE_ENGINE_BUILD_ARGS";
  private static final String RUN_VARIABLE = "WHEELBASE_ENGINE_RUN_ARGS";

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      completionCandidates = Engines.class,
      description = "docker, podman or buildah. Default: the first that answers.")
  private String engine;

  @Option(
      names = "--build-arg",
      paramLabel = "NAME=VALUE",
      description = "A value for ARG; may be repeated.")
  private List<String> buildArguments = new ArrayList<>();

  @Option(names = "--target", paramLabel = "STAGE", description = "The stage to prove.")
  private String target;

  @Option(
      names = "--platform",
      paramLabel = "PLATFORM",
      completionCandidates = Platforms.class,
      description = "linux/amd64 or linux/arm64. Default: the engine's own.")
  private String platform;

  @Option(
      names = "--secret",
      paramLabel = "id=NAME,src=FILE",
      description = "A secret for the build; may be repeated.")
  private List<String> secrets = new ArrayList<>();

  @Option(
      names = "--engine-build-arg",
      paramLabel = "OPTION",
      description = "An option of the engine's build; may be repeated.")
  private List<String> buildOptions = new ArrayList<>();

  @Option(
      names = "--engine-run-arg",
      paramLabel = "OPTION",
      description = "An option of the engine's run; may be repeated.")
  private List<String> runOptions = new ArrayList<>();

  @Option(
      names = "--time-limit",
      paramLabel = "MINUTES",
      defaultValue = "60",
      description = "For the build. Default: 60.")
  private int minutes = 60;

  /** What a shell offers for {@code --engine}. */
  static final class Engines implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(EngineKind.values()).map(EngineKind::program).iterator();
    }
  }

  /** What a shell offers for {@code --platform}. */
  static final class Platforms implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("linux/amd64", "linux/arm64").iterator();
    }
  }

  /** Empty for any. */
  Optional<EngineKind> engine() {
    if (engine == null) {
      return Optional.empty();
    }
    return Optional.of(
        EngineKind.named(engine)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--engine: `" + engine + "` is none of docker, podman, buildah",
                        "--engine podman")));
  }

  /** The stage to prove; empty for the last. */
  Optional<String> target() {
    return Optional.ofNullable(target);
  }

  /** {@code arm64} of {@code linux/arm64}; empty where none was named. */
  Optional<String> architecture() {
    return Optional.ofNullable(platform).map(named -> named.replaceFirst("^linux/", ""));
  }

  /**
   * What is to be built.
   *
   * @throws UsageException where an option does not say what it should
   */
  BuildOrder build(Path context, Path dockerfile, Surroundings surroundings) {
    if (platform != null && !platform.matches("linux/[a-z0-9]+(/v\\d)?")) {
      throw new UsageException(
          "--platform: `" + platform + "` is no platform", "--platform linux/arm64");
    }
    if (minutes < 1) {
      throw new UsageException("--time-limit: it needs a minute at least", "--time-limit 60");
    }
    return new BuildOrder(
        context,
        dockerfile,
        buildArguments(),
        Optional.ofNullable(target),
        Optional.ofNullable(platform),
        secrets(surroundings.directory()),
        options(buildOptions, BUILD_VARIABLE, surroundings.environment()),
        Duration.ofMinutes(minutes));
  }

  List<String> runOptions(Surroundings surroundings) {
    return options(runOptions, RUN_VARIABLE, surroundings.environment());
  }

  SortedMap<String, String> buildArguments() {
    SortedMap<String, String> values = new TreeMap<>();
    for (String each : buildArguments) {
      int sign = each.indexOf('=');
      if (sign < 1) {
        throw new UsageException(
            "--build-arg: `" + each + "` has no `=`", "--build-arg NAME=VALUE");
      }
      values.put(each.substring(0, sign), each.substring(sign + 1));
    }
    return values;
  }

  private List<String> secrets(Path here) {
    for (String secret : secrets) {
      if (!secret.matches("(?s).*\\bid=[^,]+.*")) {
        throw new UsageException("--secret: it has no `id=`", "--secret id=pip,src=pip.conf");
      }
      for (String part : secret.split(",")) {
        if (part.startsWith("src=") && !isFile(here, part.substring(4))) {
          throw new UsageException("--secret: there is no file `" + part.substring(4) + "`", "");
        }
      }
    }
    return secrets;
  }

  private static boolean isFile(Path here, String name) {
    try {
      return Files.isRegularFile(here.resolve(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The variable's words, as a shell would split them, then those that were typed. */
  private static List<String> options(
      List<String> typed, String variable, Map<String, String> environment) {
    List<String> words =
        new ArrayList<>(
            ShellWords.split(environment.getOrDefault(variable, ""))
                .orElseThrow(() -> new UsageException(variable + ": a quote is not closed", "")));
    words.addAll(typed);
    return words;
  }
}
