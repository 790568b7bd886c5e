package wheelbase;

import java.util.ArrayList;
import java.util.List;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.ImageSelection;
import wheelbase.baseimage.OwnImage;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.registry.OwnImages;

/** Asks registries about the images of the user's own that nothing is said of. */
final class BaseReading {
  private BaseReading() {}

  /**
   * The selection of the request with all that could be read; its diagnostics say what could not.
   */
  static ImageSelection of(AnalysisRequest request, OwnImages own) throws InterruptedException {
    ImageSelection asked = request.images();
    if (asked.unread().isEmpty()) {
      return asked;
    }
    List<BaseImage> read = new ArrayList<>();
    List<Diagnostic> refused = new ArrayList<>();
    for (OwnImage image : asked.unread()) {
      Checked<BaseImage> answer = own.read(image, request.architectures());
      answer.value().ifPresent(read::add);
      answer.refusal().ifPresent(refused::add);
    }
    return asked.reading(read, refused);
  }

  /** Whether something that was read cannot be built on. */
  static boolean failed(AnalysisRequest request, ImageSelection selection) {
    return !request.images().unread().isEmpty()
        && selection.diagnostics().stream()
            .anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }
}
