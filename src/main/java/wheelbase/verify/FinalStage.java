package wheelbase.verify;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wheelbase.dockerfile.syntax.Dockerfile;
import wheelbase.dockerfile.syntax.DockerfileReader;
import wheelbase.dockerfile.syntax.Heredoc;
import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.dockerfile.syntax.ParsedInstruction;
import wheelbase.dockerfile.syntax.ParsedStage;
import wheelbase.dockerfile.syntax.VariableScopes;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;

/**
 * As much of a Dockerfile as is asked of it here: the image that the stage to be proven is built
 * on, and the words of its {@code RUN} lines, among which the distribution packages are that it
 * wants.
 *
 * @param base the reference, variables replaced; empty where the file names none
 * @param words of {@code RUN}, in the stage and in the stages it is built on
 */
public record FinalStage(String base, Set<String> words) {
  /** Only the names of base images are asked for, which depend on it in no real file. */
  private static final String SOME_PLATFORM = "linux/amd64";

  private static final Pattern PYTHON =
      Pattern.compile("(?:^|/)python:3\\.(\\d+)(?:\\.(\\d+))?(?:-(.*?))?(?:@.*)?$");

  public FinalStage {
    words = java.util.Collections.unmodifiableSet(new TreeSet<>(words));
  }

  /**
   * @param given values of {@code ARG}
   * @param target the stage, by its name or number; empty for the last
   */
  public static FinalStage of(String text, Map<String, String> given, Optional<String> target) {
    Dockerfile dockerfile = DockerfileReader.read("Dockerfile", text);
    VariableScopes variables = VariableScopes.of(dockerfile, given, SOME_PLATFORM);
    Optional<ParsedStage> stage = target.flatMap(dockerfile::stage).or(dockerfile::finalStage);
    Set<String> words = new TreeSet<>();
    String base = "";
    while (stage.isPresent()) {
      ParsedStage here = stage.get();
      here.instructions().stream()
          .filter(each -> each.is(Keyword.RUN))
          .flatMap(FinalStage::words)
          .forEach(words::add);
      base = variables.base(here).value();
      stage = dockerfile.stage(base).filter(below -> below.index() < here.index());
    }
    return new FinalStage(base, words);
  }

  private static Stream<String> words(ParsedInstruction run) {
    return Stream.concat(Stream.of(run.body().value()), run.heredocs().stream().map(Heredoc::text))
        .flatMap(text -> Stream.of(text.split("[\\s=&;|\"',\\[\\]]+")));
  }

  /** The release that its distribution packages are of, as far as the name of the image tells. */
  public Optional<DistributionRelease> release() {
    return DistributionRelease.SUPPORTED.stream()
        .filter(release -> base.contains(release.suffix()))
        .findFirst()
        .or(
            () ->
                PYTHON.matcher(base).find() && !base.contains("alpine")
                    ? Optional.of(DistributionRelease.DEBIAN_13)
                    : Optional.empty());
  }

  /** The Python of an official image. */
  public Optional<PythonRelease> python() {
    Matcher tag = PYTHON.matcher(base);
    return tag.find()
        ? Optional.of(
            new PythonRelease(
                3,
                Integer.parseInt(tag.group(1)),
                tag.group(2) == null ? 0 : Integer.parseInt(tag.group(2))))
        : Optional.empty();
  }

  /** Whether it is built on an image, whatever registry, patch release or digest is named. */
  public boolean isOn(String reference) {
    String plain = base.replaceFirst("@.*$", "");
    return plain.equals(reference)
        || plain.endsWith("/" + reference)
        || plain.replaceFirst(":3\\.(\\d+)\\.\\d+", ":3.$1").equals(reference);
  }
}
