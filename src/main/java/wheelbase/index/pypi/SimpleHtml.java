package wheelbase.index.pypi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a project's page in HTML (PEP 503, with the attributes of PEP 592, 658 and 714, and {@code
 * data-upload-time}, which some proxies add).
 */
final class SimpleHtml {
  private SimpleHtml() {}

  /**
   * The links in page order.
   *
   * @param url the final URL of the page; a {@code base} element is resolved against it
   */
  static List<PageLink> read(String html, PageUrl url) {
    PageUrl base = url.withoutFragment();
    boolean baseKnown = false;
    List<PageLink> links = new ArrayList<>();
    HtmlTokenizer tags = new HtmlTokenizer(html);
    while (tags.next()) {
      if (tags.name().equals("a")) {
        String href = tags.attribute("href").orElse("");
        if (!href.isEmpty()) {
          links.add(link(tags, base.resolve(PageUrl.parse(href)).quoted()));
        }
      } else if (!baseKnown && tags.name().equals("base") && tags.has("href")) {
        base = base.resolve(PageUrl.parse(tags.attribute("href").orElse("")));
        baseKnown = true;
      }
    }
    return links;
  }

  /** Whether it asks a person for a password: what a proxy sends to those who are not logged in. */
  static boolean asksForPassword(String html) {
    HtmlTokenizer tags = new HtmlTokenizer(html);
    while (tags.next()) {
      if (tags.name().equals("input")
          && tags.attribute("type").orElse("").equalsIgnoreCase("password")) {
        return true;
      }
    }
    return false;
  }

  private static PageLink link(HtmlTokenizer tags, PageUrl url) {
    return PageLink.of(
        url,
        tags.attribute("data-requires-python").filter(text -> !text.isEmpty()),
        tags.has("data-yanked")
            ? Optional.of(tags.attribute("data-yanked").orElse(""))
            : Optional.empty(),
        Map.of(),
        tags.attribute("data-core-metadata")
            .or(() -> tags.attribute("data-dist-info-metadata"))
            .map(SimpleHtml::metadataHashes),
        OptionalLong.empty(),
        tags.attribute("data-upload-time").flatMap(PageLink::instant));
  }

  private static Map<String, String> metadataHashes(String value) {
    int equals = value.indexOf('=');
    return equals < 0 ? Map.of() : Map.of(value.substring(0, equals), value.substring(equals + 1));
  }
}
