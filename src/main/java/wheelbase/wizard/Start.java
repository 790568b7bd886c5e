package wheelbase.wizard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;

/**
 * Where a wizard starts.
 *
 * @param answers what was answered beforehand
 */
public record Start(Road road, Answers answers) {

  /**
   * With the answers of a command line. One base is taken, unless the user changes it, and compared
   * with the usual ones, on the Python that its tag names; several are compared and none is taken.
   */
  public static Start of(Given given, Answers said) {
    List<String> bases = said.to(Topic.BASE).orElse(List.of());
    if (bases.isEmpty()) {
      return new Start(new Road(given), said);
    }
    ImageSelection asked = selection(bases);
    Answers answers = said;
    boolean one = asked.words().size() == 1;
    if (!one) {
      answers = answers.without(Topic.BASE);
    } else if (said.to(Topic.PYTHON).isEmpty()) {
      Optional<String> python = asked.named().stream().findFirst().map(Start::python);
      answers = python.map(named -> said.with(Topic.PYTHON, named)).orElse(said);
    }
    List<String> compared =
        one ? Stream.concat(Stream.of("auto"), compared(asked)).toList() : bases;
    return new Start(new Road(given.comparing(selection(compared))), answers);
  }

  /** Of an official image the variant: it is compared on the Python that is looked at. */
  private static Stream<String> compared(ImageSelection asked) {
    return asked.named().stream().anyMatch(BaseImage::isOfficial)
        ? asked.named().stream().map(BaseImage::variant)
        : asked.words().stream();
  }

  /** As the tag names it: {@code 3.13}, or a patch release. */
  private static String python(BaseImage image) {
    if (!image.isOfficial()) {
      return image.series();
    }
    return image.tag().substring(0, image.tag().length() - image.variant().length() - 1);
  }

  private static ImageSelection selection(List<String> bases) {
    return ImageSelection.parse(Catalogue.shipped(), String.join(",", bases), Optional.empty());
  }
}
