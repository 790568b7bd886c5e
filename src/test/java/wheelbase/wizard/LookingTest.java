package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wheelbase.index.IndexQuestion;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.Libc;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Resolved;
import wheelbase.survey.ProgressEvent;
import wheelbase.wheels.VerdictClass;
import wheelbase.wizard.Sight.Asked;
import wheelbase.wizard.Sight.State;

/** What is seen of what the pipeline tells. */
class LookingTest {
  private final AtomicInteger news = new AtomicInteger();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Looking looking = new Looking(news::incrementAndGet, now::get);

  private static TargetPlatform target(int minor) {
    return new TargetPlatform(
        new PythonRelease(3, minor, 1), Libc.glibc(2, 41), Architecture.AMD64);
  }

  private static ProgressEvent judged(int minor, String name, VerdictClass verdict) {
    return new ProgressEvent.Judged(
        target(minor), new PackageName(name), Optional.of(Version.parse("1")), verdict);
  }

  private void hear(ProgressEvent... events) {
    for (ProgressEvent event : events) {
      looking.happened(event);
    }
  }

  @Test
  void newsAreToldOnceUntilTheyAreLookedAt() {
    looking.stage("reading requirements");
    looking.stage("choosing Python");
    assertThat(news).hasValue(1);
    assertThat(looking.sight().stage()).isEqualTo("choosing Python");
    looking.stage("resolving for 2 targets");
    assertThat(news).hasValue(2);
  }

  @Test
  void theIndexIsCountedByKindAndNeverBackwards() {
    hear(
        new ProgressEvent.IndexAsked(IndexQuestion.PAGE, "flask", 0, 1),
        new ProgressEvent.IndexAsked(IndexQuestion.PAGE, "click", 0, 2),
        new ProgressEvent.IndexAnswered(IndexQuestion.PAGE, "flask", true, 1, 2, 1),
        new ProgressEvent.IndexAsked(IndexQuestion.METADATA, "flask-3.whl", 0, 1));
    Sight sight = looking.sight();
    assertThat(sight.asked())
        .containsEntry(IndexQuestion.PAGE, new Asked(1, 2, 1))
        .containsEntry(IndexQuestion.METADATA, new Asked(0, 1, 0))
        .hasSize(2);
    assertThat(sight.waitingFor()).containsExactly("click", "flask-3.whl");
  }

  @Test
  void targetsGoOnAndAConflictStays() {
    hear(
        new ProgressEvent.TargetsChosen(List.of(target(12), target(13))),
        new ProgressEvent.TargetBegun(target(13)));
    assertThat(looking.sight().targets())
        .extracting(Sight.Target::state)
        .containsExactly(State.WAITING, State.RESOLVING);
    hear(
        new ProgressEvent.TargetPinned(target(13), new Resolved(new TreeMap<>())),
        new ProgressEvent.TargetDone(target(13), 1, 2),
        new ProgressEvent.TargetBegun(target(13)));
    assertThat(looking.sight().targets().get(1).state()).isEqualTo(State.DONE);
  }

  @Test
  void theMatrixGrowsRowByRowAndCellByCell() {
    hear(
        new ProgressEvent.TargetsChosen(List.of(target(12), target(13))),
        judged(13, "numpy", VerdictClass.SOURCE_BUILD),
        judged(12, "click", VerdictClass.WHEEL));
    Sight before = looking.sight();
    hear(judged(12, "numpy", VerdictClass.WHEEL));
    assertThat(before.packages().get(0).verdicts())
        .containsExactly(Optional.empty(), Optional.of(VerdictClass.SOURCE_BUILD));
    assertThat(before.latest()).isEqualTo(1);
    Sight after = looking.sight();
    assertThat(after.packages()).hasSize(2);
    assertThat(after.packages().get(0).verdicts())
        .containsExactly(Optional.of(VerdictClass.WHEEL), Optional.of(VerdictClass.SOURCE_BUILD));
    assertThat(after.latest()).isZero();
  }

  @Test
  void whatIsToldOfTargetsThatWereNotChosenIsNotShown() {
    hear(new ProgressEvent.TargetBegun(target(10)), judged(10, "numpy", VerdictClass.WHEEL));
    assertThat(looking.sight().targets()).isEmpty();
    assertThat(looking.sight().packages()).isEmpty();
  }

  @Test
  void retriesAndCuresAreCounted() {
    hear(
        new ProgressEvent.IndexAskedAgain("https://index.test/a", "503"),
        new ProgressEvent.IndexAskedAgain("https://index.test/b", "timed out"),
        new ProgressEvent.CuresSought(new PackageName("numpy"), List.of(), 1, 4));
    Sight sight = looking.sight();
    assertThat(sight.retry()).contains(new Sight.Retry(2, "https://index.test/b: timed out"));
    assertThat(sight.cures()).contains(new Sight.Cures(1, 4, 0));
  }

  @Test
  void timeGoesByAsTheClockSays() {
    now.set(Instant.EPOCH.plusSeconds(12));
    assertThat(looking.sight().elapsed()).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void manyThreadsMayTellWhileOneLooks() throws InterruptedException {
    hear(
        new ProgressEvent.TargetsChosen(
            IntStream.range(0, 20).mapToObj(LookingTest::target).toList()));
    List<Thread> tellers = new ArrayList<>();
    for (int minor = 0; minor < 20; minor++) {
      int column = minor;
      tellers.add(
          new Thread(
              () -> {
                for (int name = 0; name < 300; name++) {
                  hear(judged(column, "package-" + name, VerdictClass.WHEEL));
                }
              }));
    }
    tellers.forEach(Thread::start);
    for (Thread teller : tellers) {
      assertThat(looking.sight().packages().size()).isBetween(0, 300);
      teller.join();
    }
    assertThat(looking.sight().packages())
        .hasSize(300)
        .allMatch(row -> row.verdicts().stream().allMatch(Optional::isPresent));
  }
}
