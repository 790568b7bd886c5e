package wheelbase.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import wheelbase.Analysis;
import wheelbase.report.Projects;
import wheelbase.report.html.Pages.Element;

class HtmlPageTest {
  private static final String PAGE = Pages.of(Projects.karapace().build());

  @Test
  void beginsWithTheAnswer() {
    assertThat(Pages.text(PAGE, "answer"))
        .contains("slim. python:3.13-slim-bookworm")
        .contains("255 MB on disk, 85 MB to pull")
        .contains("Alpine would save 75 MB and cost 1 compile")
        .contains("Against Alpine: fastavro");
  }

  @Test
  void saysHowFarBackWheelsOnlyGo() {
    assertThat(Pages.text(PAGE, "older"))
        .contains("fastavro 1.12.0 \u2192 1.11.1")
        .contains("3 releases, 1.4 years older");
  }

  @Test
  void drawsTheSizesToScale() {
    List<Element> bars = Pages.elements(Pages.section(PAGE, "sizes"), "rect");
    assertThat(bars)
        .filteredOn(bar -> bar.attribute("class").equals("dependencies"))
        .extracting(bar -> bar.attribute("x") + "+" + bar.attribute("width"))
        .containsExactly("500+500", "482+482", "352+353");
    assertThat(bars)
        .filteredOn(bar -> bar.attribute("class").equals("pull"))
        .extracting(bar -> bar.attribute("width"))
        .containsExactly("333", "321", "235");
    assertThat(Pages.text(PAGE, "sizes"))
        .contains("255 MB on disk", "246 MB on disk", "180 MB on disk", "60 MB to pull")
        .contains("compiles fastavro and psycopg2, about 3 minutes a build")
        .contains("recommended");
  }

  @Test
  void saysOfEachPackageWithoutAWheelWhatWouldCureIt() {
    assertThat(Pages.text(PAGE, "blockers"))
        .containsSubsequence(
            "odd-one 1.0",
            "X nothing fits on alpine3.24",
            "nothing was found",
            "fastavro 1.12.0",
            "cohere > fastavro",
            "C compiles on slim-trixie for arm64",
            "closest wheel: for another architecture",
            "C compiles on alpine3.24",
            "no musllinux wheel",
            "fastavro==1.12.0 -> fastavro==1.12.1",
            "in range, a wheel",
            "psycopg2 2.9.11",
            "C compiles everywhere",
            "no wheel for Linux at all");
  }

  @Test
  void aVerdictIsASignAndAWordInEveryCell() {
    assertThat(Pages.cells(PAGE, "fastavro"))
        .containsExactly(". wheel", "C compiles", ". wheel", ". wheel", "C compiles", "C compiles");
    assertThat(Pages.cells(PAGE, "odd-one"))
        .containsExactly(
            "P sdist, only Python",
            "P sdist, only Python",
            "P sdist, only Python",
            "P sdist, only Python",
            "X nothing fits",
            "X nothing fits");
  }

  @Test
  void theReasonsBehindACellAreThereWithoutAScript() {
    assertThat(Pages.text(PAGE, "package-fastavro"))
        .containsSubsequence(
            "requirements.txt:17 cohere==5.15.0 > fastavro>=1.9.4,<2",
            ". wheel slim-trixie amd64, slim-bookworm amd64 and arm64",
            "C compiles slim-trixie arm64",
            "fastavro-1.12.0.tar.gz",
            "fastavro-1.12.0-cp312-cp312-manylinux_2_28_aarch64.whl for Python 3.12 only",
            "C compiles alpine3.24 amd64 and arm64",
            "no musllinux wheel",
            "Known from rule fastavro, proven 2026-11-20 on debian:13",
            "Would cure it (tried) fastavro==1.12.0 -> fastavro==1.12.1, in range, a wheel");
  }

  @Test
  void theMatrixHasTheWorstFirstAndCountsWhatItFilters() {
    assertThat(Pages.elements(PAGE, "tbody"))
        .filteredOn(body -> body.attribute("class").equals("package"))
        .extracting(body -> body.attribute("data-name"))
        .containsExactly("odd-one", "fastavro", "psycopg2", "python-magic", "cohere");
    assertThat(Pages.text(PAGE, "matrix"))
        .contains("all 5", "blockers 3", "needs libraries 2")
        .contains("C compiles 1 2 1 1 2 2");
  }

  @Test
  void theDockerfileHasTheReasonBesideTheLine() {
    assertThat(Pages.text(PAGE, "dockerfile"))
        .containsSubsequence(
            "FROM python:3.13-slim-bookworm AS libraries",
            "libmagic1 \\ python-magic 0.4.27 loads libmagic",
            "libpq5 \\ psycopg2 2.9.11 is linked to libpq",
            "FROM python:3.13-slim-bookworm AS builder",
            "builder installs the requirements; only /opt/venv leaves it",
            "libpq-dev psycopg2 2.9.11 is built against libpq",
            "RUN --mount=type=bind,from=libraries,target=/image",
            "Fails where something here is linked to a library that the image will not have",
            "EXPOSE 8000 Where the application listens")
        .doesNotContain("# psycopg2", "# builder");
    assertThat(Pages.text(PAGE, "system"))
        .contains("on python:3.13-slim-bookworm")
        .containsSubsequence(
            "In the build stage",
            "gcc psycopg2 2.9.11 is compiled",
            "At run time",
            "libpq5 psycopg2 2.9.11 is linked to libpq");
  }

  @Test
  void theNotesComeWithTheirPlaceAndTheirHint() {
    assertThat(Pages.text(PAGE, "notes"))
        .contains("note requirements.txt:41:1 cryptography 42.0.8 carries an OpenSSL past its end")
        .contains("cryptography==42.0.8")
        .contains("hint: wheelbase why cryptography");
  }

  @Test
  void aProjectThatRunsNowhereHasAPageToo() {
    Analysis conflict = Projects.conflict();
    String page = HtmlPage.of(conflict, Optional.empty(), Optional.empty());
    assertThat(Pages.text(page, null))
        .contains("The requirements cannot be met on Python 3.11 (python:3.11-slim-trixie)")
        .contains("but requirements.txt:22 wants sqlalchemy>=2.0.30");
    assertThat(page).doesNotContain("id=\"dockerfile\"", "id=\"sizes\"", "id=\"matrix\"");
  }

  @Test
  void anImageThatCannotRunTheProjectHasNoSize() {
    String sizes = Pages.text(Pages.of(Projects.impossible()), "sizes");
    assertThat(sizes)
        .contains("X cannot run it torch 2.9.0 has no musllinux wheel and no sdist")
        .doesNotContain("65 MB");
  }

  @Test
  void saysUntilWhenTheIndexWasLookedAt() {
    Instant cutoff = Instant.parse("2026-06-30T00:00:00Z");
    assertThat(HtmlPage.of(Projects.conflict(), Optional.empty(), Optional.of(cutoff)))
        .contains("Nothing newer than 2026-06-30T00:00:00Z was looked at.");
  }

  @Test
  void theSameAnalysisGivesTheSameBytes() {
    assertThat(Pages.of(Projects.karapace().build())).isEqualTo(PAGE);
  }

  @Test
  void asksNobodyForAnything() {
    assertThat(PAGE).contains("content=\"default-src 'none'; ");
    assertThat(PAGE).doesNotContainPattern("(?i)(src|href)=\"(?!#)");
    assertThat(PAGE).doesNotContainPattern("(?i)url\\(|@import|https?:|<link|<iframe|<img");
    assertThat(PAGE).doesNotContainPattern("(?i)<[^>]* (style|on[a-z]+)=");
  }

  @Test
  void whatStrangersWroteBecomesNoMarkup() {
    Analysis hostile = HostileProject.analysis();
    String page = Pages.of(hostile);
    String tame = Pages.of(HostileProject.tame());
    assertThat(tags(page)).isEqualTo(tags(tame));
    assertThat(page).doesNotContainPattern("(?i)<img|<svg onload|<script>window");
    assertThat(page.codePoints().filter(point -> point != '\n'))
        .noneMatch(Character::isISOControl)
        .noneMatch(point -> Character.getType(point) == Character.FORMAT)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    assertThat(Pages.text(page, null))
        .contains(HostileProject.SCRIPT)
        .contains("\ud83d\udc0d", "\\u202egpj.exe", "\\u001b[31m", "\u05e9\u05dc\u05d5\u05dd");
  }

  /** The names of all tags, but for the Dockerfile's: a long value takes more lines of it. */
  private static List<String> tags(String whole) {
    String page = whole.replace(Pages.section(whole, "dockerfile"), "");
    return Pages.elements(page.substring(page.indexOf("<body>")), "/?[a-z][a-z0-9]*").stream()
        .map(element -> element.tag().replaceAll("[ >].*", ""))
        .toList();
  }

  @Test
  void itsPolicyAdmitsItsOwnStyleAndScriptAndNoOther() throws Exception {
    for (String kind : List.of("style", "script")) {
      List<String> found = inside(PAGE, "<" + kind + ">(.*?)</" + kind + ">");
      assertThat(found).hasSize(1);
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(found.get(0).getBytes(StandardCharsets.UTF_8));
      assertThat(PAGE)
          .contains(kind + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
  }

  private static List<String> inside(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .toList();
  }
}
