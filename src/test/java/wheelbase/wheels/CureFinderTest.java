package wheelbase.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static wheelbase.testing.Targets.ALPINE_311;
import static wheelbase.testing.Targets.SLIM_311;
import static wheelbase.testing.Targets.SLIM_312;
import static wheelbase.testing.Targets.request;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.DistributionRelease;
import wheelbase.requirements.RequirementEdit;
import wheelbase.resolver.Resolver;
import wheelbase.testing.MiniIndex;

class CureFinderTest {
  private static final Ailment A =
      new Ailment(new PackageName("a"), Version.parse("2"), List.of(SLIM_311));

  @Test
  void theNearestNewerVersionWithAWheelIsOffered() throws Exception {
    MiniIndex index = MiniIndex.of("a 4", "a 3", "a 2 {compiles=C}", "a 1");
    assertThat(finder(index, "a==2").otherVersion(A))
        .contains(
            new Cure(
                "other-version",
                A.name(),
                "a==2 -> a==3",
                "only this line forbids it, but another major release",
                List.of(SLIM_311),
                edit("a:a==3")));
  }

  @Test
  void aVersionThatTheOthersForbidIsNotOffered() throws Exception {
    MiniIndex index = MiniIndex.of("a 3", "a 2 {compiles=C}", "a 1", "b 1 -> a<3");
    assertThat(finder(index, "a>=1", "b").otherVersion(A))
        .contains(
            new Cure(
                "other-version",
                A.name(),
                "a>=1 -> a==1",
                "in range, but another major release",
                List.of(SLIM_311),
                edit("a:a==1")));
  }

  @Test
  void whatComesThroughAnotherPackageIsPinnedBesideIt() throws Exception {
    MiniIndex index = MiniIndex.of("a 3", "a 2 {compiles=C}", "b 1 -> a!=2.5");
    assertThat(finder(index, "b").otherVersion(A)).map(Cure::edit).contains("add a==3");
  }

  @Test
  void aCureThatMakesAnotherPackageCompileIsNone() throws Exception {
    MiniIndex index = MiniIndex.of("a 3 -> c", "a 2 {compiles=C}", "c 1 {compiles=C}");
    assertThat(finder(index, "a==2").otherVersion(A)).isEmpty();
  }

  @Test
  void aTwinTakesThePlaceOfTheUsersOwnLineOnly() throws Exception {
    MiniIndex index = MiniIndex.of("a 2 {compiles=C}", "a-binary 2", "b 1 -> a");
    assertThat(finder(index, "a==2").twin(A, new PackageName("a-binary"), ""))
        .contains(
            new Cure(
                "twin",
                A.name(),
                "a==2 -> a-binary==2",
                "",
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

  @Test
  void anotherPythonHelpsWhereTheWheelIsForThatOne() throws Exception {
    MiniIndex index =
        MiniIndex.of("a 2 {wheel=cp312-cp312-manylinux_2_28_x86_64}", "a 2 {compiles=C}");
    CureFinder finder = finder(index, "a==2");
    assertThat(
            finder.elsewhere(
                A, SLIM_312, "other-python", "Python 3.12", new Treatment.OtherPython("3.12")))
        .map(Cure::edit)
        .contains("Python 3.12");
    assertThat(
            finder.elsewhere(
                A,
                ALPINE_311,
                "other-release",
                "musl",
                new Treatment.OtherRelease(DistributionRelease.ALPINE_3_24)))
        .isEqualTo(Optional.empty());
  }

  private static CureFinder finder(MiniIndex index, String... requirements) {
    Resolver resolver = new Resolver(index);
    return new CureFinder(
        index,
        resolver,
        target -> request(target, requirements),
        target -> resolver.resolve(request(target, requirements)));
  }

  private static Treatment edit(String text) {
    return new Treatment.EditRequirement(RequirementEdit.parse(text));
  }
}
