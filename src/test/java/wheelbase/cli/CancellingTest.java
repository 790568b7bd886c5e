package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.Analysis;
import wheelbase.AnalysisRequest;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.platform.Architecture;
import wheelbase.requirements.FileSources;
import wheelbase.requirements.Inputs;
import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;

/**
 * An analysis is interrupted while a server holds back one answer, at every stage at which it can
 * wait for one; then it is done again over the same cache. Waits are bounded far above what they
 * take and far below the timeouts of the network: a test that hangs fails.
 */
class CancellingTest {
  private static final long BOUND = 10_000;

  @TempDir private Path directory;
  private final Set<String> answeredByServer = ConcurrentHashMap.newKeySet();
  private final Set<String> answeredByCache = ConcurrentHashMap.newKeySet();
  private IndexServer index;
  private Set<Thread> before;

  @BeforeEach
  void anIndexAndAProject() throws IOException {
    before = Thread.getAllStackTraces().keySet();
    index =
        new IndexServer()
            .wheel("flask", "3.0.0", "py3-none-any", "speedy>=1.0")
            .wheel("speedy", "1.0", "cp313-cp313-manylinux_2_28_x86_64")
            .nativeSdist("speedy", "1.0")
            .wheel("speedy", "0.9", "py3-none-any")
            .wheel("gunicorn", "23.0.0", "py3-none-any")
            .nativeSdist("psycopg2", "2.9.10")
            .wheel("psycopg2-binary", "2.9.10", "py3-none-any");
    Files.writeString(
        directory.resolve("requirements.txt"), "flask==3.0.0\ngunicorn\npsycopg2==2.9.10\n");
  }

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/simple/speedy/",
        "/files/flask-3.0.0-py3-none-any.whl.metadata",
        "/files/speedy-1.0.tar.gz",
        "/files/gunicorn-23.0.0-py3-none-any.whl",
        "/simple/psycopg2-binary/"
      })
  void anInterruptEndsItAndNothingIsAskedTwice(String path) throws Exception {
    index.stallAt(path);
    interruptWhereItStalls();
    analyseAgain();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/simple/speedy/", "/files/speedy-1.0.tar.gz"})
  void soDoesOneInTheMiddleOfAnAnswer(String path) throws Exception {
    index.trickleAt(path);
    interruptWhereItStalls();
    analyseAgain();
  }

  @Test
  void aThreadThatIsInterruptedBeforehandAsksNobody() throws Exception {
    Thread.currentThread().interrupt();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    try {
      analyse();
    } catch (InterruptedException expected) {
      thrown.set(expected);
    }
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(index.asked()).isEmpty();
  }

  private void interruptWhereItStalls() throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread analysing =
        new Thread(
            () -> {
              try {
                analyse();
              } catch (Throwable failure) {
                thrown.set(failure);
              }
            });
    analysing.start();
    index.awaitStalled();
    analysing.interrupt();
    analysing.join(BOUND);
    assertThat(analysing.isAlive()).isFalse();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && isOfAnalysis(thread)) {
        thread.join(BOUND);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  private static boolean isOfAnalysis(Thread thread) {
    return thread.getName().equals("target")
        || thread.getName().equals("index-request")
        || thread.getName().startsWith("ForkJoinPool-");
  }

  private void analyseAgain() throws InterruptedException {
    Set<String> known = new HashSet<>(answeredByServer);
    int asked = index.asked().size();
    answeredByServer.clear();
    answeredByCache.clear();
    index.goOn();
    Analysis analysis = analyse();
    assertThat(analysis.failed()).isFalse();
    assertThat(analysis.packages()).hasSize(4);
    assertThat(answeredByCache).containsAll(known);
    assertThat(answeredByServer).doesNotContainAnyElementsOf(known);
    Set<String> pages = new HashSet<>();
    known.stream()
        .filter(each -> each.startsWith("PAGE "))
        .forEach(each -> pages.add("/simple/" + each.substring("PAGE ".length()) + "/"));
    assertThat(index.asked().subList(asked, index.asked().size()))
        .doesNotContainAnyElementsOf(pages);
  }

  private Analysis analyse() throws InterruptedException {
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void happened(ProgressEvent event) {
            if (event instanceof ProgressEvent.IndexAnswered answer) {
              (answer.fromCache() ? answeredByCache : answeredByServer)
                  .add(answer.question() + " " + answer.about());
            }
          }
        };
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
            ImageSelection.parse(Catalogue.shipped(), "auto", Optional.of("3.13")),
            List.of(Architecture.AMD64),
            Optional.empty(),
            false,
            LocalDate.of(2026, 11, 21),
            true);
    return new IndexedPipeline(environment).analyse(request, choice, listener);
  }
}
