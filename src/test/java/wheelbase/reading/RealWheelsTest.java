package wheelbase.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.index.pypi.IndexOptions;
import wheelbase.index.pypi.KeyringUse;
import wheelbase.index.pypi.PypiIndex;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.FileSources;

/** A sample of {@code scripts/read-wheels}: what new wheels ask for, their rules have. */
@Tag("network")
class RealWheelsTest {
  @TempDir Path cache;

  @ParameterizedTest
  @CsvSource({
    "pyodbc, debian:13, unixodbc",
    "pyodbc, alpine:3.24, unixodbc",
    "psycopg2-binary, debian:13, ''",
    "lightgbm, debian:12, libgomp",
    "rasterio, debian:13, expat",
    "pymssql, debian:13, ''",
    "markupsafe, alpine:3.24, ''",
    "cryptography, debian:12, ''",
    "lxml, debian:13, ''",
    "mpi4py, debian:13, openmpi",
  })
  void theRuleHasWhatTheWheelAsksFor(String name, String release, String libraries) {
    DistributionRelease distribution = DistributionRelease.ofId(release).orElseThrow();
    IndexOptions options =
        new IndexOptions(
            FileSources.UNTOLD, KeyringUse.NEVER, false, false, Optional.empty(), cache, Map.of());
    try (PypiIndex index = new PypiIndex(options)) {
      WheelTable.Row row =
          new WheelTable(
                  index,
                  distribution,
                  new TargetPlatform(
                      new PythonRelease(3, 13, 5), distribution.libc(), Architecture.AMD64))
              .row(new PackageName(name))
              .orElseThrow();

      assertThat(row.complete()).as(row.toString()).isTrue();
      assertThat(row.read())
          .containsExactlyElementsOf(
              libraries.isEmpty() ? List.of() : List.of(libraries.split(" ")));
      assertThat(row.lacking()).isEmpty();
    }
  }
}
