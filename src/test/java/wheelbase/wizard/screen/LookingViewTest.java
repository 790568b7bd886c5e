package wheelbase.wizard.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wheelbase.index.IndexException;
import wheelbase.index.IndexQuestion;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.Libc;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.testing.Golden;
import wheelbase.wheels.VerdictClass;
import wheelbase.wizard.LookingPage;
import wheelbase.wizard.LookingPages;
import wheelbase.wizard.Sight;
import wheelbase.wizard.Sight.State;

/** What the analysis looks like while it runs, and where it does not go on. */
class LookingViewTest {
  private static void assertLooks(String name, LookingPage page) throws IOException {
    assertLooks(name, page, 76, 21, Glyphs.UNICODE);
    assertLooks(name, page, 56, 13, Glyphs.UNICODE);
    assertLooks(name, page, 20, 4, Glyphs.ASCII);
    assertLooks(name, page, 116, 37, Glyphs.ASCII);
  }

  private static void assertLooks(
      String name, LookingPage page, int columns, int rows, Glyphs glyphs) throws IOException {
    Golden.assertMatches(
        "wizard/" + name + "-" + columns + "x" + rows + ".txt", drawn(page, columns, rows, glyphs));
  }

  private static String drawn(LookingPage page, int columns, int rows, Glyphs glyphs) {
    Canvas canvas = new Canvas(columns, rows, glyphs);
    new LookingView().draw(page, canvas);
    return canvas.toString();
  }

  private static final Sight NOTHING = sight(List.of(), List.of(), -1);

  private static Sight sight(List<Sight.Target> targets, List<Sight.Row> rows, int latest) {
    return new Sight(
        targets.isEmpty() ? "choosing Python" : "resolving for " + targets.size() + " targets",
        targets.isEmpty()
            ? Map.of()
            : Map.of(
                IndexQuestion.PAGE, new Sight.Asked(41, 78, 38),
                IndexQuestion.METADATA, new Sight.Asked(10, 97, 0)),
        targets.isEmpty() ? List.of() : List.of("grpcio", "numpy-2.1.0.tar.gz"),
        List.of("3.14", "3.13"),
        targets,
        rows,
        latest,
        Optional.empty(),
        targets.isEmpty()
            ? Optional.empty()
            : Optional.of(new Sight.Retry(2, "https://index.test/simple/: 503")),
        Duration.ofMillis(12_400));
  }

  private static Sight.Target target(Libc libc, Architecture architecture, State state) {
    return new Sight.Target(
        new TargetPlatform(new PythonRelease(3, 13, 5), libc, architecture),
        state,
        state == State.PINNED ? 98 : 0);
  }

  private static List<Sight.Target> targets() {
    return List.of(
        target(Libc.glibc(2, 41), Architecture.AMD64, State.PINNED),
        target(Libc.glibc(2, 41), Architecture.ARM64, State.RESOLVING),
        target(Libc.glibc(2, 36), Architecture.AMD64, State.RESOLVING),
        target(Libc.glibc(2, 36), Architecture.ARM64, State.WAITING),
        target(Libc.musl(1, 2), Architecture.AMD64, State.CONFLICT),
        target(Libc.musl(1, 2), Architecture.ARM64, State.WAITING));
  }

  private static List<Sight.Row> rows(int count) {
    VerdictClass[] all = VerdictClass.values();
    return IntStream.range(0, count)
        .mapToObj(
            index -> {
              List<Optional<VerdictClass>> verdicts = new ArrayList<>();
              for (int column = 0; column < 6; column++) {
                verdicts.add(
                    (index + column) % 4 == 3
                        ? Optional.empty()
                        : Optional.of(all[(index + column) % all.length]));
              }
              return new Sight.Row(
                  new PackageName("package-" + index), Optional.of("1." + index), verdicts);
            })
        .toList();
  }

  @Test
  void beforeAnythingIsKnown() throws IOException {
    assertLooks("looking-begun", LookingPages.of(NOTHING));
  }

  @Test
  void theMatrixGrows() throws IOException {
    assertLooks("looking", LookingPages.of(sight(targets(), rows(30), 28)));
  }

  @Test
  void twentyTargetsOnTheYardstick() throws IOException {
    List<Sight.Target> many = new ArrayList<>();
    for (int minor = 10; minor <= 14; minor++) {
      for (Libc libc : List.of(Libc.glibc(2, 41), Libc.musl(1, 2))) {
        for (Architecture architecture : Architecture.values()) {
          many.add(
              new Sight.Target(
                  new TargetPlatform(new PythonRelease(3, minor, 1), libc, architecture),
                  State.WAITING,
                  0));
        }
      }
    }
    assertLooks(
        "looking-twenty", LookingPages.of(sight(many, List.of(), -1)), 76, 21, Glyphs.UNICODE);
  }

  @Test
  void theIndexFails() throws IOException {
    IndexException why =
        new IndexException("https://index.test/simple/flask/ could not be read: timed out");
    assertLooks("looking-index", LookingPages.failed(NOTHING, why, false));
    assertThat(drawn(LookingPages.failed(NOTHING, why, true), 76, 21, Glyphs.UNICODE))
        .contains("`r`")
        .doesNotContain("`o`");
  }

  @Test
  void aBug() throws IOException {
    assertLooks(
        "looking-bug",
        LookingPages.failed(NOTHING, new IllegalStateException("no \u001b[31mway"), false));
  }
}
