package wheelbase.index.pypi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The form in which an index answers for a project; the answer's type decides, not the request. */
enum Dialect {
  SIMPLE_JSON,
  SIMPLE_HTML;

  private static final String SIMPLE_JSON_TYPE = "application/vnd.pypi.simple.v1+json";
  private static final String SIMPLE_HTML_TYPE = "application/vnd.pypi.simple.v1+html";

  /** What pip asks for. */
  static final String ACCEPT =
      SIMPLE_JSON_TYPE + ", " + SIMPLE_HTML_TYPE + "; q=0.1, text/html; q=0.01";

  /** For servers that answer the above with 406. */
  static final String ACCEPT_HTML = "text/html, */*; q=0.01";

  /** Empty where the type is none of a project's page. */
  static Optional<Dialect> of(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case SIMPLE_JSON_TYPE -> Optional.of(SIMPLE_JSON);
      case SIMPLE_HTML_TYPE, "text/html", "application/xhtml+xml" -> Optional.of(SIMPLE_HTML);
      default -> Optional.empty();
    };
  }

  /**
   * The links of a page.
   *
   * @param charset from the content type; UTF-8 where it says none
   * @throws IOException where the body is not what the dialect demands
   */
  List<PageLink> read(byte[] body, Optional<String> charset, PageUrl finalUrl) throws IOException {
    if (this == SIMPLE_JSON) {
      return SimpleJson.read(body, finalUrl);
    }
    String html = decode(body, charset);
    List<PageLink> links = SimpleHtml.read(html, finalUrl);
    if (links.stream().noneMatch(link -> !link.hashes().isEmpty())
        && SimpleHtml.asksForPassword(html)) {
      throw new IOException("the answer is a page to log in, not a project's page");
    }
    return links;
  }

  private static String decode(byte[] body, Optional<String> charset) throws IOException {
    Charset encoding = charset.map(Dialect::charset).orElse(StandardCharsets.UTF_8);
    try {
      String text =
          encoding
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(body))
              .toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException("the answer is not " + encoding.name(), e);
    }
  }

  private static Charset charset(String name) {
    try {
      return name.equalsIgnoreCase("latin-1") ? StandardCharsets.ISO_8859_1 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
