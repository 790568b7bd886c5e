package wheelbase.pep440;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
class SpecifierSetTest {
  private static final Optional<Boolean> DEFAULT = Optional.empty();

  @ParameterizedTest(name = "{0}: {1} but not {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # "Compatible release"
          ~=2.2         | 2.2 2.2.post3 2.9 2.2+x      | 2.1 3.0 3.0.dev0 2.2a1
          ~=1.4.5       | 1.4.5 1.4.99                 | 1.4.4 1.5.0 1.5a1
          ~=2.2.post3   | 2.2.post3 2.3                | 2.2 2.2.post2 3.0
          ~=1.4.5a4     | 1.4.5a4 1.4.5 1.4.6          | 1.4.5a3 1.5
          ~=1!1.0       | 1!1.0 1!1.9                  | 1.0 1!2.0
          # "Version matching"
          ==1.1         | 1.1 1.1.0 1.1+x              | 1.1.post1 1.1a1 1.1.dev1
          ==1.1.post1   | 1.1.post1 1.1.post1+x        | 1.1 1.1.post2
          ==1.1+x       | 1.1+x 1.1.0+X                | 1.1 1.1+x.1 1.1+y
          ==1.1.*       | 1.1 1.1a1 1.1.dev0 1.1.post1 1.1.5+x | 1.0 1.2 1.2.dev0 1.10
          ==1.0.*       | 1 1.0.5 1.dev0               | 1.1 0.9
          ==1!1.*       | 1!1.5                        | 1.5
          # "Version exclusion"
          !=1.1         | 1.1.post1 1.1a1 1.0          | 1.1 1.1.0 1.1+x
          !=1.1.*       | 1.0 1.2.dev0                 | 1.1 1.1a1 1.1.post1
          !=1.1+x       | 1.1 1.1+y                    | 1.1+x
          # "Inclusive ordered comparison"
          >=1.1         | 1.1 1.1+x 1.1.post1 2        | 1.1a1 1.1.dev0
          <=1.1         | 1.1 1.1+x 1.1a1 1.0          | 1.1.post1 1.1.post0.dev0 1.2.dev0
          <=1.1.dev1    | 1.1.dev1 1.1.dev1+x          | 1.1.dev2 1.1
          # "Exclusive ordered comparison"
          >1.7          | 1.7.1 1.7.0.1 1.8.dev0       | 1.7 1.7.post1 1.7.0.post3 1.7+x
          >1.7.post2    | 1.7.post3 1.7.1              | 1.7.post2 1.7.post2+x 1.7.0 1.7.post1
          >1.7a1        | 1.7a2 1.7a2.dev0 1.7         | 1.7a1 1.7a1.post1 1.7a1+x
          >1.7.dev1     | 1.7.dev2 1.7                 | 1.7.dev1 1.7.dev1+x
          <1.7          | 1.6.9 1.6.post1 1.6+x        | 1.7 1.7a1 1.7.dev0 1.7rc2.post1
          <1.7rc1       | 1.7a1 1.7rc1.dev0            | 1.7rc1 1.7
          <1.7.post1    | 1.7 1.7+x 1.7rc1             | 1.7.post1 1.7.post1.dev0
          # "Arbitrary equality"
          ===1.0        | 1.0                          | 1.0.0 1.0+x
          ===1.0+X      | 1.0+x                        | 1.0
          # "Version specifiers": a comma is a logical and
          >=1,!=1.3.*,<2 | 1.0 1.2 1.4                 | 1.3 1.3.5 2.0 2.0a1
          """)
  void admits(String specifiers, String admitted, String refused) {
    SpecifierSet set = SpecifierSet.parse(specifiers);
    for (String version : admitted.split(" ")) {
      assertThat(set.admits(Version.parse(version))).as(version).isTrue();
    }
    for (String version : refused.split(" ")) {
      assertThat(set.admits(Version.parse(version))).as(version).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0",
        "=1.0",
        "=>1.0",
        "==",
        ">=",
        "==1.0.*.1",
        ">=1.0.*",
        "~=1.0.*",
        "==1.0a1.*",
        "==1.0+x.*",
        "!=1.0 .*",
        ">1.0+x",
        "~=1",
        "~=1.0+x",
        "<>1.0",
        "== 1.0 2.0",
        ">=1.0;",
        "===1.0;",
        "==1.0 || ==2.0",
        "^1.0",
        "lolwat",
        ">=a"
      })
  void whatIsNoSpecifierIsRefused(String text) {
    assertThat(SpecifierSet.tryParse(text)).isEmpty();
    assertThatThrownBy(() -> SpecifierSet.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a version specifier: `" + text + "`");
  }

  @Test
  void isPrintedInOrderAndOnceEach() {
    assertThat(SpecifierSet.parse(" >= 1.0 ,, <2,!=1.5, >=1.0.0 ")).hasToString("!=1.5,<2,>=1.0");
    assertThat(SpecifierSet.parse("")).hasToString("").isEqualTo(SpecifierSet.any());
    assertThat(SpecifierSet.parse("==V1.0RC1")).hasToString("==V1.0RC1");
  }

  @Test
  void isEqualToWhatMeansTheSame() {
    assertThat(SpecifierSet.parse("==1.0,>=1"))
        .isEqualTo(SpecifierSet.parse(">=1.0.0, == 1.0.0"))
        .hasSameHashCodeAs(SpecifierSet.parse(">=1.0.0, == 1.0.0"));
    assertThat(SpecifierSet.parse("~=1.0")).isNotEqualTo(SpecifierSet.parse("~=1.0.0"));
    assertThat(SpecifierSet.parse("==1.0")).isNotEqualTo(SpecifierSet.parse("===1.0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          >=1.0a1        | true
          ==1.0.dev1     | true
          ===1.0rc1      | true
          !=1.0a1        | false
          >=1.0          | false
          ==1.0.*        | false
          ===whatever    | false
          >=1.0,!=2.0a1  | false
          >=1.0,<2.0b1   | true
          """)
  void mentionsAPrerelease(String specifiers, boolean mentions) {
    assertThat(SpecifierSet.parse(specifiers).prereleases())
        .isEqualTo(mentions ? Optional.of(true) : Optional.empty());
  }

  /** "Handling of pre-releases". */
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          >=1.0    | 1.0 1.1 2.0a1 | 1.0 1.1
          >=1.5    | 1.0 2.0a1     | 2.0a1
          >=1.0a1  | 1.0 2.0a1     | 1.0 2.0a1
          <1.0     | 2.0a1 1.0     | ''
          ''       | 2.0a1 1.0     | 1.0
          ''       | 2.0a1 2.0.dev1 | 2.0a1 2.0.dev1
          """)
  void leavesPrereleasesOutUnlessNothingElseFits(
      String specifiers, String versions, String chosen) {
    List<Version> given = Arrays.stream(versions.split(" ")).map(Version::parse).toList();
    assertThat(SpecifierSet.parse(specifiers).filter(given, DEFAULT))
        .map(Version::toString)
        .isEqualTo(chosen.isEmpty() ? List.of() : List.of(chosen.split(" ")));
  }

  @Test
  void prereleasesCanBeAskedForOrForbidden() {
    SpecifierSet set = SpecifierSet.parse(">=1.0");
    List<Version> versions = List.of(Version.parse("1.0"), Version.parse("2.0a1"));
    assertThat(set.filter(versions, Optional.of(true))).isEqualTo(versions);
    assertThat(set.filter(versions.subList(1, 2), Optional.of(false))).isEmpty();
    assertThat(set.contains(versions.get(1), DEFAULT)).isTrue();
    assertThat(set.contains(versions.get(1), Optional.of(false))).isFalse();
  }

  @Test
  void onlyArbitraryEqualityTakesTextThatIsNoVersion() {
    assertThat(SpecifierSet.parse("===FooBar").containsText("foobar", DEFAULT)).isTrue();
    assertThat(SpecifierSet.parse("===1.0").containsText("1.00", DEFAULT)).isFalse();
    assertThat(SpecifierSet.parse(">=0").containsText("foobar", DEFAULT)).isFalse();
    assertThat(SpecifierSet.any().containsText("foobar", DEFAULT)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          >2,<1               | true
          ==1.0,!=1.0         | true
          ==1.0,==2.0         | true
          >1.0.post1,<1.0.post2 | true
          <0                  | true
          <0.dev0             | true
          ===1.0,>=2          | true
          ===1.0,===2.0       | true
          ===x,>=1            | true
          >1.0,<1.0.0.1       | false
          ==1.0,!=1.0+x       | false
          ===1.0,>=1          | false
          >=1                 | false
          ''                  | false
          """)
  void knowsWhenNothingCanSatisfyIt(String specifiers, boolean unsatisfiable) {
    assertThat(SpecifierSet.parse(specifiers).isUnsatisfiable()).isEqualTo(unsatisfiable);
  }

  @ParameterizedTest
  @CsvSource({
    "==1.0,true",
    "===1.0,true",
    "'>=1,==1.2',true",
    "==1.*,false",
    "~=1.0,false",
    "'',false"
  })
  void knowsAPin(String specifiers, boolean pin) {
    assertThat(SpecifierSet.parse(specifiers).isPin()).isEqualTo(pin);
  }

  @Property(tries = 3000)
  void theRangeHoldsWhatIsAdmitted(
      @ForAll("sets") SpecifierSet set, @ForAll("versions") Version version) {
    boolean byClause =
        set.isEmpty()
            || Arrays.stream(set.toString().split(","))
                .allMatch(clause -> SpecifierSet.parse(clause).admits(version));
    assertThat(set.admits(version)).isEqualTo(byClause);
    assertThat(set.range().orElseThrow().contains(version)).isEqualTo(byClause);
    assertThat(set.containsText(version.toString(), Optional.of(true))).isEqualTo(byClause);
  }

  @Property
  void bothTogetherAdmitWhatEachDoes(
      @ForAll("sets") SpecifierSet first,
      @ForAll("sets") SpecifierSet second,
      @ForAll("versions") Version version) {
    assertThat(first.and(second).admits(version))
        .isEqualTo(first.admits(version) && second.admits(version));
  }

  @Property
  void thePrintedFormReadsAsTheSame(@ForAll("sets") SpecifierSet set) {
    assertThat(SpecifierSet.parse(set.toString()))
        .isEqualTo(set)
        .hasToString(set.toString())
        .hasSameHashCodeAs(set);
  }

  @Provide
  Arbitrary<SpecifierSet> sets() {
    return Versions.specifiers();
  }

  @Provide
  Arbitrary<Version> versions() {
    return Versions.any();
  }
}
