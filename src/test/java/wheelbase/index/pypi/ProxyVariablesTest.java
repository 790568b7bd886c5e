package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyVariablesTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "HTTPS_PROXY", "http://user:pw@proxy.test:3128",
          "http_proxy", "plain.test",
          "HTTP_PROXY", "ignored.test:1",
          "NO_PROXY", "localhost, .inside.test");

  @ParameterizedTest
  @CsvSource({
    "https://index.test/simple/, proxy.test:3128",
    "http://index.test/,         plain.test:80",
    "https://localhost:8080/,    none",
    "https://a.inside.test/,     none",
    "https://b.otherinside.test/,proxy.test:3128",
  })
  void chooses(URI uri, String expected) {
    var proxy = new ProxyVariables(ENVIRONMENT).select(uri).get(0);

    assertThat(
            proxy.address() == null
                ? "none"
                : proxy.address().toString().replace("/<unresolved>", ""))
        .isEqualTo(expected);
  }
}
