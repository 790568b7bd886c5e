package wheelbase.wizard.screen;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How roles look. Nothing is ever painted black or white: text keeps the terminal's own colours,
 * which the user can read, and the colours used beside them are dark enough for a light background
 * and light enough for a dark one. Without colour what matters is bold or reversed.
 */
public final class Theme {
  /** How many colours a terminal has. */
  enum Depth {
    NONE,
    SIXTEEN,
    PALETTE
  }

  private static final Look PLAIN = new Look(TextColor.ANSI.DEFAULT, Set.of());
  private static final Look BOLD = new Look(TextColor.ANSI.DEFAULT, Set.of(SGR.BOLD));
  private static final Look REVERSE = new Look(TextColor.ANSI.DEFAULT, Set.of(SGR.REVERSE));

  private final Map<Role, Look> looks;

  /** A foreground colour, on the terminal's own background, and attributes. */
  record Look(TextColor colour, Set<SGR> attributes) {
    Look {
      attributes = Set.copyOf(attributes);
    }
  }

  private Theme(Map<Role, Look> looks) {
    this.looks = looks;
  }

  /**
   * @param colour whether colours are wanted at all
   * @param environment for {@code COLORTERM} and {@code TERM}, which say how many there are
   */
  public static Theme of(boolean colour, Map<String, String> environment) {
    return of(colour ? depth(environment) : Depth.NONE);
  }

  static Theme of(Depth depth) {
    return new Theme(
        switch (depth) {
          case NONE -> withoutColour();
          case SIXTEEN -> sixteen();
          case PALETTE -> palette();
        });
  }

  /** The looks of the 256-colour palette serve true-colour terminals too: all have it. */
  private static Depth depth(Map<String, String> environment) {
    String announced = environment.getOrDefault("COLORTERM", "");
    String terminal = environment.getOrDefault("TERM", "");
    boolean many =
        announced.equals("truecolor")
            || announced.equals("24bit")
            || terminal.contains("256color")
            || terminal.contains("direct");
    return many ? Depth.PALETTE : Depth.SIXTEEN;
  }

  private static EnumMap<Role, Look> withoutColour() {
    EnumMap<Role, Look> looks = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      looks.put(role, PLAIN);
    }
    looks.put(Role.STRONG, BOLD);
    looks.put(Role.BAD, BOLD);
    looks.put(Role.KEY, BOLD);
    looks.put(Role.KEYWORD, BOLD);
    looks.put(Role.ADDED, BOLD);
    looks.put(Role.CURSOR, REVERSE);
    return looks;
  }

  /**
   * The terminal's own sixteen, which its theme has made fit its background; yellow, which themes
   * for light backgrounds often forget, is left out for magenta.
   */
  private static EnumMap<Role, Look> sixteen() {
    EnumMap<Role, Look> looks = withoutColour();
    looks.put(Role.GOOD, colour(TextColor.ANSI.GREEN));
    looks.put(Role.CAUTION, colour(TextColor.ANSI.MAGENTA));
    looks.put(Role.BAD, colour(TextColor.ANSI.RED, SGR.BOLD));
    looks.put(Role.FRAME, colour(TextColor.ANSI.CYAN));
    looks.put(Role.KEY, colour(TextColor.ANSI.CYAN, SGR.BOLD));
    looks.put(Role.KEYWORD, colour(TextColor.ANSI.BLUE, SGR.BOLD));
    looks.put(Role.COMMENT, colour(TextColor.ANSI.CYAN));
    looks.put(Role.STRING, colour(TextColor.ANSI.GREEN));
    looks.put(Role.ADDED, colour(TextColor.ANSI.GREEN));
    looks.put(Role.REMOVED, colour(TextColor.ANSI.RED));
    return looks;
  }

  /**
   * Of the palette's fixed colours those of middling lightness: 4:1 and more on black and white.
   */
  private static EnumMap<Role, Look> palette() {
    EnumMap<Role, Look> looks = withoutColour();
    looks.put(Role.FAINT, indexed(243));
    looks.put(Role.GOOD, indexed(28));
    looks.put(Role.CAUTION, indexed(130));
    looks.put(Role.BAD, indexed(160, SGR.BOLD));
    looks.put(Role.FRAME, indexed(66));
    looks.put(Role.KEY, indexed(31, SGR.BOLD));
    looks.put(Role.KEYWORD, indexed(31, SGR.BOLD));
    looks.put(Role.COMMENT, indexed(243));
    looks.put(Role.STRING, indexed(28));
    looks.put(Role.ADDED, indexed(28));
    looks.put(Role.REMOVED, indexed(160));
    return looks;
  }

  private static Look colour(TextColor colour, SGR... attributes) {
    return new Look(colour, Set.of(attributes));
  }

  private static Look indexed(int index, SGR... attributes) {
    return colour(new TextColor.Indexed(index), attributes);
  }

  Look look(Role role) {
    return looks.get(role);
  }
}
