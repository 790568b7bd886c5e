package wheelbase.pep425;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;

class FileNamesTest {

  @Test
  void aWheelNameHasItsParts() {
    WheelFileName wheel =
        WheelFileName.parse(
            "Zope_Interface-6.3+l.1-2b-cp312.cp311-CP312.none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl");
    assertThat(wheel.name()).isEqualTo("zope-interface");
    assertThat(wheel.version()).isEqualTo(Version.parse("6.3+l.1"));
    assertThat(wheel.build()).hasValue("2b");
    assertThat(wheel.tags()).hasSize(8);
    assertThat(wheel.tags().iterator().next())
        .isEqualTo(new Tag("cp312", "cp312", "manylinux_2_17_x86_64"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          foo-1.0-py3-none-any.zip          | it does not end with .whl
          foo-1.0-py3-none-any.WHL          | it does not end with .whl
          foo-1.0-none-any.whl              | it has 4 parts, not 5 or 6
          foo-1.0-1-py3-none-any-x.whl      | it has 7 parts, not 5 or 6
          foo-2004d-py3-none-any.whl        | `2004d` is not a version
          foo__bar-1.0-py3-none-any.whl     | `foo__bar` is not a project's name
          foo#bar-1.0-py3-none-any.whl      | `foo#bar` is not a project's name
          -1.0-py3-none-any.whl             | `` is not a project's name
          foo-1.0-x1-py3-none-any.whl       | its build number does not begin with a digit
          foo-1.0-3py-none-any.whl          | its tags are not well formed
          foo-1.0-py3-none-.whl             | its tags are not well formed
          foo-1.0-py3..py2-none-any.whl     | its tags are not well formed
          """)
  void whatIsNoWheelNameIsRefusedWithTheReason(String fileName, String reason) {
    assertThat(WheelFileName.tryParse(fileName)).isEmpty();
    assertThatThrownBy(() -> WheelFileName.parse(fileName))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a wheel's name: `" + fileName + "`: " + reason);
  }

  /** packaging's rule for the name: letters and digits of every script, underscores and dots. */
  @ParameterizedTest
  @CsvSource({
    "foo_b\u00e1r, foo-b\u00e1r",
    "_foo, -foo",
    "F\u00d6O, f\u00f6o",
    "..a, -a",
    "x\u00b2, x\u00b2"
  })
  void aFileNameMayNameWhatNoProjectIsCalled(String written, String name) {
    assertThat(WheelFileName.parse(written + "-1.0-py3-none-any.whl").name()).isEqualTo(name);
    assertThat(SdistFileName.parse(written + "-1.0.tar.gz").orElseThrow().name()).isEqualTo(name);
  }

  @Test
  void aNameThatMeansThousandsOfTagsIsRefused() {
    String many = "a" + ".a".repeat(20);
    assertThat(WheelFileName.tryParse("a-1-" + many + "-" + many + "-" + many + ".whl")).isEmpty();
  }

  @Test
  void buildNumbersAreComparedAsNumbersThenAsText() {
    List<String> ascending = List.of("1", "2", "2a", "2b", "10", "99999999999999999999");
    for (int i = 1; i < ascending.size(); i++) {
      assertThat(build(ascending.get(i - 1))).isLessThan(build(ascending.get(i)));
    }
    assertThat(build("007")).isEqualByComparingTo(build("7"));
    assertThat(BuildTag.tryParse("a1")).isEmpty();
  }

  private static BuildTag build(String text) {
    return BuildTag.tryParse(text).orElseThrow();
  }

  /** As pip reads them, which knows the project. */
  @ParameterizedTest
  @CsvSource({
    "a-b, a-b-1.0.tar.gz, 1.0",
    "a-b, A_b-1.0.zip, 1.0",
    "a-b, a.b-1.0.tar.bz2, 1.0",
    "a, a-b-1.0.tar.gz, ",
    "a, a-1.0-1.tar.gz, 1.0.post1",
    "a, a-1.0.tgz, 1.0",
    "a, a-1.0.whl, ",
    "a, a-1.0.exe, ",
    "a, a-1.0.tar.gz.asc, ",
    "a, a-final.tar.gz, ",
    "a, b-1.0.tar.gz, ",
    "a, a-1.0-py2.7.tar.gz, 1.0",
    "a, a-1.0-py3.10.tar.gz, ",
    "a, a-1.0.macosx10.zip, ",
  })
  void anSdistNameIsReadForItsProject(String project, String fileName, String version) {
    assertThat(SdistFileName.parse(fileName, new PackageName(project)).map(SdistFileName::version))
        .isEqualTo(Optional.ofNullable(version).map(Version::parse));
  }

  /** The pattern of {@code LinkEvaluator} in pip. */
  @ParameterizedTest
  @CsvSource({
    "a-1.0-py2.7.zip, 2.7",
    "a-1.0-py3.tar.gz, 3",
    "a-1.0-py39.tar.gz, 39",
    "a-1.0.zip, "
  })
  void anSdistNameMayBindItToOnePython(String fileName, String python) {
    assertThat(SdistFileName.parse(fileName, new PackageName("a")).orElseThrow().python())
        .isEqualTo(Optional.ofNullable(python));
  }

  @Test
  void anSdistNameOfTheStandardsFormNeedsNoProject() {
    SdistFileName sdist = SdistFileName.parse("python-dateutil-2.8.2.tar.gz").orElseThrow();
    assertThat(sdist.name()).hasToString("python-dateutil");
    assertThat(sdist.version()).hasToString("2.8.2");
    assertThat(SdistFileName.parse("-1.0.tar.gz")).isEmpty();
    assertThat(SdistFileName.parse("a-1.0.tgz")).isEmpty();
    assertThat(SdistFileName.parse("a1.0.tar.gz")).isEmpty();
  }
}
