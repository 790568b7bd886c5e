package wheelbase.report.html;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.Analysis;
import wheelbase.ImageChoices;
import wheelbase.ImagePlanner;

/** Pages of made-up projects, and a reader of pages that knows what the template writes. */
final class Pages {
  private Pages() {}

  /** A start tag. */
  record Element(String tag) {
    /** Empty where there is no such attribute. */
    String attribute(String name) {
      Matcher matcher = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
      return matcher.find() ? unescaped(matcher.group(1)) : "";
    }
  }

  static String of(Analysis analysis) {
    return HtmlPage.of(
        analysis,
        analysis
            .recommended()
            .map(base -> ImagePlanner.plan(analysis, base, ImageChoices.usual(), false)),
        Optional.empty());
  }

  static List<Element> elements(String page, String name) {
    return Pattern.compile("<" + name + "(?: [^>]*)?>")
        .matcher(page)
        .results()
        .map(result -> new Element(result.group()))
        .toList();
  }

  /** The element with an id, from its start tag to the end tag of the same name. */
  static String section(String page, String id) {
    Matcher matcher =
        Pattern.compile("<([a-z]+)[^>]* id=\"" + Pattern.quote(id) + "\".*?</\\1>", Pattern.DOTALL)
            .matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("no element with the id " + id);
    }
    return matcher.group();
  }

  /**
   * What a reader sees of an element.
   *
   * @param id null for the whole body
   */
  static String text(String page, String id) {
    String html = id == null ? page.substring(page.indexOf("<body>")) : section(page, id);
    return unescaped(html.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ").strip();
  }

  /** The cells of a package's row. */
  static List<String> cells(String page, String packageName) {
    String row = section(page, "package-" + packageName);
    return Pattern.compile("<td[^>]*>(.*?)</td>")
        .matcher(row.substring(0, row.indexOf("</tr>")))
        .results()
        .map(result -> unescaped(result.group(1).replaceAll("<[^>]*>", "")))
        .toList();
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x60;", "`")
        .replace("&#x3D;", "=")
        .replace("&rarr;", "\u2192")
        .replace("&amp;", "&");
  }
}
