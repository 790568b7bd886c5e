package wheelbase.dockerfile;

import java.util.List;
import java.util.Map;

/**
 * One stage of the build.
 *
 * @param name lower case; the comment above {@code FROM} begins with it, as BuildKit's checks want
 * @param image what it starts from
 * @param purpose the rest of that comment
 */
public record Stage(String name, String image, String purpose, List<Step> steps) {
  public Stage {
    steps = List.copyOf(steps);
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("not a stage's name: " + name);
    }
    if (!image.matches("[A-Za-z0-9][A-Za-z0-9._/:@-]*")) {
      throw new IllegalArgumentException("not an image reference: " + image);
    }
  }

  /** The same with other names for images: its own, and those that files are copied from. */
  Stage pinned(Map<String, String> images) {
    return new Stage(
        name,
        images.getOrDefault(image, image),
        purpose,
        steps.stream().map(step -> step.pinned(images)).toList());
  }

  /** The instruction that begins it. */
  String from() {
    return "FROM " + image + " AS " + name;
  }
}
