package wheelbase.syslibs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvidedTest {
  private static final Provided TABLE = Provided.shipped();

  private static List<JsonNode> libraries() throws IOException {
    List<JsonNode> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("rules-db/libraries"))) {
      for (Path file : files.toList()) {
        found.add(new ObjectMapper().readTree(file.toFile()));
      }
    }
    return found;
  }

  @Test
  void everyLibraryIsOneOfTheRules() throws IOException {
    JsonNode table;
    try (var file = Provided.class.getResourceAsStream("/rules-db/provides.json")) {
      table = new ObjectMapper().readTree(file);
    }
    for (Map.Entry<String, JsonNode> each : table.properties()) {
      assertThat(Path.of("rules-db/libraries", each.getKey() + ".json")).exists();
      assertThat(each.getValue().properties()).isNotEmpty();
    }
    assertThat(table.size()).isGreaterThan(100);
  }

  @Test
  void everySonameOfTheRulesIsKnown() throws IOException {
    for (JsonNode library : libraries()) {
      for (JsonNode packaging : library.path("packages")) {
        for (JsonNode soname : packaging.path("sonames")) {
          assertThat(TABLE.bySoname(soname.asText()))
              .as(soname.asText())
              .contains(library.path("id").asText());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "libpq-fe.h, libpq",
    "postgresql/libpq-fe.h, libpq",
    "libxml/xmlversion.h, libxml2",
    "openssl/opensslv.h, openssl",
    "sql.h, unixodbc",
    "X11/extensions/Xrandr.h, xext",
    "nobody/knows.h,",
    "sqlcipher/sqlite3.h,",
    "Python.h,",
  })
  void headersBelongToLibraries(String header, String library) {
    assertThat(TABLE.byHeader(header)).isEqualTo(Optional.ofNullable(library));
  }

  @ParameterizedTest
  @CsvSource({
    "libpq.so.5, libpq",
    "libldap-2.5.so.0, openldap",
    "libgobject-2.0.so.0, glib",
    "libstdc++.so.6, libstdc++",
    "libnobody.so.1,",
    "ld-linux-x86-64.so.2,",
  })
  void sonamesBelongToLibraries(String soname, String library) {
    assertThat(TABLE.bySoname(soname)).isEqualTo(Optional.ofNullable(library));
  }

  @Test
  void programsAreKnownByTheirNameWhereverTheyLie() {
    assertThat(TABLE.byProgram("/usr/bin/pg_config")).contains("libpq");
    assertThat(TABLE.byProgram("pg_config_not")).isEmpty();
  }
}
