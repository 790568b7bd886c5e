package wheelbase.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static wheelbase.testing.Targets.SLIM_311;
import static wheelbase.testing.Targets.SLIM_312;
import static wheelbase.testing.Targets.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wheelbase.diagnostic.Blame;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Resolver;
import wheelbase.testing.MiniIndex;

class RequirementPathsTest {
  @Test
  void theShortestWayFromEachLineIsShownShortestFirst() throws Exception {
    MiniIndex index = MiniIndex.of("a 1 -> b, c", "b 1 -> c", "c 1 -> d<2", "d 1", "e 1 -> d>=0.5");
    RequirementPaths paths = paths(index, List.of(SLIM_311), "a", "e==1");
    assertThat(shown(paths, "d"))
        .containsExactly(
            "requirements.txt:2 asks e==1, e 1 asks d>=0.5",
            "requirements.txt:1 asks a, a 1 asks c, c 1 asks d<2");
    assertThat(shown(paths, "a")).containsExactly("requirements.txt:1 asks a");
    assertThat(paths.to(new PackageName("f"))).isEmpty();
  }

  @Test
  void linesAreCountedNotSpelled() throws Exception {
    String[] lines = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    MiniIndex index =
        MiniIndex.of(
            "a 1", "b 1 -> x", "c 1", "d 1", "e 1", "f 1", "g 1", "h 1", "i 1", "j 1 -> x", "x 1");
    assertThat(shown(paths(index, List.of(SLIM_311), lines), "x"))
        .containsExactly(
            "requirements.txt:2 asks b, b 1 asks x", "requirements.txt:10 asks j, j 1 asks x");
  }

  @Test
  void dependenciesThatGoInACircleEnd() throws Exception {
    RequirementPaths paths = paths(MiniIndex.of("a 1 -> b", "b 1 -> a"), List.of(SLIM_311), "a");
    assertThat(shown(paths, "b")).containsExactly("requirements.txt:1 asks a, a 1 asks b");
    assertThat(shown(paths, "a")).containsExactly("requirements.txt:1 asks a");
  }

  /** PEP 508: what stands behind an extra is asked for only by those who ask for the extra. */
  @Test
  void anEdgeThatExistsOnlyByAnExtraSaysSo() throws Exception {
    MiniIndex index =
        MiniIndex.of(
            "requests 2.32 {extras=socks} -> PySocks!=1.5.7; extra=='socks', idna",
            "PySocks 1.7",
            "idna 3");
    RequirementPaths paths = paths(index, List.of(SLIM_311), "requests", "requests[socks]>=2");
    assertThat(shown(paths, "pysocks"))
        .containsExactly(
            "requirements.txt:2 asks requests[socks]>=2, requests[socks] 2.32 asks PySocks!=1.5.7");
    assertThat(shown(paths, "idna"))
        .containsExactly(
            "requirements.txt:1 asks requests, requests 2.32 asks idna",
            "requirements.txt:2 asks requests[socks]>=2, requests 2.32 asks idna");
  }

  @Test
  void anExtraThatIsMadeOfOthersIsPassedThrough() throws Exception {
    MiniIndex index =
        MiniIndex.of(
            "app 1 {extras=all web} -> app[web]; extra=='all', flask; extra=='web'", "flask 3");
    RequirementPaths paths = paths(index, List.of(SLIM_311), "app[all]");
    assertThat(shown(paths, "flask"))
        .containsExactly(
            "requirements.txt:1 asks app[all], app[all] 1 asks app[web], app[web] 1 asks flask");
    assertThat(paths.to(new PackageName("flask")).get(0).names())
        .extracting(PackageName::value)
        .containsExactly("app", "flask");
  }

  @Test
  void aMarkerIsShownWhereItDecides() throws Exception {
    MiniIndex index =
        MiniIndex.of("a 1 -> tomli>=2; python_version<\"3.12\"", "tomli 2", "b 1 -> a");
    RequirementPaths paths =
        paths(index, List.of(SLIM_311, SLIM_312), "b", "tomli; python_version>'3.11'");
    PackageName tomli = new PackageName("tomli");
    assertThat(paths.shortest(tomli, SLIM_311).orElseThrow().steps().get(1).asks())
        .isEqualTo("tomli>=2; python_version < \"3.12\"");
    assertThat(paths.blame(tomli, SLIM_311))
        .containsExactly(
            new Blame("requirements.txt:1", "b"),
            new Blame("b 1", "a"),
            new Blame("a 1", "tomli>=2"));
    assertThat(paths.blame(tomli, SLIM_312))
        .containsExactly(new Blame("requirements.txt:2", "tomli"));
    assertThat(paths.blame(tomli)).isEqualTo(paths.blame(tomli, SLIM_312));
  }

  /** On one target the package may be missing where another has it. */
  @Test
  void aTargetThatDoesNotTakeThePackageTellsTheWayOfAnother() throws Exception {
    MiniIndex index = MiniIndex.of("a 1 -> tomli; python_version<\"3.12\"", "tomli 2");
    RequirementPaths paths = paths(index, List.of(SLIM_311, SLIM_312), "a");
    assertThat(paths.blame(new PackageName("tomli"), SLIM_312))
        .containsExactly(new Blame("requirements.txt:1", "a"), new Blame("a 1", "tomli"));
  }

  @Test
  void passwordsInAddressesStayHidden() throws Exception {
    RequirementPaths paths =
        paths(MiniIndex.of("b 1"), List.of(SLIM_311), "a @ https://me:secret@index.test/a.tar.gz");
    assertThat(shown(paths, "a"))
        .containsExactly("requirements.txt:1 asks a @ https://me:******@index.test/a.tar.gz");
  }

  private static RequirementPaths paths(
      MiniIndex index, List<TargetPlatform> targets, String... lines) throws Exception {
    Resolver resolver = new Resolver(index);
    Map<TargetPlatform, TargetAnalysis> analysed = new LinkedHashMap<>();
    for (TargetPlatform target : targets) {
      analysed.put(
          target,
          new TargetAnalysis(
              target,
              resolver.resolve(request(target, lines)),
              resolver.resolveWithWheelsOnly(request(target, lines))));
    }
    return new RequirementPaths(request(targets.get(0), lines).requirements(), analysed);
  }

  private static List<String> shown(RequirementPaths paths, String name) {
    return paths.to(new PackageName(name)).stream()
        .map(
            path ->
                String.join(
                    ", ",
                    path.blame().stream()
                        .map(step -> step.by() + " asks " + step.requirement())
                        .toList()))
        .toList();
  }
}
