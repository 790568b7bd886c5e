package wheelbase.pep508;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkerTest {
  private static final MarkerEnvironment ENVIRONMENT =
      new MarkerEnvironment(
          Map.of(
              "python_version", "3.11",
              "python_full_version", "3.11.7",
              "implementation_version", "3.11.7",
              "os_name", "posix",
              "sys_platform", "linux",
              "platform_machine", "x86_64",
              "platform_release", "6.1.0-21-amd64",
              "platform_python_implementation", "CPython"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          # compared as versions, with the meaning of specifiers
          python_version >= "3.9"                    | HOLDS
          python_version > "3.9" and python_version < "3.12" | HOLDS
          python_version == "3.11.0"                 | HOLDS
          python_version == "3.*"                    | HOLDS
          python_version ~= "3.8"                    | HOLDS
          python_full_version > "3.11"               | HOLDS
          python_full_version > "3.11.7"             | DOES_NOT_HOLD
          "3.8" < python_version                     | HOLDS
          "3.12" >= python_version                   | HOLDS
          python_version === "3.11"                  | HOLDS
          # in and not in compare text
          python_version in "3.10 3.11"              | HOLDS
          python_version not in "2.7, 3.11"          | DOES_NOT_HOLD
          "linu" in sys_platform                     | HOLDS
          # text has no order
          sys_platform == "linux"                    | HOLDS
          sys_platform >= "linux"                    | HOLDS
          sys_platform > "aix"                       | DOES_NOT_HOLD
          python_version >= "three"                  | DOES_NOT_HOLD
          # a value that is no version matches no specifier
          platform_release >= "4"                    | DOES_NOT_HOLD
          platform_release == "6.1.0-21-amd64"       | HOLDS
          # "and" binds more tightly
          os_name == "nt" or os_name == "posix" and sys_platform == "aix" | DOES_NOT_HOLD
          (os_name == "posix" or os_name == "nt") and sys_platform == "linux" | HOLDS
          # old names
          os.name == "posix" and sys.platform == "linux" | HOLDS
          python_implementation == "CPython"         | HOLDS
          # what cannot be evaluated, even where the rest would decide
          sys_platform ~= "2"                        | UNDEFINED_COMPARISON
          os_name == "posix" or sys_platform ~= "2"  | UNDEFINED_COMPARISON
          platform_system == "Linux"                 | UNDEFINED_NAME
          "x" in extras                              | UNDEFINED_NAME
          """)
  void isEvaluated(String marker, MarkerResult result) {
    assertThat(Marker.parse(marker).evaluate(ENVIRONMENT, Optional.of(""))).isEqualTo(result);
  }

  @Test
  void extrasAreComparedInNormalForm() {
    Marker marker = Marker.parse("extra == 'Foo_Bar' and os_name == 'posix'");
    assertThat(marker.holds(ENVIRONMENT, Set.of("foo-bar"))).isTrue();
    assertThat(marker.holds(ENVIRONMENT, Set.of("a", "foo-bar"))).isTrue();
    assertThat(marker.holds(ENVIRONMENT, Set.of("a"))).isFalse();
    assertThat(marker.holds(ENVIRONMENT, Set.of())).isFalse();
    assertThat(Marker.parse("extra != 'a'").holds(ENVIRONMENT, Set.of())).isTrue();
    assertThat(marker.evaluate(ENVIRONMENT, Optional.of("FOO.bar"))).isEqualTo(MarkerResult.HOLDS);
  }

  @Test
  void outsideOfMetadataThereIsNoExtra() {
    assertThat(Marker.parse("extra == 'a'").evaluate(ENVIRONMENT, Optional.empty()))
        .isEqualTo(MarkerResult.UNDEFINED_NAME);
  }

  @Test
  void aPythonBetweenReleasesIsMended() {
    MarkerEnvironment between = new MarkerEnvironment(Map.of("python_full_version", "3.12.0+"));
    assertThat(Marker.parse("python_full_version >= '3.12'").evaluate(between, Optional.of("")))
        .isEqualTo(MarkerResult.HOLDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          os_name=='nt'                         | os_name == "nt"
          os.name == 'a"b'                      | os_name == 'a"b'
          'a'   not   in sys_platform           | "a" not in sys_platform
          ((os_name == 'a'))                    | os_name == "a"
          (os_name=='a')and(os_name=='b')       | os_name == "a" and os_name == "b"
          (os_name=='a' or os_name=='b') and extra=='C_d' | (os_name == "a" or os_name == "b") and extra == "c-d"
          os_name == '\\x41\\101\\u0041\\q'     | os_name == "AAA\\q"
          """)
  void isPrintedAsPackagingDoes(String text, String printed) {
    assertThat(Marker.parse(text)).hasToString(printed);
    assertThat(Marker.parse(printed.replace("\\", "\\\\"))).isEqualTo(Marker.parse(text));
  }

  @Test
  void nestingHasALimit() {
    String inner = "os_name == 'posix'";
    Marker deep = Marker.parse("(".repeat(100) + inner + ")".repeat(100));
    assertThat(deep.holds(ENVIRONMENT, Set.of())).isTrue();
    assertThat(
            catchThrowableOfType(
                RequirementSyntaxException.class,
                () -> Marker.parse("(".repeat(50_000) + inner + ")".repeat(50_000))))
        .hasMessage("brackets are nested more than 100 deep");
  }

  @Test
  void theFaultIsPlaced() {
    RequirementSyntaxException fault =
        catchThrowableOfType(
            RequirementSyntaxException.class, () -> Marker.parse("os_name == 'a' nor"));
    assertThat(fault).hasMessage("`and`, `or` or the end is wanted here");
    assertThat(fault.column()).isEqualTo(16);
    assertThat(fault.length()).isEqualTo(3);
  }
}
