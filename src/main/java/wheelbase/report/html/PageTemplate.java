package wheelbase.report.html;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import wheelbase.report.TerminalText;

/**
 * {@code templates/html}: the page, its style and its script. Every value is escaped on its way in;
 * only the style and the script, which are our own, enter as they are, and the page's policy admits
 * exactly these two by their hashes.
 */
final class PageTemplate {
  private final Template template =
      Mustache.compiler()
          .withEscaper(text -> Escapers.HTML.escape(TerminalText.harmless(text, true)))
          .emptyStringIsFalse(true)
          .strictSections(true)
          .withCollector(new WithOptionals())
          .compile(resource("page.mustache"));

  String fill(Object sections) {
    String style = resource("page.css");
    String script = resource("page.js");
    StringWriter page = new StringWriter();
    template.execute(
        sections,
        Map.of(
            "style", style, "script", script, "styleHash", hash(style), "scriptHash", hash(script)),
        page);
    return page.toString();
  }

  private static String resource(String name) {
    try (InputStream stream = PageTemplate.class.getResourceAsStream("/templates/html/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Content Security Policy 3, 2.3.1 spells it. */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Takes an {@link Optional} for a list of one or none. */
  private static final class WithOptionals extends DefaultCollector {
    @Override
    public Iterator<?> toIterator(Object value) {
      return value instanceof Optional<?> optional
          ? optional.stream().iterator()
          : super.toIterator(value);
    }
  }
}
