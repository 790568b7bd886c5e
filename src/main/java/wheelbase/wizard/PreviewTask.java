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
   * @param isThere whether there is such a file, and the user is asked to say so again
   * @param problem why it could not be kept under that name
   */
  record Naming(Turn.Keepsake what, TextInput input, boolean isThere, Optional<Diagnostic> problem)
      implements PreviewTask {
    private static final String ANSWERS = "wheelbase-answers.json";
    private static final String SHARED_PAGE = "wheelbase.html";

    static Naming of(Turn.Keepsake what) {
      String usual = what == Turn.Keepsake.ANSWERS ? ANSWERS : SHARED_PAGE;
      return new Naming(what, TextInput.of(usual), false, Optional.empty());
    }

    Naming typed(Key key) {
      return new Naming(what, input.typed(key), false, Optional.empty());
    }

    Naming refused(Diagnostic why) {
      return new Naming(what, input, false, Optional.of(why));
    }

    Naming asking() {
      return new Naming(what, input, true, Optional.empty());
    }

    /** What is asked for. */
    public String label() {
      if (isThere) {
        return "there is such a file: replace it?";
      }
      return what == Turn.Keepsake.ANSWERS ? "save the answers as" : "save the page to share as";
    }
  }
}
