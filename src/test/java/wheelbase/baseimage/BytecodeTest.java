package wheelbase.baseimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.index.PythonSources;
import wheelbase.platform.PythonRelease;

class BytecodeTest {
  /** Files, bytes of source, of these in tests; what each Python really compiled them to. */
  @ParameterizedTest(name = "{1} on 3.{0}")
  @CsvSource({
    "10, 205 wheels, 7910, 93205931, 25890806, 75760258, 1",
    "11, 205 wheels, 7910, 93205931, 25890806, 122812245, 1",
    "12, 205 wheels, 7910, 93205931, 25890806, 111622877, 1",
    "13, 205 wheels, 7910, 93205931, 25890806, 110608556, 1",
    "11, pandas, 1315, 21322696, 13086431, 32151929, 5",
    "13, pandas, 1315, 21322696, 13086431, 28097332, 5",
    "11, scikit-learn, 614, 13444062, 5726674, 16981987, 8",
    "11, azure-storage-blob, 82, 2911186, 0, 3146366, 5",
    "11, rich, 100, 1218165, 0, 1439313, 1",
    "13, rich, 100, 1218165, 0, 1338196, 1",
    "11, aiohttp, 55, 886311, 23016, 1195351, 13",
    "13, tornado, 74, 1896638, 899250, 2572151, 11",
  })
  void comesNearWhatWasCompiled(
      int minor,
      String what,
      long files,
      long source,
      long ofTests,
      long compiled,
      double percentOff) {
    long foretold =
        Bytecode.of(new PythonRelease(3, minor, 0))
            .bytes(new PythonSources(source, ofTests, files));
    assertThat((double) foretold).isCloseTo(compiled, within(compiled * percentOff / 100));
  }
}
