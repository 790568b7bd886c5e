package wheelbase.pep440;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class VersionRangeTest {

  @Property
  void aVersionIsInOneOfARangeAndItsComplement(
      @ForAll("ranges") VersionRange range, @ForAll("versions") Version version) {
    assertThat(range.contains(version)).isNotEqualTo(range.complement().contains(version));
    assertThat(range.complement().complement()).isEqualTo(range);
  }

  @Property
  void unionIsOrAndIntersectionIsAnd(
      @ForAll("ranges") VersionRange first,
      @ForAll("ranges") VersionRange second,
      @ForAll("versions") Version version) {
    boolean here = first.contains(version);
    boolean there = second.contains(version);
    assertThat(first.union(second).contains(version)).isEqualTo(here || there);
    assertThat(first.intersection(second).contains(version)).isEqualTo(here && there);
  }

  @Property
  void deMorgansLawsHold(
      @ForAll("ranges") VersionRange first, @ForAll("ranges") VersionRange second) {
    assertThat(first.union(second).complement())
        .isEqualTo(first.complement().intersection(second.complement()));
    assertThat(first.intersection(second).complement())
        .isEqualTo(first.complement().union(second.complement()));
  }

  @Property
  void equalRangesAreSubsetsOfEachOther(
      @ForAll("ranges") VersionRange first, @ForAll("ranges") VersionRange second) {
    assertThat(first.intersection(second).isSubsetOf(first)).isTrue();
    assertThat(first.isSubsetOf(first.union(second))).isTrue();
    assertThat(first.isSubsetOf(second) && second.isSubsetOf(first))
        .isEqualTo(first.equals(second));
    assertThat(first.isSubsetOf(second)).isEqualTo(first.isDisjointFrom(second.complement()));
  }

  @Property
  void nothingAndEverythingAreNeutral(@ForAll("ranges") VersionRange range) {
    assertThat(range.union(VersionRange.empty())).isEqualTo(range);
    assertThat(range.intersection(VersionRange.full())).isEqualTo(range);
    assertThat(range.union(range.complement())).isEqualTo(VersionRange.full());
    assertThat(range.intersection(range.complement()).isEmpty()).isTrue();
  }

  @Property
  void aRangeOfOneVersionHoldsItsLocalVersionsOnly(
      @ForAll("versions") Version version, @ForAll("versions") Version other) {
    boolean sameOrLocal =
        version.hasLocal() ? other.equals(version) : other.publicVersion().equals(version);
    assertThat(VersionRange.exactly(version).contains(other)).isEqualTo(sameOrLocal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                | *
          >=1.0             | >=1.0
          >1.0              | >1.0
          <2.0              | <2.0
          <=2.0             | <=2.0
          ==1.5             | ==1.5
          ==1.5+x           | ==1.5+x
          ==1.5.*           | >=1.5,<1.6
          ~=1.5             | >=1.5,<2
          !=1.5             | <1.5 or >1.5
          >=1.0,!=1.5,<2    | >=1.0,<1.5 or >1.5,<2
          >2,<1             | none
          """)
  void isPrintedLikeSpecifiers(String specifiers, String printed) {
    assertThat(SpecifierSet.parse(specifiers).range().orElseThrow()).hasToString(printed);
  }

  @Provide
  Arbitrary<VersionRange> ranges() {
    return Versions.ranges();
  }

  @Provide
  Arbitrary<Version> versions() {
    return Versions.any();
  }
}
