package wheelbase.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import wheelbase.dockerfile.syntax.Extent;

/**
 * Other text in the place of a stretch of the Dockerfile; of an empty stretch, text put in there.
 */
public record TextEdit(Extent extent, String replacement) {
  public TextEdit {
    Objects.requireNonNull(extent);
    Objects.requireNonNull(replacement);
  }

  /** The text with all edits made; of two that touch the same characters the first counts. */
  public static String apply(String text, List<TextEdit> edits) {
    List<TextEdit> ordered = new ArrayList<>(edits);
    ordered.sort(Comparator.comparingInt(each -> each.extent().start()));
    StringBuilder result = new StringBuilder();
    int done = 0;
    for (TextEdit each : ordered) {
      if (each.extent().start() >= done) {
        result.append(text, done, each.extent().start()).append(each.replacement());
        done = each.extent().end();
      }
    }
    return result.append(text, done, text.length()).toString();
  }
}
