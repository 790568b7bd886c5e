package wheelbase.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static wheelbase.testing.Targets.SLIM_311;
import static wheelbase.testing.Targets.SLIM_311_ARM;
import static wheelbase.testing.Targets.request;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.RequirementEdit;
import wheelbase.resolver.Resolver;
import wheelbase.testing.MiniIndex;
import wheelbase.wheels.Cure.Extent;

class CureFinderTest {
  private static final PackageName A_NAME = new PackageName("a");
  private static final Ailment A = new Ailment(A_NAME, Version.parse("2"), List.of(SLIM_311));

  @Test
  void theNearestNewerVersionWithAWheelIsOffered() throws Exception {
    MiniIndex index = MiniIndex.of("a 4", "a 3", "a 2 {compiles=C}", "a 1");
    assertThat(finder(index, "a==2").otherVersion(A))
        .contains(
            new Cure(
                "other-version",
                Extent.OTHER_MAJOR,
                List.of(A_NAME),
                Optional.of("requirements.txt:1"),
                "a==2 -> a==3",
                "only this line forbids it, but another major release",
                SideEffects.NONE,
                List.of(SLIM_311),
                edit("a:a==3")));
  }

  @Test
  void theSameMajorReleaseGoesBeforeANearerOne() throws Exception {
    MiniIndex index = MiniIndex.of("a 3", "a 2.2", "a 2.1 {compiles=C}", "a 2.0", "a 1");
    Ailment ailment = new Ailment(A_NAME, Version.parse("2.1"), List.of(SLIM_311));
    assertThat(finder(index, "a==2.1").otherVersion(ailment))
        .map(Cure::edit)
        .contains("a==2.1 -> a==2.2");
    assertThat(finder(index, "a==2.1", "b").otherVersion(ailment)).isEmpty();
  }

  /** A bound keeps the line open for what comes later. */
  @Test
  void aBoundIsMovedRatherThanAVersionPinned() throws Exception {
    MiniIndex index =
        MiniIndex.of("a 4", "a 3.1", "a 3.0", "a 2 {compiles=C}", "a 1", "b 1 -> a<3");
    Cure loosened = finder(index, "a>=1.5,<3").otherVersion(A).orElseThrow();
    assertThat(loosened.id()).isEqualTo("bound");
    assertThat(loosened.edit()).isEqualTo("a>=1.5,<3 -> a<4,>=1.5");
    Cure tightened = finder(index, "a>=1", "b").otherVersion(A).orElseThrow();
    assertThat(tightened.id()).isEqualTo("bound");
    assertThat(tightened.extent()).isEqualTo(Extent.IN_RANGE);
    assertThat(tightened.edit()).isEqualTo("a>=1 -> a<=1,>=1");
    assertThat(tightened.effect()).isEqualTo("in range, but another major release");
  }

  @Test
  void whatComesThroughAnotherPackageIsHeldBesideIt() throws Exception {
    MiniIndex index = MiniIndex.of("a 2 {compiles=C}", "a 1", "b 1 -> a!=2.5");
    Cure cure = finder(index, "b").otherVersion(A).orElseThrow();
    assertThat(cure.edit()).isEqualTo("add a<=1");
    assertThat(cure.place()).isEmpty();
  }

  @Test
  void theExtrasOfTheLineStay() throws Exception {
    MiniIndex index =
        MiniIndex.of("a 2 {compiles=C, extras=x}", "a 1 {extras=x} -> c; extra=='x'", "c 1");
    assertThat(finder(index, "a[x]==2").otherVersion(A))
        .map(Cure::edit)
        .contains("a[x]==2 -> a[x]==1");
  }

  @Test
  void aCureThatMakesAnotherPackageCompileIsNone() throws Exception {
    MiniIndex index = MiniIndex.of("a 3 -> c", "a 2 {compiles=C}", "c 1 {compiles=C}");
    assertThat(finder(index, "a==2").otherVersion(A)).isEmpty();
  }

  /** Where the package does not ail, it must not begin to. */
  @Test
  void aCureThatTakesAWheelAwayElsewhereIsNone() throws Exception {
    MiniIndex index =
        MiniIndex.of(
            "a 3 {wheel=cp311-cp311-manylinux_2_28_x86_64}",
            "a 3 {compiles=C}",
            "a 2 {wheel=cp311-cp311-manylinux_2_28_aarch64}",
            "a 2 {compiles=C}");
    assertThat(finder(index, List.of(SLIM_311), List.of(), "a==2").otherVersion(A)).isPresent();
    assertThat(finder(index, List.of(SLIM_311, SLIM_311_ARM), List.of(), "a==2").otherVersion(A))
        .isEmpty();
  }

  @Test
  void whatElseChangesIsSaid() throws Exception {
    MiniIndex index =
        MiniIndex.of("a 2.1 -> b>=2, d", "a 2 {compiles=C} -> b<2, c", "b 2", "b 1", "c 1", "d 1");
    SideEffects others = finder(index, "a==2").otherVersion(A).orElseThrow().sideEffects();
    assertThat(others.moved())
        .containsExactlyEntriesOf(
            java.util.Map.of(
                new PackageName("b"),
                new SideEffects.Move(Version.parse("1"), Version.parse("2"))));
    assertThat(others.added()).containsExactly(new PackageName("d"));
    assertThat(others.removed()).containsExactly(new PackageName("c"));
    assertThat(others.number()).isEqualTo(3);
  }

  @Test
  void oneChangeThatCuresSeveralNamesThemAll() throws Exception {
    MiniIndex index =
        MiniIndex.of("a 2.1 -> b>=2", "a 2 {compiles=C} -> b<2", "b 2", "b 1 {compiles=C}");
    Ailment b = new Ailment(new PackageName("b"), Version.parse("1"), List.of(SLIM_311));
    Cure cure =
        finder(index, List.of(SLIM_311), List.of(A, b), "a==2").otherVersion(A).orElseThrow();
    assertThat(cure.names()).extracting(PackageName::value).containsExactly("a", "b");
    assertThat(cure.sideEffects()).isEqualTo(SideEffects.NONE);
  }

  @Test
  void editsAreTriedTogetherBeforeTheyAreOfferedTogether() throws Exception {
    MiniIndex index =
        MiniIndex.of(
            "a 2.1",
            "a 2 {compiles=C}",
            "b 1.1",
            "b 1 {compiles=C}",
            "c 1.1 -> a<2.1",
            "c 1 {compiles=C}");
    Ailment b = new Ailment(new PackageName("b"), Version.parse("1"), List.of(SLIM_311));
    CureFinder finder = finder(index, List.of(SLIM_311), List.of(A, b), "a==2", "b==1");
    List<Cure> both =
        List.of(finder.otherVersion(A).orElseThrow(), finder.otherVersion(b).orElseThrow());
    Cure together = finder.together(both, List.of(SLIM_311), "clean").orElseThrow();
    assertThat(together.id()).isEqualTo("together");
    assertThat(together.edit()).isEqualTo("2 edits");
    assertThat(together.treatment().edits())
        .extracting(RequirementEdit::toString)
        .containsExactly("a:a==2.1", "b:b==1.1");

    Ailment c = new Ailment(new PackageName("c"), Version.parse("1"), List.of(SLIM_311));
    CureFinder apart = finder(index, List.of(SLIM_311), List.of(A, c), "a==2", "c==1");
    List<Cure> each =
        List.of(apart.otherVersion(A).orElseThrow(), apart.otherVersion(c).orElseThrow());
    assertThat(apart.together(each, List.of(SLIM_311), "clean")).isEmpty();
  }

  @Test
  void aTwinTakesThePlaceOfTheUsersOwnLineOnly() throws Exception {
    MiniIndex index = MiniIndex.of("a 2 {compiles=C}", "a-binary 2", "b 1 -> a");
    assertThat(finder(index, "a==2").twin(A, new PackageName("a-binary"), "beware"))
        .contains(
            new Cure(
                "twin",
                Extent.TWIN,
                List.of(A_NAME),
                Optional.of("requirements.txt:1"),
                "a==2 -> a-binary==2",
                "beware",
                SideEffects.NONE,
                List.of(SLIM_311),
                edit("a:a-binary==2")));
    assertThat(finder(index, "b").twin(A, new PackageName("a-binary"), "")).isEmpty();
  }

  @Test
  void aStandInIsOfNoUseWhereSomethingElseAsksForThePackage() throws Exception {
    MiniIndex index =
        MiniIndex.of(
            "a 2 {compiles=C}", "a-binary 2 {wheel=cp311-cp311-manylinux_2_28_x86_64}", "b 1 -> a");
    assertThat(finder(index, "a==2", "b").twin(A, new PackageName("a-binary"), "")).isEmpty();
  }

  private static CureFinder finder(MiniIndex index, String... requirements) {
    return finder(index, List.of(SLIM_311), List.of(A), requirements);
  }

  private static CureFinder finder(
      MiniIndex index,
      List<TargetPlatform> targets,
      List<Ailment> ailments,
      String... requirements) {
    Resolver resolver = new Resolver(index);
    Trials trials =
        new Trials(
            resolver,
            target -> request(target, requirements),
            target -> resolver.resolve(request(target, requirements)),
            targets);
    return new CureFinder(index, trials, ailments);
  }

  private static Treatment edit(String text) {
    return Treatment.edit(RequirementEdit.parse(text));
  }
}
