package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pip reads out of the attributes and fields of a link. */
class PageLinksTest {
  private static final PageUrl PAGE = PageUrl.parse("https://index.test/simple/foo/");

  private static PageLink json(String fields) throws IOException {
    String page = "{\"files\": [{\"url\": \"foo-1.0.tar.gz\", " + fields + "}]}";
    return SimpleJson.read(page.getBytes(StandardCharsets.UTF_8), PAGE).get(0);
  }

  /** HTML standard, 13.2.5.72 and after; a name in the manner of Python 3.12's html.unescape. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a                  | a
          &gt;=3.8           | >=3.8
          &gt=3.8            | >=3.8
          a&amp;b            | a&b
          &#62;&#x3E;&#X3e   | >>>
          &notin;            | \u2209
          &notin=1           | \u00acin=1
          &NotEqualTilde;    | \u2242\u0338
          &bogus;            | &bogus;
          a & b              | a & b
          &#;                | &#;
          &#0;&#xD800;       | \ufffd\ufffd
          &#x110000;         | \ufffd
          &#128;&#129;       | \u20ac\u0081
          a&#1;b&#xFDD0;c    | abc
          """)
  void characterReferencesStandForCharacters(String written, String meant) {
    assertThat(CharacterReferences.decode(written)).isEqualTo(meant);
  }

  /** The document base URL is that of the first base with an address, wherever it stands. */
  @Test
  void theFirstBaseCountsForLinksBeforeItToo() {
    List<PageLink> links =
        SimpleHtml.read(
            "<a href=a.zip>a</a><base target=x><base href='https://cdn.test/f/'><base href='/g/'>",
            PAGE);
    assertThat(links)
        .extracting(link -> link.url().toString())
        .containsExactly("https://cdn.test/f/a.zip");
  }

  /** PEP 691; what {@code fromisoformat} of Python 3.11 takes besides. */
  @ParameterizedTest
  @CsvSource({
    "2024-01-02T03:04:05Z, 2024-01-02T03:04:05Z",
    "2024-01-02T03:04:05.678901234Z, 2024-01-02T03:04:05.678901Z",
    "2024-01-02 03:04:05, 2024-01-02T03:04:05Z",
    "2024-01-02T03:04+0200, 2024-01-02T01:04:00Z",
    "2024-01-02T03:04:05+02, 2024-01-02T01:04:05Z",
    "2024-01-02, 2024-01-02T00:00:00Z",
  })
  void timesAreReadInTheSpellingsOfIso8601(String written, Instant meant) throws IOException {
    assertThat(json("\"upload-time\": \"" + written + "\"").uploaded()).hasValue(meant);
  }

  /** PEP 714: an object or true; pip takes whatever Python finds true. */
  @ParameterizedTest
  @CsvSource({
    "true, true",
    "'\"true\"', true",
    "1, true",
    "{}, true",
    "false, false",
    "'\"\"', false",
    "0, false"
  })
  void metadataIsAnnouncedByWhatIsTrue(String value, boolean announced) throws IOException {
    assertThat(json("\"core-metadata\": " + value).metadata().isPresent()).isEqualTo(announced);
  }

  @Test
  void onlyHashesThatPipKnowsCountForMetadata() throws IOException {
    assertThat(json("\"core-metadata\": {\"sha256\": \"a\", \"x\": \"b\"}").metadata())
        .isEqualTo(Optional.of(Map.of("sha256", "a")));
  }

  @Test
  void aHashIsFoundInTheQueryToo() {
    assertThat(SimpleHtml.read("<a href='a.zip?x=1&md5=b&y#sha256=c'>a</a>", PAGE).get(0).hashes())
        .isEqualTo(Map.of("md5", "b"));
  }

  /** pip stops with an error of Python's at these. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"url\": 1",
        "\"hashes\": []",
        "\"requires-python\": 3",
        "\"upload-time\": \"soon\"",
        "\"x\": 1}]} {\"files\": [{\"x\": 1"
      })
  void aPageOfAnotherShapeIsRefused(String fields) {
    assertThatThrownBy(() -> json(fields)).isInstanceOf(IOException.class);
  }
}
