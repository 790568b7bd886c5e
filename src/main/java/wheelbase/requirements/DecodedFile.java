package wheelbase.requirements;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;

/**
 * A file's bytes as text: by byte order mark, else by a coding line in the first two lines (PEP
 * 263), else as UTF-8. pip then tries the encoding of the machine's locale, which in the images
 * built here is UTF-8 again.
 *
 * @param file the text; with replacement characters where there is a fault
 * @param fault why it cannot be read
 */
record DecodedFile(SourceFile file, Optional<Diagnostic> fault) {
  private static final Pattern CODING = Pattern.compile("coding[:=]\\s*([-\\w.]+)");

  /** Longest first: a UTF-32 mark begins with a UTF-16 one. */
  private enum Mark {
    UTF_8("UTF-8", 0xef, 0xbb, 0xbf),
    UTF_32_BE("UTF-32BE", 0x00, 0x00, 0xfe, 0xff),
    UTF_32_LE("UTF-32LE", 0xff, 0xfe, 0x00, 0x00),
    UTF_16_BE("UTF-16BE", 0xfe, 0xff),
    UTF_16_LE("UTF-16LE", 0xff, 0xfe);

    private final Charset charset;
    private final int[] bytes;

    Mark(String charset, int... bytes) {
      this.charset = Charset.forName(charset);
      this.bytes = bytes;
    }

    private boolean begins(byte[] content) {
      for (int index = 0; index < bytes.length; index++) {
        if (index >= content.length || (content[index] & 0xff) != bytes[index]) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * @param name as the user would name the file
   */
  static DecodedFile decode(String name, byte[] content) {
    for (Mark mark : Mark.values()) {
      if (mark.begins(content)) {
        var rest = ByteBuffer.wrap(content, mark.bytes.length, content.length - mark.bytes.length);
        return decode(name, rest.slice(), mark.charset);
      }
    }
    Optional<String> declared = declaredEncoding(content);
    if (declared.isEmpty()) {
      return decode(name, ByteBuffer.wrap(content), StandardCharsets.UTF_8);
    }
    Optional<Charset> charset = charset(declared.get());
    if (charset.isPresent()) {
      return decode(name, ByteBuffer.wrap(content), charset.get());
    }
    var file = SourceFile.of(name, new String(content, StandardCharsets.UTF_8));
    int number = file.lines().get(0).contains(declared.get()) ? 1 : 2;
    int column = file.lines().get(number - 1).indexOf(declared.get()) + 1;
    return new DecodedFile(
        file,
        Optional.of(
            Diagnostic.error(
                    "unknown-encoding", "the encoding `" + declared.get() + "` is not known")
                .at(file.span(number, column, declared.get().length()))));
  }

  private static DecodedFile decode(String name, ByteBuffer content, Charset charset) {
    try {
      var decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      return new DecodedFile(
          SourceFile.of(name, decoder.decode(content.duplicate()).toString()), Optional.empty());
    } catch (CharacterCodingException unreadable) {
      var file = SourceFile.of(name, charset.decode(content.duplicate()).toString());
      var fault =
          Diagnostic.error("undecodable", "the file's bytes are not " + charset.name())
              .withHint("save it as UTF-8, or name its encoding: # -*- coding: latin-1 -*-");
      return new DecodedFile(file, Optional.of(atFirstReplacement(file, fault)));
    }
  }

  private static Diagnostic atFirstReplacement(SourceFile file, Diagnostic fault) {
    for (int number = 1; number <= file.lines().size(); number++) {
      int index = file.lines().get(number - 1).indexOf('\ufffd');
      if (index >= 0) {
        return fault.at(file.span(number, index + 1, 1));
      }
    }
    return fault;
  }

  private static Optional<String> declaredEncoding(byte[] content) {
    var latin = new String(content, StandardCharsets.ISO_8859_1);
    for (String line : firstTwo(latin)) {
      Matcher matcher = CODING.matcher(line);
      if (line.startsWith("#") && matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  private static List<String> firstTwo(String text) {
    var lines = new ArrayList<String>();
    int start = 0;
    while (lines.size() < 2 && start <= text.length()) {
      int end = text.indexOf('\n', start);
      lines.add(text.substring(start, end < 0 ? text.length() : end));
      start = end < 0 ? text.length() + 1 : end + 1;
    }
    return lines;
  }

  /** Python's names for encodings, which take hyphens and underscores for the same. */
  private static Optional<Charset> charset(String pythonName) {
    String name = pythonName.toLowerCase(Locale.ROOT).replace('_', '-');
    String javaName = name.replaceFirst("^(iso-)?latin-?(\\d+)$", "latin$2");
    if (javaName.equals("utf-8-sig")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    try {
      return Optional.of(Charset.forName(javaName));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }
}
