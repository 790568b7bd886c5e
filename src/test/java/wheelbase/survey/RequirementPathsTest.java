package wheelbase.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static wheelbase.testing.Targets.SLIM_311;
import static wheelbase.testing.Targets.request;

import java.util.List;
import org.junit.jupiter.api.Test;
import wheelbase.pep508.PackageName;
import wheelbase.resolver.ResolutionRequest;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.Resolver;
import wheelbase.testing.MiniIndex;

class RequirementPathsTest {
  @Test
  void theShortestWayFromEachLineIsShownShortestFirst() throws Exception {
    MiniIndex index = MiniIndex.of("a 1 -> b, c", "b 1 -> c", "c 1 -> d", "d 1", "e 1 -> d");
    ResolutionRequest request = request(SLIM_311, "a", "e");
    RequirementPaths paths = new RequirementPaths();
    paths.add(request.requirements(), (Resolved) new Resolver(index).resolve(request));
    assertThat(paths.to(new PackageName("d")))
        .containsExactly(
            List.of("requirements.txt:2", "e", "d"), List.of("requirements.txt:1", "a", "c", "d"));
    assertThat(paths.to(new PackageName("a"))).containsExactly(List.of("requirements.txt:1", "a"));
  }

  @Test
  void dependenciesThatGoInACircleEnd() throws Exception {
    ResolutionRequest request = request(SLIM_311, "a");
    RequirementPaths paths = new RequirementPaths();
    paths.add(
        request.requirements(),
        (Resolved) new Resolver(MiniIndex.of("a 1 -> b", "b 1 -> a")).resolve(request));
    assertThat(paths.to(new PackageName("b")))
        .containsExactly(List.of("requirements.txt:1", "a", "b"));
  }
}
