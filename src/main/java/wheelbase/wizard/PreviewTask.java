package wheelbase.wizard;

import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;

/** What the user is about at the preview. */
public sealed interface PreviewTask {
  /** Looking at the files. */
  record Reading() implements PreviewTask {}

  /** Saying whether what is there is replaced. */
  record Replacing() implements PreviewTask {}

  /**
   * Typing the name of a file to keep something in.
   *
   * @param problem why it could not be kept under the name given before
   */
  record Naming(Turn.Keepsake what, TextInput input, Optional<Diagnostic> problem)
      implements PreviewTask {
    private static final String ANSWERS = "wheelbase-answers.json";
    private static final String SHARED_PAGE = "wheelbase.html";

    static Naming of(Turn.Keepsake what) {
      String usual = what == Turn.Keepsake.ANSWERS ? ANSWERS : SHARED_PAGE;
      return new Naming(what, TextInput.of(usual), Optional.empty());
    }

    Naming typed(Key key) {
      return new Naming(what, input.typed(key), Optional.empty());
    }

    Naming refused(Diagnostic why) {
      return new Naming(what, input, Optional.of(why));
    }

    /** What is asked for. */
    public String label() {
      return what == Turn.Keepsake.ANSWERS ? "save the answers as" : "save the page to share as";
    }
  }
}
