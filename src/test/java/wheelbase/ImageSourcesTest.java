package wheelbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.dockerfile.BuildChoices;
import wheelbase.dockerfile.DockerfileWriter;
import wheelbase.platform.Architecture;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.ReaderOptions;
import wheelbase.survey.ProgressListener;
import wheelbase.syslibs.RuleBook;
import wheelbase.testing.MiniIndex;

/** Which paths of a project go into the build stage. */
class ImageSourcesTest {
  @TempDir private Path project;

  @Test
  void aDirectoryOfLinksInTheProjectIsCopied() throws Exception {
    assertThat(dockerfile("--find-links ../wheels\nflask\n", false)).contains("COPY wheels wheels");
  }

  @Test
  void oneOutsideIsNot() throws Exception {
    assertThat(dockerfile("--find-links ../../\nflask\n", false)).doesNotContain("COPY ..");
  }

  @Test
  void aLockNeedsNone() throws Exception {
    assertThat(dockerfile("--find-links ../wheels\nflask\n", true)).doesNotContain("wheels");
  }

  @Test
  void aRequirementOfOtherTargetsLeavesNothing() throws Exception {
    assertThat(dockerfile("flask\ntool @ file:./wheels ; sys_platform == 'win32'\n", false))
        .doesNotContain("wheels", "outside the index");
  }

  private String dockerfile(String requirements, boolean locked) throws Exception {
    write("requirements/prod.txt", requirements);
    write("wheels/README", "");
    Analysis analysis =
        new Wheelbase(
                options -> MiniIndex.of("flask 3"),
                RuleBook.shipped(Optional.empty()),
                Catalogue.shipped(),
                FileReader.disk(),
                Map.of())
            .analyse(
                new AnalysisRequest(
                    project,
                    Inputs.found(ReaderOptions.NONE),
                    ImageSelection.parse(Catalogue.shipped(), "slim-trixie", Optional.of("3.13")),
                    List.of(Architecture.AMD64),
                    Optional.empty(),
                    false,
                    LocalDate.of(2026, 11, 21),
                    true),
                ProgressListener.SILENT);
    ImageChoices choices = ImageChoices.usual().withBuild(BuildChoices.usual().withLock(locked));
    BaseAnalysis base = ImagePlanner.base(analysis, choices).value().orElseThrow();
    return new DockerfileWriter().write(ImagePlanner.plan(analysis, base, choices, false));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(project.resolve(file).getParent());
    Files.writeString(project.resolve(file), text);
  }
}
