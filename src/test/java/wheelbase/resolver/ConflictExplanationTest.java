package wheelbase.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static wheelbase.resolver.Drawn.request;

import java.util.List;
import org.junit.jupiter.api.Test;
import wheelbase.pep508.PackageName;
import wheelbase.testing.MiniIndex;

/** Every shape of explanation, as a whole text. */
class ConflictExplanationTest {
  @Test
  void twoLinesOfTheUserContradictEachOther() {
    assertThat(explain(MiniIndex.of("a 1", "a 2"), "a==1", "a==2"))
        .containsExactly("requirements.txt:1 wants a==1", "but requirements.txt:2 wants a==2");
  }

  @Test
  void aChainMeetsALineOfTheUser() {
    MiniIndex index =
        MiniIndex.of(
            "apache-airflow 2.9.1 -> sqlalchemy>=1.4.36,<2.0",
            "sqlalchemy 1.4.54",
            "sqlalchemy 2.0.30");
    assertThat(explain(index, "apache-airflow==2.9.1", "sqlalchemy>=2.0.30"))
        .containsExactly(
            "requirements.txt:1 wants apache-airflow==2.9.1",
            "and apache-airflow 2.9.1 needs sqlalchemy>=1.4.36,<2.0",
            "but requirements.txt:2 wants sqlalchemy>=2.0.30");
  }

  @Test
  void twoChainsMeet() {
    MiniIndex index = MiniIndex.of("app 1 -> a, b", "a 1 -> c==1", "b 1 -> c==2", "c 1", "c 2");
    assertThat(explain(index, "app"))
        .containsExactly(
            "requirements.txt:1 wants app",
            "and app 1 needs a",
            "and a 1 needs c==1",
            "and app 1 needs b",
            "but b 1 needs c==2");
  }

  @Test
  void everyReleaseFailsForTheSameReason() {
    MiniIndex index = MiniIndex.of("a 1 -> b<2", "a 2 -> b<2", "a 3 -> b<2", "b 1", "b 2");
    assertThat(explain(index, "a", "b>=2"))
        .containsExactly(
            "requirements.txt:1 wants a",
            "and all 3 releases of a need b<2",
            "but requirements.txt:2 wants b>=2");
  }

  @Test
  void eachReleaseFailsForItsOwnReason() {
    MiniIndex index = MiniIndex.of("a 2 -> b<2", "a 1 -> c<2", "b 1", "b 2", "c 1", "c 2");
    assertThat(explain(index, "a", "b>=2", "c>=2"))
        .containsExactly(
            "requirements.txt:1 wants a",
            "and a 2 needs b<2",
            "but requirements.txt:2 wants b>=2",
            "and a 1 needs c<2",
            "but requirements.txt:3 wants c>=2");
  }

  @Test
  void aConstraintStandsAgainstANeed() {
    MiniIndex index = MiniIndex.of("a 1 -> b>=2", "b 1", "b 2");
    Conflict conflict =
        (Conflict) Drawn.resolve(index, Drawn.constrained(List.of("a"), List.of("b<2")));
    assertThat(conflict.explanation())
        .containsExactly(
            "requirements.txt:1 wants a",
            "and a 1 needs b>=2",
            "but constraints.txt:1 allows only b<2");
  }

  @Test
  void noIndexKnowsTheName() {
    assertThat(explain(MiniIndex.of("a 1 -> nowhere"), "a"))
        .containsExactly(
            "requirements.txt:1 wants a", "and a 1 needs nowhere", "but no index knows nowhere");
    assertThat(explain(MiniIndex.of(), "requets==2.31"))
        .containsExactly("requirements.txt:1 wants requets==2.31", "but no index knows requets");
  }

  @Test
  void thereIsNoSuchRelease() {
    assertThat(explain(MiniIndex.of("a 1", "a 1.4"), "a>=2"))
        .containsExactly(
            "requirements.txt:1 wants a>=2",
            "but there is no such release of a, the nearest is 1.4");
  }

  @Test
  void noFileFitsTheTarget() {
    MiniIndex index =
        MiniIndex.of("torch 2 {wheel=cp311-cp311-macosx_11_0_arm64}", "app 1 -> torch");
    assertThat(explain(index, "app"))
        .containsExactly(
            "requirements.txt:1 wants app",
            "and app 1 needs torch",
            "but torch 2 has no file that fits the target");
  }

  @Test
  void anotherPythonIsRequired() {
    MiniIndex index = MiniIndex.of("django 6.0 {python=>=3.12}", "django 5.2");
    assertThat(explain(index, "django>=6"))
        .containsExactly(
            "requirements.txt:1 wants django>=6",
            "but django 6.0 requires Python 3.12 or later, and the target has 3.11.7; the newest for that is 5.2");
  }

  @Test
  void onlyTheMetadataRequireAnotherPython() {
    MiniIndex index = MiniIndex.of();
    index.release("a", "1").requiresPythonUnsaidOnThePage("<3.11").add();
    assertThat(explain(index, "a"))
        .containsExactly(
            "requirements.txt:1 wants a",
            "but a 1 requires Python 3.10 or older, and the target has 3.11.7");
  }

  @Test
  void onlyWheelsAreWantedAndThereIsNone() {
    MiniIndex index = MiniIndex.of("a 1 -> b", "b 1 {sdist}", "b 2 {sdist}");
    Conflict conflict = (Conflict) Drawn.resolve(index, Drawn.wheelsOnly("a"));
    assertThat(conflict.explanation())
        .containsExactly(
            "requirements.txt:1 wants a",
            "and a 1 needs b",
            "but b 1 and 2 have no wheel for cp311-manylinux_2_36_x86_64, and only wheels are"
                + " wanted");
    assertThat(conflict.withoutWheel()).containsExactly(new PackageName("b"));
  }

  @Test
  void yankedReleasesAreNotTakenUnasked() {
    assertThat(explain(MiniIndex.of("a 1 {yanked}"), "a"))
        .containsExactly(
            "requirements.txt:1 wants a",
            "but a 1 was yanked, and is taken only where == asks for it");
  }

  @Test
  void theUsersLinesAndThePackagesAreNamed() {
    Conflict conflict =
        (Conflict)
            Drawn.resolve(
                MiniIndex.of("a 1 -> b<2", "b 1", "b 2", "c 1"), request("a", "c", "b>=2"));
    assertThat(conflict.lines()).extracting(span -> span.line()).containsExactly(1, 3);
    assertThat(conflict.packages())
        .containsExactlyInAnyOrder(new PackageName("a"), new PackageName("b"));
  }

  private static List<String> explain(MiniIndex index, String... requirements) {
    return ((Conflict) Drawn.resolve(index, request(requirements))).explanation();
  }
}
