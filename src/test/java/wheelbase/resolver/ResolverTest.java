package wheelbase.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static wheelbase.resolver.Drawn.constrained;
import static wheelbase.resolver.Drawn.pins;
import static wheelbase.resolver.Drawn.request;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import wheelbase.pep508.PackageName;
import wheelbase.resolver.ResolutionRequest.Formats;
import wheelbase.testing.MiniIndex;

class ResolverTest {
  @Nested
  class WithoutConflicts {
    @Test
    void theNewestReleasesAreTaken() {
      MiniIndex index = MiniIndex.of("app 1 -> a, b>=1", "a 1", "a 2", "b 1", "b 10", "b 9");
      assertThat(pins(index, request("app"))).isEqualTo(Map.of("app", "1", "a", "2", "b", "10"));
      assertThat(index.metadataAsked())
          .containsExactly(
              "app-1-py3-none-any.whl", "b-10-py3-none-any.whl", "a-2-py3-none-any.whl");
    }

    @Test
    void cyclesEnd() {
      MiniIndex index = MiniIndex.of("a 1 -> b", "b 1 -> a");
      assertThat(pins(index, request("a"))).isEqualTo(Map.of("a", "1", "b", "1"));
    }

    @Test
    void markersAreThoseOfTheTarget() {
      MiniIndex index =
          MiniIndex.of(
              "a 1 -> b; sys_platform == 'win32', c; python_full_version >= '3.11.7'", "c 1");
      assertThat(pins(index, request("a", "b; python_version < '3'")))
          .isEqualTo(Map.of("a", "1", "c", "1"));
    }

    @Test
    void aPinNamesWhatItBringsIn() {
      MiniIndex index = MiniIndex.of("a 1 {extras=x} -> b, c; extra == 'x'", "b 1", "c 1");
      Resolved resolved = (Resolved) Drawn.resolve(index, request("a[x]"));
      Pin pin = resolved.pins().get(new PackageName("a"));
      assertThat(pin.extras()).containsExactly("x");
      assertThat(pin.dependencies())
          .containsExactlyInAnyOrder(new PackageName("b"), new PackageName("c"));
    }
  }

  @Nested
  class ReplacingAnEarlierPin {
    /** pip keeps the newest b, and pins a anew. */
    @Test
    void anEarlierPinIsReplacedForALaterNeed() {
      MiniIndex index = MiniIndex.of("a 1", "a 2", "b 1", "b 2 -> a==1");
      assertThat(pins(index, request("a", "b"))).isEqualTo(Map.of("a", "1", "b", "2"));
      assertThat(index.metadataAsked())
          .containsExactly("a-2-py3-none-any.whl", "b-2-py3-none-any.whl", "a-1-py3-none-any.whl");
    }

    @Test
    void whatOnlyTheReplacedPinNeededIsNotPinned() {
      MiniIndex index = MiniIndex.of("a 1", "a 2 -> c", "b 1 -> a<2", "c 1");
      assertThat(pins(index, request("a", "b"))).isEqualTo(Map.of("a", "1", "b", "1"));
    }

    @Test
    void twoThatWouldReplaceEachOtherForEverDoNot() {
      MiniIndex index =
          MiniIndex.of("a 2 -> b<2", "a 1 -> b>=2", "b 2 -> a>=2", "b 1 -> a<2", "c 1");
      assertThat(pins(index, request("a", "b", "c"))).containsKey("conflict");
    }
  }

  @Nested
  class Conflicts {
    @Test
    void anOlderReleaseIsTakenWhereTheNewestCannotBe() {
      MiniIndex index = MiniIndex.of("a 1", "a 2 -> b>=2", "b 1", "b 2");
      assertThat(pins(index, request("a", "b<2"))).isEqualTo(Map.of("a", "1", "b", "1"));
    }

    @Test
    void onlyTheDecisionAtFaultIsTakenBack() {
      MiniIndex index =
          MiniIndex.of(
              "a 2 -> c>=2", "a 1 -> c<2", "m 1", "m 2", "z 1 -> c<2", "c 1", "c 2", "q 1");
      assertThat(pins(index, request("a", "m", "q", "z")))
          .isEqualTo(Map.of("a", "1", "c", "1", "m", "2", "q", "1", "z", "1"));
      assertThat(index.metadataAsked()).doesNotContain("m-1-py3-none-any.whl");
    }
  }

  @Nested
  class InDoubt {
    /**
     * As long as nothing asks for a pre-release of a, PubGrub sees no way to {@code a>=2}. pip
     * comes to it: once a 1 is ruled out, nothing final is left. The releases of z are wrong turns
     * enough for PubGrub to be asked.
     */
    @Test
    void aProofThatRestsOnAPreReleaseNotBeingTakenIsNotBelievedAtOnce() throws Exception {
      MiniIndex index =
          MiniIndex.of(
              "a 1 -> b==1",
              "a 3rc1 -> d<2",
              "b 1 -> a>=2, d==1",
              "c 1 -> a",
              "c 2rc1 -> d>=2, a>=2",
              "d 1",
              "d 2rc1 -> c>=2",
              "d 2",
              "d 3rc1",
              "z 1");
      for (int version = 2; version < 150; version++) {
        index.release("z", "" + version).requires("nowhere").add();
      }
      ResolutionRequest request = request("z", "d", "c");
      Lookahead lookahead = new Lookahead(index, Releases::new, request);
      assertThat(new Search(new Universe(request, lookahead, Set.of())).run()).isPresent();
      assertThat(pins(index, request)).isEqualTo(Map.of("a", "3rc1", "c", "1", "d", "1", "z", "1"));
    }
  }

  @Nested
  class PreReleases {
    private final MiniIndex index = MiniIndex.of("a 1", "a 2rc1", "only 1a1", "b 1 -> a>=2rc1");

    @Test
    void areLeftOutWhereAFinalMatches() {
      assertThat(pins(index, request("a"))).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void areTakenWhereNothingElseMatches() {
      assertThat(pins(index, request("only"))).isEqualTo(Map.of("only", "1a1"));
      assertThat(pins(index, request("a>1"))).isEqualTo(Map.of("a", "2rc1"));
    }

    @Test
    void areTakenWhereAnySpecifierMentionsOne() {
      assertThat(pins(index, request("a>=1a1"))).isEqualTo(Map.of("a", "2rc1"));
      assertThat(pins(index, request("a", "b"))).isEqualTo(Map.of("a", "2rc1", "b", "1"));
      assertThat(pins(index, constrained(List.of("a"), List.of("a>=1a1"))))
          .isEqualTo(Map.of("a", "2rc1"));
    }

    @Test
    void areTakenWithPre() {
      assertThat(pins(index, request(List.of("a")))).isEqualTo(Map.of("a", "2rc1"));
    }

    private ResolutionRequest request(List<String> requirements) {
      return Drawn.request(requirements, List.of(), Formats.ANY, true);
    }

    private ResolutionRequest request(String... requirements) {
      return Drawn.request(requirements);
    }
  }

  @Nested
  class Extras {
    @Test
    void areTiedToTheSameRelease() {
      MiniIndex index =
          MiniIndex.of(
              "a 1 {extras=x} -> b; extra == 'x'", "a 2 {extras=x} -> c; extra == 'x'", "b 1");
      assertThat(pins(index, request("a[x]"))).isEqualTo(Map.of("a", "1", "b", "1"));
    }

    @Test
    void unknownOnesAreIgnored() {
      assertThat(pins(MiniIndex.of("a 1"), request("a[nothing]"))).isEqualTo(Map.of("a", "1"));
    }
  }

  @Nested
  class Files {
    @Test
    void aYankedReleaseIsTakenOnlyWherePinned() {
      MiniIndex index = MiniIndex.of("a 1", "a 2 {yanked}");
      assertThat(pins(index, request("a"))).isEqualTo(Map.of("a", "1"));
      assertThat(pins(index, request("a==2"))).isEqualTo(Map.of("a", "2"));
      assertThat(pins(index, request("a>=2"))).containsKey("conflict");
    }

    @Test
    void upperBoundsOfRequiresPythonCount() {
      MiniIndex index = MiniIndex.of("a 1", "a 2 {python=>=3.8,<3.11}");
      assertThat(pins(index, request("a"))).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void withBinaryPreferredAnOlderWheelGoesBeforeANewerSdist() {
      MiniIndex index = MiniIndex.of("a 1", "a 2 {sdist}");
      Formats preferBinary = new Formats(Set.of(), Set.of(), true);
      assertThat(pins(index, Drawn.request(List.of("a"), List.of(), preferBinary, false)))
          .isEqualTo(Map.of("a", "1"));
      assertThat(pins(index, request("a"))).isEqualTo(Map.of("a", "2"));
    }

    @Test
    void aNameGoesBeforeAllInTheFormatControl() {
      MiniIndex index = MiniIndex.of("a 1", "a 2 {sdist}", "b 1", "b 2 {sdist}");
      Formats formats = new Formats(Set.of("b"), Set.of(":all:"), false);
      assertThat(pins(index, Drawn.request(List.of("a", "b"), List.of(), formats, false)))
          .isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void skippedFilesSayWhy() throws Exception {
      MiniIndex index =
          MiniIndex.of(
              "a 1 {wheel=cp312-cp312-win_amd64, sdist}", "a 2 {python=<3, wheel=py2-none-any}");
      Candidates candidates =
          Candidates.of(index.page(new PackageName("a")).get(), Drawn.TARGET, Formats.WHEELS_ONLY);
      assertThat(candidates.skipped())
          .extracting(SkippedFile::reason)
          .containsExactly(
              SkippedFile.Reason.NO_TAG_FITS,
              SkippedFile.Reason.SDIST_RULED_OUT,
              SkippedFile.Reason.NO_TAG_FITS);
      assertThat(candidates.all()).isEmpty();
    }
  }

  @Nested
  class OutsideTheIndex {
    @Test
    void anAddressMeetsEveryRequirementOnItsName() {
      MiniIndex index = MiniIndex.of("b 1 -> a>=5");
      assertThat(pins(index, request("a @ https://index.test/a.zip", "b")))
          .isEqualTo(Map.of("a", "outside", "b", "1"));
    }

    @Test
    void soDoesAnAddressInADependency() {
      MiniIndex index = MiniIndex.of("a 1", "b 1 -> c", "c 1 -> a @ https://index.test/a.zip");
      assertThat(pins(index, request("a", "b")))
          .isEqualTo(Map.of("a", "outside", "b", "1", "c", "1"));
    }
  }

  @Test
  void constraintsCountOnlyForWhatIsNeeded() {
    MiniIndex index = MiniIndex.of("a 1 -> b", "b 1", "b 2", "c 1");
    assertThat(pins(index, constrained(List.of("a"), List.of("b<2", "c>5"))))
        .isEqualTo(Map.of("a", "1", "b", "1"));
  }

  @Test
  void wheelsOnlyNamesEveryPackageInTheWay() throws Exception {
    MiniIndex index =
        MiniIndex.of("app 1 -> a, b", "a 1 {sdist} -> c", "b 1 {sdist}", "c 1 {sdist}", "d 1");
    WheelsOnly found = new Resolver(index).resolveWithWheelsOnly(request("app", "d"));
    assertThat(found.strict()).isInstanceOf(Conflict.class);
    assertThat(found.inTheWay())
        .containsExactly(new PackageName("a"), new PackageName("b"), new PackageName("c"));
    assertThat(found.lenient()).isInstanceOf(Resolved.class);
  }
}
