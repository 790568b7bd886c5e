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
    Optional<String> base = Optional.empty();
    List<Map<String, Optional<String>>> anchors = new ArrayList<>();
    HtmlTokenizer tags = new HtmlTokenizer(html);
    while (tags.next()) {
      if (tags.name().equals("a")) {
        anchors.add(tags.attributes());
      } else if (base.isEmpty() && tags.name().equals("base")) {
        base = value(tags.attributes(), "href");
      }
    }
    // The first base counts for every link of the page, wherever it stands.
    PageUrl from = url.withoutFragment().resolve(PageUrl.parse(base.orElse("")));
    return anchors.stream()
        .filter(anchor -> !value(anchor, "href").orElse("").isEmpty())
        .map(anchor -> link(anchor, from))
        .toList();
  }

  private static Optional<String> value(Map<String, Optional<String>> attributes, String name) {
    return attributes.getOrDefault(name, Optional.empty());
  }

  /** Whether it asks a person for a password: what a proxy sends to those who are not logged in. */
  static boolean asksForPassword(String html) {
    HtmlTokenizer tags = new HtmlTokenizer(html);
    while (tags.next()) {
      if (tags.name().equals("input")
          && value(tags.attributes(), "type").orElse("").equalsIgnoreCase("password")) {
        return true;
      }
    }
    return false;
  }

  private static PageLink link(Map<String, Optional<String>> anchor, PageUrl base) {
    return PageLink.of(
        base.resolve(PageUrl.parse(value(anchor, "href").orElseThrow())).quoted(),
        value(anchor, "data-requires-python").filter(text -> !text.isEmpty()),
        anchor.containsKey("data-yanked")
            ? Optional.of(value(anchor, "data-yanked").orElse(""))
            : Optional.empty(),
        Map.of(),
        value(anchor, "data-core-metadata")
            .or(() -> value(anchor, "data-dist-info-metadata"))
            .map(SimpleHtml::metadataHashes),
        OptionalLong.empty(),
        value(anchor, "data-upload-time").flatMap(PageLink::instant));
  }

  private static Map<String, String> metadataHashes(String value) {
    int equals = value.indexOf('=');
    return equals < 0 ? Map.of() : Map.of(value.substring(0, equals), value.substring(equals + 1));
  }
}
