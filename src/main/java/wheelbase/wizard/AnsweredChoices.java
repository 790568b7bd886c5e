package wheelbase.wizard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import wheelbase.Analysis;
import wheelbase.BaseAnalysis;
import wheelbase.ImageChoices;
import wheelbase.TypedChoices;
import wheelbase.baseimage.BaseImage;
import wheelbase.diagnostic.Checked;
import wheelbase.dockerfile.BuildChoices;
import wheelbase.pep508.PackageName;

/** What answers decide of an image. */
final class AnsweredChoices {
  private AnsweredChoices() {}

  /** An answer that cannot be read decides nothing: whoever took it has checked it. */
  static ImageChoices of(Answers answers, Analysis analysis) {
    ImageChoices usual = ImageChoices.usual();
    return new ImageChoices(
        base(answers, analysis),
        read(answers, Topic.APPLICATION, TypedChoices::application),
        number(read(answers, Topic.PORT, TypedChoices::port)),
        read(answers, Topic.HEALTH, TypedChoices::health),
        number(read(answers, Topic.WORKERS, TypedChoices::workers)),
        read(answers, Topic.USER, TypedChoices::user).orElse(usual.user()),
        says(answers, Topic.DOCKERIGNORE),
        build(answers));
  }

  /** How the image is built, which no analysis is needed for. */
  static BuildChoices build(Answers answers) {
    BuildChoices usual = BuildChoices.usual();
    return new BuildChoices(
        read(answers, Topic.LAYOUT, TypedChoices::layout).orElse(usual.layout()),
        read(answers, Topic.INSTALLER, TypedChoices::installer).orElse(usual.installer()),
        read(answers, Topic.BUILDER, TypedChoices::builder).orElse(usual.builder()),
        read(answers, Topic.TEST, TypedChoices::test).orElse(usual.test()),
        says(answers, Topic.LINK_CHECK),
        says(answers, Topic.CACHE_MOUNTS),
        says(answers, Topic.LOCK),
        says(answers, Topic.DIGEST),
        noBinary(answers));
  }

  /** The packages to build from source, normalised and each once. */
  static List<String> noBinary(Answers answers) {
    return answers.to(Topic.NO_BINARY).orElse(List.of()).stream()
        .flatMap(word -> TypedChoices.noBinary(word).value().stream())
        .map(PackageName::value)
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean says(Answers answers, Topic topic) {
    return answers.one(topic).orElse(topic.usualAnswer()).equals(Answers.YES);
  }

  /** Several bases were named to be compared: the recommended one of them is taken. */
  private static Optional<BaseImage> base(Answers answers, Analysis analysis) {
    List<BaseImage> images = analysis.bases().stream().map(BaseAnalysis::image).toList();
    return answers
        .to(Topic.BASE)
        .filter(words -> words.size() == 1)
        .flatMap(words -> TypedChoices.base(words.get(0), images).value());
  }

  private static <T> Optional<T> read(
      Answers answers, Topic topic, Function<String, Checked<T>> reader) {
    return answers.one(topic).flatMap(word -> reader.apply(word).value());
  }

  private static OptionalInt number(Optional<Integer> value) {
    return value.map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
