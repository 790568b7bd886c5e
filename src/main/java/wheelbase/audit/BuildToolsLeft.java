package wheelbase.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.PackageWeight;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.syntax.Word;

/** Compilers and headers in the image that is run. */
final class BuildToolsLeft implements Finder {
  private static final String WHY =
      "nothing opens them at run time: they take room, and help whoever breaks in";

  @Override
  public List<Finding> find(Audited audited) {
    List<Finding> found = new ArrayList<>();
    for (StageFacts stage : audited.imageStages()) {
      for (SystemInstall install : stage.systemInstalls()) {
        Set<Word> needless = NeedlessPackages.needless(audited, stage, install).keySet();
        List<Word> left =
            install.kept().stream()
                .filter(
                    word -> SystemPackages.isForBuilding(word.value()) && !needless.contains(word))
                .toList();
        if (!left.isEmpty()) {
          found.add(finding(audited, stage, left));
        }
      }
    }
    fullImage(audited).ifPresent(found::add);
    return found;
  }

  private static Finding finding(Audited audited, StageFacts stage, List<Word> left) {
    List<String> names = left.stream().map(Word::value).toList();
    PackageWeight weight =
        stage
            .base()
            .flatMap(BaseName::image)
            .map(image -> PackageWeight.of(image, names))
            .orElse(PackageWeight.NONE);
    String brought = brought(weight, names);
    return new Finding(
        Diagnostic.warning(
                "build-packages-left",
                names.stream().collect(Collectors.joining(", "))
                    + (names.size() == 1 ? " stays" : " stay")
                    + " in the image")
            .withHint(
                "install in a build stage, and copy the environment from there"
                    + (brought.isEmpty() ? "" : "; " + brought + " will do in the image")
                    + (weight.onDisk() > 1_000_000
                        ? "; saves up to " + weight.onDisk() / 1_000_000 + " MB"
                        : ""))
            .at(audited.place(left.get(0).extent())),
        WHY);
  }

  /** The libraries whose headers these are: something may be linked to them. */
  private static String brought(PackageWeight weight, List<String> names) {
    List<String> stems =
        names.stream()
            .filter(SystemPackages::isHeaders)
            .map(name -> name.replaceFirst("[0-9.]*-dev$", ""))
            .toList();
    return weight.added().stream()
        .filter(name -> !SystemPackages.isForBuilding(name))
        .filter(
            name ->
                stems.stream().anyMatch(stem -> name.matches(Pattern.quote(stem) + "[0-9.-].*")))
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(", "));
  }

  /** The image without {@code -slim} has compilers and headers from the start. */
  private static Optional<Finding> fullImage(Audited audited) {
    Optional<StageFacts> last = audited.image();
    Optional<BaseImage> full =
        last.flatMap(StageFacts::base).flatMap(BaseName::image).filter(BaseImage::isFull);
    return full.map(
        image -> {
          String slim = "python:" + image.tag().replaceFirst("-(\\w+)$", "-slim-$1");
          StageFacts root = last.get().chain().get(0);
          return new Finding(
              Diagnostic.warning(
                      "full-image",
                      "`" + root.base().orElseThrow().reference() + "` has compilers and headers")
                  .withHint("build the last stage on `" + slim + "`")
                  .at(audited.place(root.stage().base().extent())),
              WHY);
        });
  }
}
