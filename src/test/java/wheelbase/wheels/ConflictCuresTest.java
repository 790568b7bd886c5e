package wheelbase.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static wheelbase.testing.Targets.SLIM_311;
import static wheelbase.testing.Targets.SLIM_312;
import static wheelbase.testing.Targets.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.RequirementEdit;
import wheelbase.resolver.Conflict;
import wheelbase.resolver.ReleaseGroup;
import wheelbase.resolver.ResolutionRequest;
import wheelbase.resolver.Resolver;
import wheelbase.resolver.RootRequirement;
import wheelbase.resolver.Step;
import wheelbase.testing.MiniIndex;

class ConflictCuresTest {
  private static final String[] APP_AND_DATABASE = {
    "app 3 -> sql>=2", "app 2 -> sql>=1,<2", "app 1 -> sql>=1,<2", "sql 1.4", "sql 2.1"
  };

  @Test
  void theLineInTheWayComesFirstThenTheOther() throws Exception {
    assertThat(cures(APP_AND_DATABASE, "app==2", "sql>=2"))
        .extracting(Cure::id, Cure::edit, Cure::effect)
        .containsExactly(
            tuple("requirements.txt:2: sql>=2 -> sql>=1,<2", 2),
            tuple("requirements.txt:1: app==2 -> app==3", 2));
  }

  @Test
  void theEditIsThatOfTheWizard() throws Exception {
    assertThat(cures(APP_AND_DATABASE, "app==2", "sql>=2").get(0).treatment())
        .isEqualTo(Treatment.edit(RequirementEdit.parse("sql:sql>=1,<2")));
  }

  @Test
  void whatDoesNotResolveIsNotOffered() throws Exception {
    String[] index = {"a 1 -> c==1", "b 1 -> c==2", "b 2 -> c==2", "c 1", "c 2"};
    assertThat(cures(index, "a==1", "b==1")).isEmpty();
  }

  @Test
  void aPinThatIsGoneMovesToItsNearestNeighbour() throws Exception {
    assertThat(cures(new String[] {"a 1.0", "a 1.2", "a 2.0"}, "a==1.1"))
        .extracting(Cure::edit)
        .containsExactly("requirements.txt:1: a==1.1 -> a==1.2");
  }

  @Test
  void aRangeIsOpenedOnTheSideWhereTheReleasesAre() throws Exception {
    String[] index = {"a 1.0", "a 2.0 {python=>=3.12}"};
    assertThat(cures(index, "a>=2"))
        .extracting(Cure::edit)
        .containsExactly("requirements.txt:1: a>=2 -> a<=1.0");
  }

  @Test
  void theBoundsThatAreNotInTheWayStay() throws Exception {
    String[] index = {"a 1 -> b<2", "a 2 -> b<2", "a 3", "b 1", "b 2"};
    assertThat(cures(index, "b>=2", "a>=1,<3"))
        .extracting(Cure::edit)
        .contains("requirements.txt:2: a>=1,<3 -> a>=1");
  }

  @Test
  void extrasStayAsked() throws Exception {
    String[] index = {"a 1 {extras=x} -> b; extra=='x'", "b 1", "a 2 {python=>=3.12}"};
    assertThat(cures(index, "a[x]==2"))
        .extracting(Cure::edit)
        .containsExactly("requirements.txt:1: a[x]==2 -> a[x]==1");
  }

  @Test
  void aConstraintComesAfterTheRequirements() throws Exception {
    String[] index = {"app 2 -> sql>=2", "app 1 -> sql<2", "sql 1", "sql 2"};
    ResolutionRequest request = request(SLIM_311, "app==2");
    ResolutionRequest constrained =
        request.with(
            request.requirements(),
            List.of(
                new RootRequirement(
                    Requirement.parse("sql<2"), SourceSpan.line("limits.txt", 7, "sql<2"))));
    assertThat(cures(MiniIndex.of(index), constrained, List.of()))
        .extracting(Cure::id, Cure::edit)
        .containsExactly(
            Tuple.tuple("resolves-with-line", "requirements.txt:1: app==2 -> app==1"),
            Tuple.tuple("resolves-with-constraint", "limits.txt:7: sql<2 -> sql>=2"));
  }

  @Test
  void whatGoesBackOverYearsIsOfferedOnlyWhereNothingNearerHelps() throws Exception {
    String[] index = {
      "cloud 3.9 {uploaded=2025-06-01} -> net>=2",
      "cloud 3.4 {uploaded=2024-01-01} -> net>=2",
      "cloud 3.1 {uploaded=2018-08-01}",
      "net 1",
      "net 2"
    };
    assertThat(cures(index, "cloud>=3.4", "net<2"))
        .extracting(Cure::edit)
        .containsExactly("requirements.txt:2: net<2 -> net>=2");
    assertThat(cures(new String[] {index[0], index[1], index[2], "net 1"}, "cloud>=3.4"))
        .extracting(Cure::edit)
        .containsExactly("requirements.txt:1: cloud>=3.4 -> cloud<=3.1");
  }

  @Test
  void norIsAMajorReleaseLeaptOver() throws Exception {
    String[] index = {"a 4 -> b>=2", "a 3 -> b>=2", "a 2", "b 1", "b 2"};
    assertThat(cures(index, "a==4", "b<2"))
        .extracting(Cure::edit)
        .containsExactly("requirements.txt:2: b<2 -> b>=2");
    assertThat(cures(index, "a==3", "b<2"))
        .extracting(Cure::edit)
        .containsExactlyInAnyOrder(
            "requirements.txt:2: b<2 -> b>=2", "requirements.txt:1: a==3 -> a==2");
  }

  @Test
  void whatWasWithdrawnIsOfferedByName() throws Exception {
    assertThat(cures(new String[] {"a 1 -> b", "b 1 {yanked}"}, "a"))
        .extracting(Cure::id, Cure::edit)
        .containsExactly(Tuple.tuple("resolves-with-yanked", "add b==1"));
  }

  @Test
  void anotherPythonIsTheLastResort() throws Exception {
    MiniIndex index = MiniIndex.of("a 1 {python=>=3.12}");
    List<Cure> cures = cures(index, request(SLIM_311, "a"), List.of(SLIM_312));
    assertThat(cures)
        .extracting(Cure::id, Cure::edit, Cure::effect)
        .containsExactly(
            Tuple.tuple("resolves-on-python", "Python 3.12", "resolves (tried, 1 package)"));
  }

  @Test
  void anotherPythonIsForThePackageInTheWayWherePipGivesUp() throws Exception {
    Resolver resolver = new Resolver(MiniIndex.of("a 1 {python=>=3.12}"));
    ResolutionRequest request = request(SLIM_311, "a");
    PackageName name = new PackageName("a");
    ReleaseGroup release = new ReleaseGroup(name, Set.of(), List.of(Version.parse("1")), "a 1");
    Step.Why why = new Step.Why.OtherPython("3.12 or later", SLIM_311.python());
    Conflict conflict =
        new Conflict(
            List.of(
                new Step.Unfit(release, why, Optional.empty()),
                new Step.PipGivesUp(new TreeMap<>())));
    assertThat(
            ConflictCures.of(
                MiniIndex.of(),
                resolver,
                target -> on(target, request),
                target -> resolver.resolve(on(target, request)),
                conflict,
                List.of(SLIM_311),
                List.of(SLIM_312)))
        .extracting(Cure::name)
        .containsExactly(name);
  }

  @Test
  void atMostThreeAreOffered() throws Exception {
    List<String> index = new ArrayList<>(List.of("z 1", "z 2"));
    String[] lines = new String[5];
    for (int at = 0; at < 4; at++) {
      index.add("p" + at + " 1 -> z==1");
      index.add("p" + at + " 2 -> z");
      lines[at] = "p" + at;
    }
    lines[4] = "z==2";
    lines[0] = "p0==1";
    assertThat(cures(index.toArray(String[]::new), lines)).hasSizeBetween(1, 3);
  }

  private static Tuple tuple(String edit, int packages) {
    return Tuple.tuple("resolves-with-line", edit, "resolves (tried, " + packages + " packages)");
  }

  private static List<Cure> cures(String[] index, String... lines) throws InterruptedException {
    return cures(MiniIndex.of(index), request(SLIM_311, lines), List.of());
  }

  private static List<Cure> cures(
      MiniIndex index, ResolutionRequest request, List<TargetPlatform> otherPythons)
      throws InterruptedException {
    Resolver resolver = new Resolver(index);
    Conflict conflict =
        resolver.explained(request, resolver.resolve(request)).conflict().orElseThrow();
    return ConflictCures.of(
        index,
        resolver,
        target -> on(target, request),
        target -> resolver.resolve(on(target, request)),
        conflict,
        List.of(request.target()),
        otherPythons);
  }

  private static ResolutionRequest on(TargetPlatform target, ResolutionRequest request) {
    return new ResolutionRequest(
        target,
        request.requirements(),
        request.constraints(),
        request.formats(),
        request.allowPrereleases(),
        request.hashMode());
  }
}
