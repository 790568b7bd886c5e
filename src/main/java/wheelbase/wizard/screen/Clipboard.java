package wheelbase.wizard.screen;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The clipboard of the machine that the terminal runs on, be it at the other end of ssh. */
final class Clipboard {
  private Clipboard() {}

  /** What xterm calls OSC 52: the text in Base64. A terminal that does not know it ignores it. */
  static String sequence(String text) {
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return "\033]52;c;" + encoded + "\007";
  }
}
