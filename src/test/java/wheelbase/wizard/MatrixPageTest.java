package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wheelbase.Analysis;
import wheelbase.report.CellText;
import wheelbase.report.VerdictWords;
import wheelbase.testing.AnalysisBuilder;
import wheelbase.testing.Matrices;
import wheelbase.wheels.VerdictClass;

/** What keys make of the matrix. */
class MatrixPageTest {
  private static final Analysis KARAPACE = Matrices.karapace().build();
  private static final Analysis MANY = Matrices.manyTargets().build();

  @Test
  void blockersAreShownFirstAndAllWhereThereAreNone() {
    assertThat(page(KARAPACE).filter()).isEqualTo(MatrixFilter.BLOCKERS);
    assertThat(names(page(KARAPACE))).containsExactly("fastavro", "odd-one", "psycopg2");
    AnalysisBuilder plain = new AnalysisBuilder().bases("3.13", "slim-trixie");
    plain.adds("flask", "3.1.2");
    assertThat(page(plain.build()).filter()).isEqualTo(MatrixFilter.ALL);
  }

  @Test
  void tabGoesThroughTheFiltersAndBack() {
    MatrixPage page = page(KARAPACE);
    assertThat(names(press(page, Key.TAB))).containsExactly("psycopg2", "python-magic");
    assertThat(names(press(page, Key.TAB, Key.TAB))).hasSize(6);
    assertThat(press(page, Key.TAB, Key.BACK_TAB).filter()).isEqualTo(MatrixFilter.BLOCKERS);
    assertThat(page.count(MatrixFilter.ALL)).isEqualTo(6);
    assertThat(page.count(MatrixFilter.LIBRARIES)).isEqualTo(2);
  }

  @Test
  void theCursorStopsAtTheEnds() {
    MatrixPage page = page(KARAPACE, Key.TAB, Key.TAB);
    assertThat(under(page)).isEqualTo("cohere");
    assertThat(under(press(page, Key.UP))).isEqualTo("cohere");
    assertThat(under(press(page, Key.DOWN))).isEqualTo("fastavro");
    assertThat(under(press(page, Key.of('j'), Key.of('j'), Key.of('k')))).isEqualTo("fastavro");
    assertThat(under(press(page, Key.PAGE_DOWN))).isEqualTo("python-magic");
    assertThat(under(press(page, Key.END))).isEqualTo("python-magic");
    assertThat(under(press(page, Key.END, Key.HOME))).isEqualTo("cohere");
    assertThat(press(page, Key.LEFT, Key.LEFT).place()).isZero();
    assertThat(press(page, Key.RIGHT, Key.of('l'), Key.of('h')).place()).isEqualTo(2);
  }

  @Test
  void theCursorStaysOnItsPackageWhereTheFilterLetsIt() {
    MatrixPage page = page(KARAPACE, Key.END);
    assertThat(under(page)).isEqualTo("psycopg2");
    assertThat(under(press(page, Key.TAB))).isEqualTo("psycopg2");
    MatrixPage onFlask = page(KARAPACE, Key.TAB, Key.TAB, Key.DOWN, Key.DOWN);
    assertThat(under(onFlask)).isEqualTo("flask");
    assertThat(under(press(onFlask, Key.TAB))).isEqualTo("odd-one");
    assertThat(under(press(onFlask, Key.TAB, Key.BACK_TAB))).isEqualTo("flask");
  }

  @Test
  void typingNarrowsAtOnceAndLettersAreLetters() {
    MatrixPage page = page(KARAPACE, Key.TAB, Key.TAB);
    MatrixPage typing = type(press(page, Key.of('/')), "Python_M");
    assertThat(typing.isTyping()).isTrue();
    assertThat(names(typing)).containsExactly("python-magic");
    assertThat(names(type(typing, "q"))).isEmpty();
    assertThat(names(press(type(typing, "q"), Key.BACKSPACE))).containsExactly("python-magic");
    MatrixPage kept = press(typing, Key.ENTER);
    assertThat(kept.isTyping()).isFalse();
    assertThat(names(kept)).containsExactly("python-magic");
    assertThat(names(press(kept, Key.ESCAPE))).hasSize(6);
    assertThat(under(press(typing, Key.ESCAPE))).isEqualTo("cohere");
  }

  @Test
  void escapeGoesBackOnlyWhereNothingIsSearchedFor() {
    assertThat(page(KARAPACE).press(Key.ESCAPE)).isEqualTo(new Turn.Back(Answers.NONE));
    assertThat(page(KARAPACE).press(Key.ENTER)).isEqualTo(new Turn.Next(Answers.NONE));
    MatrixPage searching = press(type(page(KARAPACE, Key.of('/')), "fast"), Key.ENTER);
    assertThat(searching.press(Key.ESCAPE)).isInstanceOf(Turn.Show.class);
    assertThat(searching.press(Key.of('b'))).isEqualTo(new Turn.Back(Answers.NONE));
  }

  @Test
  void everyPythonHasItsOwnColumnsAndBlockers() {
    AnalysisBuilder project =
        new AnalysisBuilder().bases("3.12", "slim-trixie").bases("3.13", "slim-trixie");
    project.adds("flask", "3.1.2");
    Analysis analysis = project.build();
    MatrixPage page = page(analysis, Key.RIGHT, Key.of('p'));
    assertThat(page.column().orElseThrow().label()).isEqualTo("cp313 slim-trixie arm64");
    assertThat(press(page, Key.of('p')).column().orElseThrow().label())
        .isEqualTo("cp312 slim-trixie arm64");
    assertThat(page(KARAPACE).bindings()).noneMatch(binding -> binding.has(Key.of('p')));
    assertThat(press(page(MANY), Key.of('p')).count(MatrixFilter.BLOCKERS)).isEqualTo(1);
  }

  @Test
  void theOnlyCureIsTakenWithOneKey() {
    MatrixPage page = page(KARAPACE, Key.END);
    Turn.Revise turn = (Turn.Revise) page.press(Key.of('c'));
    assertThat(turn.answers().to(Topic.CURES))
        .contains(List.of("psycopg2:psycopg2-binary==2.9.11"));
    assertThat(((MatrixPage) turn.page()).changes())
        .containsExactly("taken: psycopg2==2.9.11 -> psycopg2-binary==2.9.11");
  }

  @Test
  void ofSeveralCuresOneIsChosen() {
    MatrixPage page = page(KARAPACE, Key.of('c'));
    assertThat(page.offers().orElseThrow().offers())
        .extracting(CureOffer::words)
        .containsExactly("add fastavro==1.12.1", "Python 3.12");
    Turn.Revise python = (Turn.Revise) press(page, Key.DOWN, Key.DOWN).press(Key.ENTER);
    assertThat(python.answers().to(Topic.PYTHON)).contains(List.of("3.12"));
    Turn.Revise edit = (Turn.Revise) press(page, Key.DOWN, Key.UP).press(Key.of('c'));
    assertThat(edit.answers().to(Topic.CURES)).contains(List.of("fastavro:fastavro==1.12.1"));
    assertThat(press(page, Key.ESCAPE).offers()).isEmpty();
  }

  @Test
  void anotherReleaseIsABaseImage() {
    AnalysisBuilder project =
        new AnalysisBuilder().bases("3.13", "slim-bookworm", "trixie", "slim-trixie");
    project.adds("grpcio", "1").everywhere(VerdictClass.SOURCE_BUILD, "grpcio-1.tar.gz");
    project.cure("other-release", "grpcio", "a base with glibc 2.41", "");
    project.candidate("slim-trixie", 246).candidate("slim-bookworm", 240, "grpcio");
    Turn.Revise turn = (Turn.Revise) page(project.build()).press(Key.of('c'));
    assertThat(turn.answers().to(Topic.BASE)).contains(List.of("3.13-slim-trixie"));
    assertThat(((MatrixPage) turn.page()).changes())
        .containsExactly("the base image will be python:3.13-slim-trixie");
  }

  @Test
  void whatIsTakenCanBeTakenBack() {
    Answers answers = Answers.NONE.with(Topic.CURES, List.of("a:a==1", "fastavro:fastavro==1.11"));
    MatrixPage page = MatrixPage.of(answers, KARAPACE, List.of());
    MatrixPage cures = press(page, Key.of('c'));
    assertThat(cures.offers().orElseThrow().offers())
        .extracting(CureOffer::taken)
        .containsExactly(false, false, true);
    Turn.Revise other = (Turn.Revise) cures.press(Key.ENTER);
    assertThat(other.answers().to(Topic.CURES))
        .contains(List.of("a:a==1", "fastavro:fastavro==1.12.1"));
    Turn.Revise back = (Turn.Revise) press(page, Key.of('u')).press(Key.ENTER);
    assertThat(back.answers().to(Topic.CURES)).contains(List.of("fastavro:fastavro==1.11"));
    assertThat(page(KARAPACE).bindings()).noneMatch(binding -> binding.has(Key.of('u')));
  }

  @Test
  void changesAreShownUntilTheNextKey() {
    MatrixPage page = MatrixPage.of(Answers.NONE, KARAPACE, List.of("all is new"));
    assertThat(page.changes()).containsExactly("all is new");
    assertThat(press(page, Key.DOWN).changes()).isEmpty();
    assertThat(press(page, Key.of('z')).changes()).isEmpty();
    assertThat(press(page, Key.of('c')).changes()).isEmpty();
  }

  @Test
  void aNewAnalysisIsSeenAsTheOldOneWas() {
    MatrixPage before = page(KARAPACE, Key.TAB, Key.TAB, Key.END, Key.RIGHT);
    MatrixPage after = MatrixPage.of(Answers.NONE, Matrices.karapace().build(), List.of("new"));
    MatrixPage like = after.like(before);
    assertThat(like.filter()).isEqualTo(MatrixFilter.ALL);
    assertThat(under(like)).isEqualTo("python-magic");
    assertThat(like.place()).isEqualTo(before.place()).isNotEqualTo(after.place());
    assertThat(like.changes()).containsExactly("new");
    assertThat(MatrixPage.of(Answers.NONE, MANY, List.of()).like(before).column().orElseThrow())
        .isEqualTo(before.column().orElseThrow());
  }

  @Test
  void theFirstCellIsOneWithoutAWheel() {
    assertThat(page(KARAPACE).place()).isEqualTo(1);
    assertThat(page(KARAPACE).row().orElseThrow().cells().get(0)).contains(VerdictWords.WHEEL);
  }

  @Test
  void detailsBeginWithWhatItComesTo() {
    List<String> lines = page(KARAPACE).details().stream().map(CellText.Line::text).toList();
    assertThat(lines.get(0))
        .isEqualTo("fastavro 1.12.0 on slim-trixie arm64: compiles, about 40 seconds");
    assertThat(lines).contains("requirements.txt:17: cohere==5.15.0 > fastavro>=1.9.4,<2");
  }

  @Test
  void detailsAreScrolledWithinWhatTheyAre() {
    MatrixPage page = page(KARAPACE, Key.of('w'), Key.UP);
    assertThat(page.isWhy()).isTrue();
    assertThat(page.scrolled()).isZero();
    assertThat(press(page, Key.END).scrolled()).isEqualTo(page.details().size() - 1);
    assertThat(press(page, Key.DOWN, Key.DOWN).scrolled()).isEqualTo(2);
    assertThat(press(page, Key.ESCAPE).isWhy()).isFalse();
    assertThat(page(KARAPACE, Key.of(' '), Key.of(' '), Key.BACKSPACE).scrolled()).isEqualTo(1);
    assertThat(page(KARAPACE, Key.of(' '), Key.DOWN).scrolled()).isZero();
  }

  @Test
  void anAnalysisWithoutPackagesOrTargetsHasKeysThatDoNothing() {
    MatrixPage empty = page(new AnalysisBuilder().build());
    for (Key key :
        List.of(Key.UP, Key.DOWN, Key.LEFT, Key.RIGHT, Key.HOME, Key.END, Key.TAB, Key.of('c'))) {
      assertThat(press(empty, key).row()).isEmpty();
    }
    assertThat(empty.details()).isEmpty();
  }

  private static MatrixPage page(Analysis analysis, Key... keys) {
    return press(MatrixPage.of(Answers.NONE, analysis, List.of()), keys);
  }

  private static MatrixPage press(MatrixPage page, Key... keys) {
    MatrixPage now = page;
    for (Key key : keys) {
      now = (MatrixPage) ((Turn.Show) now.press(key)).page();
    }
    return now;
  }

  private static MatrixPage type(MatrixPage page, String text) {
    return press(page, text.codePoints().mapToObj(Key::of).toArray(Key[]::new));
  }

  private static List<String> names(MatrixPage page) {
    return page.rows().stream().map(row -> row.name().value()).toList();
  }

  private static String under(MatrixPage page) {
    return page.row().orElseThrow().name().value();
  }
}
