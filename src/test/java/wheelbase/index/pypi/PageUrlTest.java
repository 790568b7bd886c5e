package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageUrlTest {
  /** RFC 3986, section 5.4, with its base. */
  @ParameterizedTest
  @CsvSource({
    "g:h,           g:h",
    "g,             http://a/b/c/g",
    "./g,           http://a/b/c/g",
    "g/,            http://a/b/c/g/",
    "/g,            http://a/g",
    "//g,           http://g",
    "?y,            http://a/b/c/d;p?y",
    "g?y,           http://a/b/c/g?y",
    "'#s',          http://a/b/c/d;p?q#s",
    "g?y#s,         http://a/b/c/g?y#s",
    ";x,            http://a/b/c/;x",
    "'',            http://a/b/c/d;p?q",
    ".,             http://a/b/c/",
    "./,            http://a/b/c/",
    "..,            http://a/b/",
    "../g,          http://a/b/g",
    "../..,         http://a/",
    "../../g,       http://a/g",
    "../../../g,    http://a/g",
    "/./g,          http://a/g",
    "/../g,         http://a/g",
    "g.,            http://a/b/c/g.",
    "..g,           http://a/b/c/..g",
    "./g/.,         http://a/b/c/g/",
    "g/./h,         http://a/b/c/g/h",
    "g/../h,        http://a/b/c/h",
    "g?y/../x,      http://a/b/c/g?y/../x",
  })
  void resolves(String reference, String result) {
    PageUrl base = PageUrl.parse("http://a/b/c/d;p?q");

    assertThat(base.resolve(PageUrl.parse(reference))).hasToString(result);
  }

  /** Where Python's urljoin, and so pip, is laxer than the standard. */
  @ParameterizedTest
  @CsvSource({
    "http:g,        http://a/b/g",
    "HTTPS://C/g,   https://C/g",
    "x//y,          http://a/b/x/y",
    "g#,            http://a/b/g",
    "g?,            http://a/b/g",
  })
  void resolvesAsPip(String reference, String result) {
    PageUrl base = PageUrl.parse("http://a//b/");

    assertThat(base.resolve(PageUrl.parse(reference)).quoted()).hasToString(result);
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.test/a b.whl,        https://x.test/a%20b.whl,       a b.whl",
    "https://x.test/a+b%2b.whl,     https://x.test/a%2Bb%2B.whl,    a+b+.whl",
    "https://x.test/a%2Fb@c.whl,    https://x.test/a%2Fb@c.whl,     b@c.whl",
    "https://x.test/d/f.whl?t=a/b,  https://x.test/d/f.whl?t=a/b,   f.whl",
    "https://x.test/100%.whl,       https://x.test/100%25.whl,      100%.whl",
  })
  void quotesPathsAsPip(String written, String quoted, String fileName) {
    PageUrl url = PageUrl.parse(written).quoted();

    assertThat(url).hasToString(quoted);
    assertThat(url.fileName()).isEqualTo(fileName);
    assertThat(url.isValid()).isTrue();
  }
}
