package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.ProgressListener;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.WizardWorld;

/** From answers to files. */
class RoadTest {
  @TempDir Path project;
  private WizardWorld world;
  private Road road;

  @BeforeEach
  void drawTheWorld() throws IOException {
    Files.writeString(project.resolve("requirements.txt"), "flask==3\ngunicorn\n");
    Files.writeString(
        project.resolve("app.py"), "from flask import Flask\napp = Flask(__name__)\n");
    world =
        new WizardWorld(
            project, MiniIndex.of("flask 3 -> click", "click 8", "gunicorn 23 {sdist}"));
    road = new Road(world.request());
  }

  private Analysis explore(Answers answers) {
    try {
      return world.analyse(road.exploring(answers), false, ProgressListener.SILENT);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nothingAnsweredIsThePlainCommand() {
    assertThat(road.command(Answers.NONE)).isEqualTo("wheelbase generate");
  }

  /** As pip's own option in a requirements file does: the wheel does not count any more. */
  @Test
  void aPackageFromSourceIsResolvedJudgedAndInstalledSo() throws IOException {
    Files.writeString(project.resolve("requirements.txt"), "Psycopg2\n");
    String wheel = "wheel=cp313-cp313-manylinux_2_28_x86_64";
    world =
        new WizardWorld(
            project,
            MiniIndex.of("psycopg2 2.9.11 {" + wheel + "}", "psycopg2 2.9.10 {compiles=C}"));
    Answers answers = Answers.NONE.with(Topic.ARCHITECTURES, "amd64").with(Topic.PYTHON, "3.13");
    assertThat(verdict(answers)).isEqualTo("2.9.11 [wheel]");
    Answers fromSource = answers.with(Topic.NO_BINARY, "Psycopg2");
    assertThat(verdict(fromSource)).isEqualTo("2.9.10 [source-build]");
    assertThat(dockerfile(fromSource)).contains("--no-binary psycopg2", "gcc");
    assertThat(dockerfile(fromSource.with(Topic.LOCK, Answers.YES)))
        .contains("--no-binary psycopg2", "-r requirements.lock");

    Files.writeString(project.resolve("requirements.txt"), "--no-binary psycopg2\npsycopg2\n");
    assertThat(verdict(answers)).isEqualTo("2.9.10 [source-build]");
    assertThat(dockerfile(answers)).contains("gcc").doesNotContain("--no-binary");
    assertThat(dockerfile(answers.with(Topic.LOCK, Answers.YES)))
        .as("a lock says nothing of it")
        .contains("--no-binary psycopg2");
  }

  private String verdict(Answers answers) {
    PackageAnalysis row = onDebian(answers).packages().get(0);
    return row.versions().values().iterator().next()
        + " "
        + row.verdicts().values().stream().map(verdict -> verdict.kind().id()).distinct().toList();
  }

  private String dockerfile(Answers answers) {
    return road.preview(answers, onDebian(answers), world).changes().get(0).file().text();
  }

  private Analysis onDebian(Answers answers) {
    try {
      AnalysisRequest request = road.request(answers.with(Topic.BASE, "3.13-slim-trixie"));
      return world.analyse(request, false, ProgressListener.SILENT);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsAnsweredIsLookedAtPreviewedAndWritten() {
    Answers answers =
        Answers.NONE
            .with(Topic.PYTHON, "3.12")
            .with(Topic.ARCHITECTURES, "arm64")
            .with(Topic.BASE, "3.12-alpine3.24")
            .with(Topic.PORT, "9000")
            .with(Topic.DOCKERIGNORE, Answers.NO);
    Analysis analysis = explore(answers);
    assertThat(analysis.bases()).hasSize(3);
    Preview preview = road.preview(answers, analysis, world);
    assertThat(preview.directory()).isEqualTo(project);
    assertThat(preview.command())
        .isEqualTo(
            "wheelbase generate --python 3.12 --arch arm64 --base 3.12-alpine3.24 --port 9000"
                + " --no-dockerignore");
    assertThat(preview.changes()).hasSize(1);
    assertThat(preview.changes().get(0).file().text())
        .contains("FROM python:3.12-alpine3.24 AS", "EXPOSE 9000");
    Written written = road.write(answers, analysis, world, false);
    assertThat(written.problem()).isEmpty();
    assertThat(written.ending().orElseThrow().written()).containsExactly("Dockerfile");
    assertThat(written.ending().orElseThrow().command()).contains(preview.command());
    assertThat(written.ending().orElseThrow().next()).hasSize(2);
    assertThat(written.ending().orElseThrow().next().get(1)).contains("-p 9000:9000");
    assertThat(project.resolve("Dockerfile")).hasContent(preview.changes().get(0).file().text());
    assertThat(project.resolve(".dockerignore")).doesNotExist();
  }

  @Test
  void whatIsThereIsNotReplacedWithoutForce() throws IOException {
    Files.writeString(project.resolve("Dockerfile"), "FROM scratch\n");
    Analysis analysis = explore(Answers.NONE);
    Written refused = road.write(Answers.NONE, analysis, world, false);
    assertThat(refused.ending()).isEmpty();
    assertThat(refused.problem().orElseThrow().id()).isEqualTo("would-overwrite");
    assertThat(project.resolve("Dockerfile")).hasContent("FROM scratch");
    Written written = road.write(Answers.NONE, analysis, world, true);
    assertThat(written.ending().orElseThrow().kept()).containsExactly("Dockerfile.bak");
    Ending again = road.write(Answers.NONE, analysis, world, false).ending().orElseThrow();
    assertThat(again.written()).isEmpty();
    assertThat(again.isDone()).isTrue();
    assertThat(Ending.NOTHING_WRITTEN.isDone()).isFalse();
  }

  @Test
  void answersAreSaved() throws IOException {
    Answers answers = Answers.NONE.with(Topic.PORT, "9000");
    road.save(
        new Turn.Save(Turn.Keepsake.ANSWERS, "answers.json"), answers, Optional.empty(), world);
    assertThat(project.resolve("answers.json"))
        .hasContent("{\n  \"schema\" : \"wheelbase-answers/1\",\n  \"port\" : \"9000\"\n}");
  }
}
