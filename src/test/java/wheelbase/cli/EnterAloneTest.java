package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.testing.BuildCheck;
import wheelbase.testing.Shared;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Ending;
import wheelbase.wizard.Key;
import wheelbase.wizard.Message;
import wheelbase.wizard.Start;
import wheelbase.wizard.Step;
import wheelbase.wizard.Topic;
import wheelbase.wizard.Wizard;

/**
 * Who presses nothing but Enter, over the real index, ends with files that build. Flags have chosen
 * a base image for which there is a stand-in to build on.
 */
@Tag("build")
@Tag("network")
class EnterAloneTest {
  private static final int KEYS_ENOUGH = 60;
  private static final long MINUTES_ENOUGH = 5;

  @TempDir private static Path cache;
  @TempDir private Path directory;

  @ParameterizedTest(name = "{0} on {2}")
  @CsvSource({
    "docker__awesome-compose__fastapi, 3.13, slim-trixie, fastapi/main.py",
    "uygararas__pool_registration_system, 3.11, slim-bookworm, app.py",
  })
  void endsWithAnImageThatHoldsTogether(String project, String python, String base, String source)
      throws IOException, InterruptedException {
    Shared.copyProject(project, directory);
    Files.writeString(
        directory.resolve(source),
        source.contains("fastapi")
            ? "from fastapi import FastAPI\n\napp = FastAPI()\n"
            : "from flask import Flask\n\napp = Flask(__name__)\n");
    Answers flags =
        Answers.NONE
            .with(Topic.PYTHON, python)
            .with(Topic.ARCHITECTURES, "amd64")
            .with(Topic.BASE, base);

    Ending ending = pressEnter(flags);

    assertThat(ending.written()).containsExactly("Dockerfile", ".dockerignore");
    assertThat(ending.command()).hasValueSatisfying(command -> assertThat(command).contains(base));
    assertThat(directory.resolve("Dockerfile"))
        .content()
        .contains("FROM python:" + python + "-" + base + " AS builder");
    BuildCheck.assertLintFree(directory);
    assertThat(BuildCheck.assertComplete(directory).path("start").toString()).contains("app");
  }

  /** Enter whenever the wizard waits for the user. */
  private Ending pressEnter(Answers flags) throws InterruptedException {
    BlockingQueue<Message> news = new LinkedBlockingQueue<>();
    Wizard wizard = wizard(flags, news);
    Set<Step> steps = EnumSet.of(wizard.step());
    for (int keys = 0; keys < KEYS_ENOUGH && wizard.ending().isEmpty(); keys++) {
      wizard.handle(new Message.Pressed(Key.ENTER));
      steps.add(wizard.step());
      while (wizard.isLooking()) {
        Message next = news.poll(MINUTES_ENOUGH, TimeUnit.MINUTES);
        assertThat(next).as("news of the analysis").isNotNull();
        wizard.handle(next);
        steps.add(wizard.step());
      }
    }
    assertThat(wizard.ending()).as("%s %s", wizard.page(), wizard.notice()).isPresent();
    assertThat(steps).containsExactly(Step.values());
    return wizard.ending().orElseThrow();
  }

  private Wizard wizard(Answers flags, BlockingQueue<Message> news) {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.put("XDG_CACHE_HOME", cache.toString());
    Streams streams =
        new Streams(new ByteArrayOutputStream(), new ByteArrayOutputStream(), false, false);
    Surroundings surroundings =
        new Surroundings(streams, environment, directory, CommandLineRun.CLOCK);
    ProjectOptions options = new ProjectOptions();
    Start start = Start.of(options.given(Path.of("."), surroundings), flags);
    DiskAndIndex outside =
        new DiskAndIndex(
            surroundings, new IndexedPipeline(environment), options.index(surroundings));
    return new Wizard(outside, start.road(), start.answers(), news::add);
  }
}
