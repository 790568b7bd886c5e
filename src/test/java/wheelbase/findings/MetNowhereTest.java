package wheelbase.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.testing.DrawnProject;

/** Requirements that contradict each other on every target. */
class MetNowhereTest {
  @TempDir Path directory;

  @Test
  void oneStoryOfAllTargetsIsToldOnce() throws Exception {
    List<Diagnostic> found = project("a", "b==1").all("conflict", "a 1 -> b==2", "b 1", "b 2");
    assertThat(found)
        .extracting(Diagnostic::headline)
        .containsExactly("the requirements cannot be met");
    assertThat(found.get(0).message()).contains("b==1").contains("b==2");
  }

  @Test
  void eachStoryIsToldWithTheTargetsThatItIsTrueOf() throws Exception {
    List<Diagnostic> found =
        project("a<1; python_version<'3.13'", "b<1; python_version>='3.13'")
            .on("slim-trixie", "3.12,3.13")
            .all("conflict", "a 1", "b 1");
    assertThat(found)
        .extracting(Diagnostic::headline, each -> each.place().orElseThrow().line())
        .containsExactlyInAnyOrder(
            tuple("the requirements cannot be met on 3.12-slim-trixie", 1),
            tuple("the requirements cannot be met on 3.13-slim-trixie", 2));
  }

  @Test
  void whereTheyAreMetOnSomeTargetItIsNoError() throws Exception {
    assertThat(
            project("a<1; python_version<'3.13'")
                .on("slim-trixie", "3.12,3.13")
                .found("conflict", "a 1"))
        .isEmpty();
  }

  private DrawnProject project(String... lines) {
    return new DrawnProject(directory).lines(lines);
  }
}
