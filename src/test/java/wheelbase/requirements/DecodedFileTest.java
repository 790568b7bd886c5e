package wheelbase.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.diagnostic.SourceSpan;

class DecodedFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void aByteOrderMarkNamesTheEncoding(String charset) {
    var decoded =
        DecodedFile.decode("r.txt", "\ufeffcaf\u00e9\nb".getBytes(Charset.forName(charset)));
    assertThat(decoded.fault()).isEmpty();
    assertThat(decoded.file().lines()).containsExactly("caf\u00e9", "b");
  }

  @ParameterizedTest
  @CsvSource({"latin-1", "latin1", "iso-8859-1", "iso-latin-1", "cp1252", "ISO_8859_1"})
  void aCodingLineNamesTheEncoding(String name) {
    byte[] content =
        ("# -*- coding: " + name + " -*-\n# caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    var decoded = DecodedFile.decode("r.txt", content);
    assertThat(decoded.fault()).isEmpty();
    assertThat(decoded.file().lines()).element(1).isEqualTo("# caf\u00e9");
  }

  @Test
  void anUnknownEncodingIsShownWhereItIsNamed() {
    var fault =
        DecodedFile.decode("r.txt", "# a\n# coding: klingon\n".getBytes(StandardCharsets.UTF_8))
            .fault()
            .orElseThrow();
    assertThat(fault.id()).isEqualTo("unknown-encoding");
    assertThat(fault.place()).hasValue(new SourceSpan("r.txt", 2, 11, 7, "# coding: klingon"));
  }

  @Test
  void otherBytesAreShownWhereTheyStand() {
    var fault =
        DecodedFile.decode("r.txt", "a\n# caf\u00e9".getBytes(StandardCharsets.ISO_8859_1))
            .fault()
            .orElseThrow();
    assertThat(fault.id()).isEqualTo("undecodable");
    assertThat(fault.place()).hasValue(new SourceSpan("r.txt", 2, 6, 1, "# caf\ufffd"));
  }
}
