package wheelbase.wizard.screen;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.input.CharacterPattern;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.input.MouseActionType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What xterm calls the SGR mouse protocol, mode 1006, {@code ESC [ < button ; column ; row M}: the
 * one that lanterna knows ends at column 94, where its numbers stop being ASCII.
 */
final class MousePattern implements CharacterPattern {
  private static final Pattern WHOLE =
      Pattern.compile("\033\\[<([0-9]{1,3});([0-9]{1,4});([0-9]{1,4})([Mm])");
  private static final Pattern BEGUN = Pattern.compile("\033(\\[(<[0-9;]{0,13})?)?");

  @Override
  public Matching match(List<Character> sequence) {
    StringBuilder text = new StringBuilder();
    sequence.forEach(text::append);
    Matcher whole = WHOLE.matcher(text);
    if (whole.matches()) {
      return new Matching(action(whole));
    }
    return BEGUN.matcher(text).matches() ? Matching.NOT_YET : null;
  }

  private static MouseAction action(Matcher whole) {
    int button = Integer.parseInt(whole.group(1));
    TerminalPosition position =
        new TerminalPosition(
            Math.max(0, Integer.parseInt(whole.group(2)) - 1),
            Math.max(0, Integer.parseInt(whole.group(3)) - 1));
    return new MouseAction(type(button, whole.group(4).equals("M")), button, position);
  }

  /** Buttons are 0 to 2, the wheel 64 up and 65 down, 32 more while the mouse moves. */
  private static MouseActionType type(int button, boolean down) {
    return switch (button) {
      case 0 -> down ? MouseActionType.CLICK_DOWN : MouseActionType.CLICK_RELEASE;
      case 64 -> MouseActionType.SCROLL_UP;
      case 65 -> MouseActionType.SCROLL_DOWN;
      default -> MouseActionType.MOVE;
    };
  }
}
