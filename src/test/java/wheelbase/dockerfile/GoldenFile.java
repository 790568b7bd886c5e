package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wheelbase.dockerfile.syntax.Dockerfile;
import wheelbase.dockerfile.syntax.DockerfileReader;
import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.dockerfile.syntax.ParsedInstruction;
import wheelbase.dockerfile.syntax.ParsedStage;
import wheelbase.dockerfile.syntax.Word;

/** A golden file as a builder sees it: read by the parser that is held against BuildKit's own. */
record GoldenFile(String name, String text, Dockerfile parsed) {
  private static final Pattern INSTALLS =
      Pattern.compile(
          "(?:apt-get install -y --no-install-recommends|apk add --no-cache)((?: +[^-\\s&][^\\s&]*)+)");

  static GoldenFile of(String name, String text) {
    return new GoldenFile(name, text, DockerfileReader.read(name, text));
  }

  List<ParsedStage> stages() {
    return parsed.stages();
  }

  ParsedStage builder() {
    return parsed.stage("builder").orElseThrow(() -> new AssertionError("no builder"));
  }

  /** The final stage and those that it starts from, the first of them first. */
  List<ParsedStage> imageStages() {
    List<ParsedStage> stages = new ArrayList<>();
    Optional<ParsedStage> next = parsed.finalStage();
    while (next.isPresent()) {
      stages.add(0, next.get());
      next = parsed.stage(next.get().base().value());
    }
    return stages;
  }

  /** What is not part of the image. */
  List<ParsedStage> otherStages() {
    List<ParsedStage> image = imageStages();
    return stages().stream().filter(stage -> !image.contains(stage)).toList();
  }

  /** The instructions that make the image. */
  List<ParsedInstruction> image() {
    return imageStages().stream().flatMap(stage -> stage.instructions().stream()).toList();
  }

  List<ParsedInstruction> image(Keyword keyword) {
    return image().stream().filter(one -> one.is(keyword)).toList();
  }

  List<ParsedInstruction> all(Keyword keyword) {
    return parsed.instructions().stream().filter(one -> one.is(keyword)).toList();
  }

  List<ParsedInstruction> others(Keyword keyword) {
    return otherStages().stream()
        .flatMap(stage -> stage.instructions().stream())
        .filter(one -> one.is(keyword))
        .toList();
  }

  /** The images of the registry that stages start from. */
  Stream<String> bases() {
    return stages().stream()
        .map(stage -> stage.base().value())
        .filter(
            base ->
                parsed.stages().stream().noneMatch(one -> one.name().equals(Optional.of(base))));
  }

  /** The image that a stage ends up on. */
  String baseOf(ParsedStage stage) {
    String base = stage.base().value();
    return parsed.stage(base).map(this::baseOf).orElse(base);
  }

  boolean isAlpine() {
    return baseOf(parsed.finalStage().orElseThrow()).contains("alpine");
  }

  Optional<List<String>> command() {
    return parsed
        .finalStage()
        .flatMap(stage -> stage.last(Keyword.CMD))
        .map(one -> one.arguments().stream().map(Word::value).toList());
  }

  /** The distribution packages that a RUN installs. */
  static List<String> packages(ParsedInstruction run) {
    List<String> packages = new ArrayList<>();
    Matcher installs = INSTALLS.matcher(code(run));
    while (installs.find()) {
      packages.addAll(List.of(installs.group(1).strip().split("\\s+")));
    }
    return packages;
  }

  /** The commands of a RUN, on one line, without what stands between single quotes. */
  static String code(ParsedInstruction run) {
    return run.body().value().replaceAll("'[^']*'", "''").replaceAll("\\s+", " ");
  }

  static String comment(ParsedInstruction one) {
    return String.join(" ", one.comments().stream().map(String::strip).toList());
  }

  static String words(ParsedInstruction one) {
    return String.join(" ", one.arguments().stream().map(Word::value).toList());
  }
}
