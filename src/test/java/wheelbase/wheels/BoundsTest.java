package wheelbase.wheels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;

class BoundsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # written    | from | wanted | bounds
          <2           | 1.26 | 2.1    | <3
          >=1.20,<2    | 1.26 | 2.1    | >=1.20,<3
          >=1.2,<=1.9  | 1.9  | 1.11   | >=1.2,<2
          <0.5         | 0.4  | 0.6.1  | <0.7
          !=1.27,<2    | 1.26 | 1.27   | <2
          <1!2         | 1!1  | 1!2.5  | <1!3
          >=1          | 2    | 1.5    | >=1,<=1.5
          >1.8         | 2    | 1.5    | >=1.5,<=1.5
          >=1,<3,!=1.7 | 2    | 1.5    | >=1,!=1.7,<=1.5
          ''           | 2    | 1.5    | <=1.5
          >=1          | 2    | 3      | -
          ==2          | 2    | 3      | -
          ==2.*        | 2.1  | 3      | -
          ~=2.1        | 2.1  | 3      | -
          """)
  void asFewClausesChangeAsItTakes(String written, String from, String wanted, String bounds) {
    SpecifierSet specifier = SpecifierSet.parse(written);
    Optional<SpecifierSet> found =
        Bounds.towards(specifier, Version.parse(from), Version.parse(wanted));
    assertThat(found).isEqualTo(Optional.ofNullable(bounds).map(SpecifierSet::parse));
    found.ifPresent(each -> assertThat(each.admits(Version.parse(wanted))).isTrue());
  }
}
