package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that try to be more than a text wherever they come to stand. */
public final class HostileTexts {
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\r",
          "\r\n",
          "\\",
          "\\\n",
          "\"",
          "'",
          "`",
          "$",
          "${PATH}",
          "$(id)",
          "#",
          " ",
          "\nRUN false\n",
          "<<EOF",
          "FROM scratch",
          "]",
          "[",
          "{{name}}",
          "{{{steps}}}",
          "%s",
          "%{if}",
          ";",
          "&&",
          "|",
          ">",
          "*",
          "?",
          "~",
          "!",
          "-",
          "--",
          "--from=x",
          "=",
          ",",
          ":",
          "@",
          "\u00e9",
          "\u2028",
          "\u202e",
          "\u200b",
          "\ufeff",
          "\u0085",
          "\0",
          "\t",
          "a",
          "requirements.txt",
          "\ud83d\ude00",
          "\ud83d",
          "escape=`",
          "/",
          "..");

  private HostileTexts() {}

  /** Never empty. */
  public static Arbitrary<String> any() {
    Arbitrary<String> joined =
        Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(12).map(all -> String.join("", all));
    return Arbitraries.oneOf(joined, Arbitraries.strings().ofMinLength(1).ofMaxLength(300));
  }

  /** Of one or two pieces, which stand side by side with what a value begins and ends with. */
  public static Arbitrary<String> brief() {
    return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(2).map(all -> String.join("", all));
  }

  /** The same where UTF-8 can write it, as in a file or its name. */
  public static Arbitrary<String> briefInFiles() {
    return brief()
        .filter(
            text ->
                text.codePoints().allMatch(each -> Character.getType(each) != Character.SURROGATE));
  }

  /** Whether nothing moves the cursor, turns the line around or ends it, or is half a pair. */
  public static boolean isPlain(String text) {
    return text.codePoints().allMatch(HostileTexts::isPlain);
  }

  /** That a text of several lines is so. */
  public static void assertPlain(String text) {
    assertThat(isPlain(text.replace("\n", ""))).as(text).isTrue();
  }

  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
