package wheelbase.pep440;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class VersionTest {
  /** "Summary of permitted suffixes and relative ordering", with epochs, locals and big numbers. */
  private static final List<String> ASCENDING =
      List.of(
          "0.dev0",
          "0",
          "0.0.1",
          "1.dev0",
          "1.0.dev456",
          "1.0a1",
          "1.0a2.dev456",
          "1.0a12.dev456",
          "1.0a12",
          "1.0b1.dev456",
          "1.0b2",
          "1.0b2.post345.dev456",
          "1.0b2.post345",
          "1.0rc1.dev456",
          "1.0rc1",
          "1.0",
          "1.0+abc.5",
          "1.0+abc.7",
          "1.0+abc.7.x",
          "1.0+5",
          "1.0.post456.dev34",
          "1.0.post456",
          "1.0.1.dev1",
          "1.1.dev1",
          "1.239",
          "1.240",
          "1.255",
          "1.256",
          "1.257",
          "1.65536",
          "1.999999999999999999",
          "1.1000000000000000000",
          "1.18446744073709551616",
          "1.18446744073709551617",
          "1.100000000000000000000000",
          "2",
          "2013.10",
          "1!0.1",
          "1!1.0",
          "300!0");

  @Test
  void compareAsTheStandardOrdersThem() {
    for (int i = 0; i < ASCENDING.size(); i++) {
      for (int j = 0; j < ASCENDING.size(); j++) {
        Version first = Version.parse(ASCENDING.get(i));
        Version second = Version.parse(ASCENDING.get(j));
        assertThat(Integer.signum(first.compareTo(second)))
            .as("%s and %s", first, second)
            .isEqualTo(Integer.compare(i, j));
        assertThat(first.equals(second)).isEqualTo(i == j);
      }
    }
  }

  @Test
  void zerosAtTheEndOfTheReleaseMakeNoDifference() {
    List<Version> same = new ArrayList<>();
    for (String text : List.of("1", "1.0", "1.0.0", "01.00", "0!1", "v1.0.0.0")) {
      same.add(Version.parse(text));
    }
    assertThat(same).allMatch(same.get(0)::equals);
    assertThat(same.stream().map(Version::hashCode).distinct()).hasSize(1);
    assertThat(same.stream().map(Version::canonicalText).distinct()).containsExactly("1");
    assertThat(Version.parse("1.0.1")).isNotEqualTo(Version.parse("1.1"));
  }

  /** "Normalization", section by section. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.1RC1           | 1.1rc1
          00.01            | 0.1
          1.1.a1           | 1.1a1
          1.1-a.1          | 1.1a1
          1.1alpha1        | 1.1a1
          1.1_beta_2       | 1.1b2
          1.1preview3      | 1.1rc3
          1.1pre           | 1.1rc0
          1.1c3            | 1.1rc3
          1.2a             | 1.2a0
          1.2-post2        | 1.2.post2
          1.2.post-2       | 1.2.post2
          1.2-rev4         | 1.2.post4
          1.2r4            | 1.2.post4
          1.0-1            | 1.0.post1
          1.2.post         | 1.2.post0
          1.2-dev2         | 1.2.dev2
          1.2dev           | 1.2.dev0
          1.0+ubuntu-1     | 1.0+ubuntu.1
          1.0+UB_007       | 1.0+ub.7
          V1.0             | 1.0
          0!1.0            | 1.0
          007!1.0          | 7!1.0
          1.0a-1-2-dev3+l  | 1.0a1.post2.dev3+l
          1.020.0          | 1.20.0
          """)
  void areWrittenInNormalForm(String text, String normal) {
    assertThat(Version.parse(text)).hasToString(normal);
    assertThat(Version.parse(normal)).hasToString(normal);
  }

  @Test
  void blanksAroundAreLeftOut() {
    assertThat(Version.parse(" \t\n1.0a1\u3000\u001f")).hasToString("1.0a1");
    assertThat(Version.parse("1.0\n")).hasToString("1.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "v",
        "1.",
        ".1",
        "1..0",
        "1.0.",
        "a1",
        "1.0x",
        "1.0+",
        "1.0+a+b",
        "1.0+_a",
        "1.0+a..b",
        "1!",
        "!1",
        "1!2!3",
        "1.0 a1",
        "1.0.dev1.post1",
        "1.0a1b2",
        "2004d",
        "1.0-",
        "1.0--1",
        "french toast",
        "1.0\u0661",
        "1.\uff11",
        "vv1"
      })
  void whatIsNoVersionIsRefused(String text) {
    assertThat(Version.tryParse(text)).isEmpty();
    assertThatThrownBy(() -> Version.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a version: `" + text + "`");
  }

  @Test
  void hasItsSegments() {
    Version version = Version.parse("7!1.20.0rc4.post5.dev6+local.8");
    assertThat(version.epoch()).isEqualTo(7);
    assertThat(version.release()).containsExactly(1, 20, 0);
    assertThat(version.pre()).hasValue("rc4");
    assertThat(version.post().orElseThrow()).isEqualTo(5);
    assertThat(version.dev().orElseThrow()).isEqualTo(6);
    assertThat(version.local()).hasValue("local.8");
    assertThat(version.publicVersion()).hasToString("7!1.20.0rc4.post5.dev6");
    assertThat(version.base()).hasToString("7!1.20.0");
    assertThat(version.canonicalText()).isEqualTo("7!1.20rc4.post5.dev6+local.8");
    assertThat(Version.parse("1.99999999999").release()).containsExactly(1, Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, false, false",
    "1.0a1, true, false",
    "1.0.dev1, true, false",
    "1.0.post1, false, true",
    "1.0.post1.dev1, true, true",
    "1.0+a1, false, false"
  })
  void knowsWhatKindItIs(String text, boolean prerelease, boolean postrelease) {
    assertThat(Version.parse(text).isPrerelease()).isEqualTo(prerelease);
    assertThat(Version.parse(text).isPostrelease()).isEqualTo(postrelease);
  }

  @Property
  void theNormalFormReadsAsTheSameVersion(@ForAll("versions") Version version) {
    Version again = Version.parse(version.toString());
    assertThat(again).isEqualTo(version).hasToString(version.toString());
    assertThat(Version.parse(version.canonicalText())).isEqualTo(version);
  }

  @Property
  void theOrderIsTotal(
      @ForAll("versions") Version first,
      @ForAll("versions") Version second,
      @ForAll("versions") Version third) {
    assertThat(Integer.signum(first.compareTo(second)))
        .isEqualTo(-Integer.signum(second.compareTo(first)));
    assertThat(first.compareTo(second) == 0).isEqualTo(first.equals(second));
    if (first.compareTo(second) <= 0 && second.compareTo(third) <= 0) {
      assertThat(first).isLessThanOrEqualTo(third);
    }
  }

  @Provide
  Arbitrary<Version> versions() {
    return Versions.any();
  }
}
