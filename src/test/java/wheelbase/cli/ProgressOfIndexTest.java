package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.AnalysisRequest;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.index.IndexQuestion;
import wheelbase.platform.Architecture;
import wheelbase.requirements.FileSources;
import wheelbase.requirements.Inputs;
import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;

/** What is told of the index while a project is looked at over HTTP. */
class ProgressOfIndexTest {
  @TempDir private Path directory;
  private IndexServer index;

  @BeforeEach
  void anIndexAndAProject() throws IOException {
    index =
        new IndexServer()
            .wheel("flask", "3.0.0", "py3-none-any", "speedy>=1.0")
            .wheel("speedy", "1.0", "cp313-cp313-manylinux_2_28_x86_64")
            .nativeSdist("speedy", "1.0");
    Files.writeString(directory.resolve("requirements.txt"), "flask==3.0.0\n");
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void everyAnswerIsCountedAndWhereItCameFrom() throws Exception {
    List<ProgressEvent> cold = analyse();
    assertThat(lastCounts(cold))
        .containsEntry(IndexQuestion.PAGE, "2/2, 0 from the cache")
        .containsEntry(IndexQuestion.SDIST_CONTENTS, "1/1, 0 from the cache")
        .containsEntry(IndexQuestion.WHEEL_CONTENTS, "2/2, 0 from the cache");
    assertThat(lastCounts(analyse()))
        .containsEntry(IndexQuestion.PAGE, "2/2, 2 from the cache")
        .containsEntry(IndexQuestion.SDIST_CONTENTS, "1/1, 1 from the cache")
        .containsEntry(IndexQuestion.WHEEL_CONTENTS, "2/2, 2 from the cache");
  }

  @Test
  void whatIsAskedIsNamedAndCountsOnlyGrow() throws Exception {
    List<String> named = new ArrayList<>();
    Map<IndexQuestion, Integer> asked = new EnumMap<>(IndexQuestion.class);
    Map<IndexQuestion, Integer> answered = new EnumMap<>(IndexQuestion.class);
    for (ProgressEvent event : analyse()) {
      if (event instanceof ProgressEvent.IndexAsked question) {
        named.add(question.about());
        assertThat(question.asked()).isEqualTo(asked.getOrDefault(question.question(), 0) + 1);
        asked.put(question.question(), question.asked());
      } else if (event instanceof ProgressEvent.IndexAnswered answer) {
        assertThat(answer.answered())
            .isEqualTo(answered.getOrDefault(answer.question(), 0) + 1)
            .isLessThanOrEqualTo(answer.asked());
        answered.put(answer.question(), answer.answered());
      }
    }
    assertThat(named)
        .contains("flask", "speedy", "flask-3.0.0-py3-none-any.whl", "speedy-1.0.tar.gz");
  }

  @Test
  void whatIsAskedAgainIsSaid() {
    List<ProgressEvent> events = new ArrayList<>();
    new ProgressOfIndex(listener(events)).retried("https://index.test/flask/", "no answer in time");
    assertThat(events)
        .containsExactly(
            new ProgressEvent.IndexAskedAgain("https://index.test/flask/", "no answer in time"));
  }

  private static Map<IndexQuestion, String> lastCounts(List<ProgressEvent> events) {
    Map<IndexQuestion, String> counts = new EnumMap<>(IndexQuestion.class);
    for (ProgressEvent event : events) {
      if (event instanceof ProgressEvent.IndexAnswered answer) {
        counts.put(
            answer.question(),
            answer.answered()
                + "/"
                + answer.asked()
                + ", "
                + answer.fromCacheSoFar()
                + " from the cache");
      }
    }
    return counts;
  }

  private static ProgressListener listener(List<ProgressEvent> events) {
    return new ProgressListener() {
      @Override
      public void happened(ProgressEvent event) {
        events.add(event);
      }
    };
  }

  private List<ProgressEvent> analyse() throws InterruptedException {
    Map<String, String> environment =
        Map.of("HOME", directory.toString(), "PIP_CONFIG_FILE", "/dev/null");
    IndexChoice choice =
        new IndexChoice(
            FileSources.ofIndexes(Optional.of(index.url()), List.of()),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            Optional.of(directory.resolve("cache")),
            true,
            Optional.empty());
    AnalysisRequest request =
        new AnalysisRequest(
            directory,
            Inputs.found(PipOptions.before(choice, false, environment)),
            ImageSelection.parse(
                Catalogue.shipped(), "slim-trixie,alpine3.24", Optional.of("3.13")),
            List.of(Architecture.AMD64),
            Optional.empty(),
            false,
            LocalDate.of(2026, 11, 21),
            true);
    List<ProgressEvent> events = Collections.synchronizedList(new ArrayList<>());
    new IndexedPipeline(environment).analyse(request, choice, listener(events));
    return List.copyOf(events);
  }
}
