package wheelbase.index.pypi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Character references in attributes (HTML standard, 13.2.5.72 and after), read as pip's Python
 * 3.12 reads them: a name that needs no semicolon is taken even where {@code =}, a letter or a
 * digit follows, which the standard leaves alone.
 */
final class CharacterReferences {
  private static final Pattern REFERENCE =
      Pattern.compile("&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\\t\\n\\f <&#;]{1,32};?)");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private CharacterReferences() {}

  /** Names, with their semicolon if they need one, to what they stand for; read when first used. */
  private static final class Names {
    static final Map<String, String> MEANINGS = read();

    private static Map<String, String> read() {
      try (InputStream in = Names.class.getResourceAsStream("character-references.txt");
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return lines
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" "))
            .collect(Collectors.toUnmodifiableMap(parts -> parts[0], Names::meaning));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String meaning(String[] parts) {
      StringBuilder meaning = new StringBuilder();
      for (int i = 1; i < parts.length; i++) {
        meaning.appendCodePoint(Integer.parseInt(parts[i], 16));
      }
      return meaning.toString();
    }
  }

  /** The text that an attribute's value stands for. */
  static String decode(String value) {
    return value.indexOf('&') < 0
        ? value
        : REFERENCE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(meaning(found)));
  }

  private static String meaning(MatchResult found) {
    String reference = found.group(1);
    return reference.startsWith("#") ? numbered(reference) : named(reference).orElse(found.group());
  }

  /** Of a name that is not known, its longest beginning that is. */
  private static Optional<String> named(String reference) {
    for (int end = reference.length(); end > 1; end--) {
      String meaning = Names.MEANINGS.get(reference.substring(0, end));
      if (meaning != null) {
        return Optional.of(meaning + reference.substring(end));
      }
    }
    return Optional.empty();
  }

  /**
   * "Numeric character reference end state", 13.2.5.80; what stands for no character is dropped.
   */
  private static String numbered(String reference) {
    String digits = reference.replace(";", "").substring(1);
    int code =
        digits.startsWith("x") || digits.startsWith("X")
            ? number(digits.substring(1), 16)
            : number(digits, 10);
    if (code == 0 || code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
      return "\ufffd";
    }
    if (code >= 0x80 && code <= 0x9f) {
      String meant = new String(new byte[] {(byte) code}, WINDOWS);
      return meant.equals("\ufffd") ? Character.toString(code) : meant;
    }
    return isControl(code) || isNoCharacter(code) ? "" : Character.toString(code);
  }

  /** U+FFFD for a number that is too great. */
  private static int number(String digits, int radix) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      number = number * radix + Character.digit(digits.charAt(i), radix);
      if (number > Character.MAX_CODE_POINT) {
        return 0xfffd;
      }
    }
    return number;
  }

  private static boolean isControl(int code) {
    return code < 0x20 && !Character.isWhitespace(code)
        || code == 0x0b
        || code >= 0x1c && code < 0x20
        || code == 0x7f;
  }

  private static boolean isNoCharacter(int code) {
    return code >= 0xfdd0 && code <= 0xfdef || (code & 0xfffe) == 0xfffe;
  }
}
