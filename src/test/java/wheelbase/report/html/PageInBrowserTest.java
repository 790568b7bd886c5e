package wheelbase.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import wheelbase.report.Projects;

/** The page clicked through, as its readers would, in a real browser. */
@Tag("browser")
class PageInBrowserTest {
  private static final String PAGE = Pages.of(Projects.karapace().build());

  private static Browser browser;

  @BeforeAll
  static void start(@TempDir Path directory) {
    browser = Browser.start(directory);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.open(PAGE);
  }

  @AfterEach
  void thePageComplainedOfNothingAndAskedNobody() {
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests()).isNotEmpty().allMatch(address -> address.startsWith("file:"));
  }

  @Test
  void theFilterShowsTheBlockersAlone() {
    assertThat(packages()).hasSize(5);
    browser.find("[data-filter=blocker]").click();
    assertThat(packages()).containsExactly("odd-one", "fastavro", "psycopg2");
    assertThat(browser.find("[data-filter=blocker]").getDomAttribute("aria-pressed"))
        .isEqualTo("true");
    assertThat(browser.find("#shown").getText()).isEqualTo("3 of 5 shown");
    browser.find("[data-filter=library]").click();
    assertThat(packages()).containsExactly("psycopg2", "python-magic");
    browser.find("[data-filter='']").click();
    assertThat(packages()).hasSize(5);
  }

  @Test
  void theSlashSearchesAndEscapeShowsAllAgain() {
    browser.press("/");
    browser.press("PSYCO");
    assertThat(packages()).containsExactly("psycopg2");
    browser.press("/");
    assertThat(browser.find("#search").getDomProperty("value")).isEqualTo("PSYCO/");
    browser.press(Keys.ESCAPE);
    assertThat(packages()).hasSize(5);
    assertThat(browser.focused().getTagName()).isEqualTo("body");
  }

  @ParameterizedTest
  @CsvSource({"ENTER", "SPACE"})
  void aCellIsOpenedByKeysAndSaysWhy(Keys key) {
    browser.tabTo(".matrix td > button");
    assertThat(browser.focused().getAccessibleName())
        .isEqualTo("odd-one on slim-trixie amd64: sdist, only Python");
    browser.press(Keys.ARROW_DOWN, Keys.ARROW_RIGHT);
    assertThat(browser.focused().getAccessibleName())
        .isEqualTo("fastavro on slim-trixie arm64: compiles");
    assertThat(browser.shown(".pane")).isEmpty();
    browser.press(key);
    assertThat(browser.focused().getDomAttribute("aria-expanded")).isEqualTo("true");
    assertThat(browser.shown(".pane"))
        .singleElement()
        .asString()
        .contains("for another architecture", "for Python 3.12 only");
    assertThat(browser.shown(".group.current"))
        .singleElement()
        .asString()
        .startsWith("C compiles slim-trixie arm64\nfastavro-1.12.0.tar.gz");
    browser.press(key);
    assertThat(browser.shown(".pane")).isEmpty();
    browser.press(key, Keys.ESCAPE);
    assertThat(browser.shown(".pane")).isEmpty();
  }

  @Test
  void theMatrixIsOneStopOfTheTabulatorAndNoTrap() {
    browser.tabTo(".matrix td > button");
    browser.press(Keys.END, Keys.ARROW_DOWN);
    String name = "fastavro on alpine3.24 arm64: compiles";
    assertThat(browser.focused().getAccessibleName()).isEqualTo(name);
    browser.pressBackwards();
    assertThat(browser.focused().getDomAttribute("id")).isEqualTo("search");
    browser.press(Keys.TAB);
    assertThat(browser.focused().getAccessibleName()).isEqualTo(name);
    browser.press(Keys.TAB);
    assertThat(browser.ask("return document.activeElement.matches('.matrix *')")).isEqualTo(false);
  }

  @Test
  void afterAFilterTheTabulatorStillReachesACell() {
    browser.find("[data-filter=library]").click();
    browser.tabTo(".matrix td > button");
    assertThat(browser.focused().getAccessibleName()).startsWith("psycopg2 on slim-trixie amd64");
  }

  @Test
  void aLinkToAPackageOpensWhatIsWorstAboutItThoughItWasLeftOut() {
    browser.find("[data-filter=library]").click();
    browser.find("#answer a[href='#package-fastavro']").click();
    assertThat(packages()).hasSize(5);
    assertThat(browser.shown(".group.current"))
        .singleElement()
        .asString()
        .startsWith("C compiles slim-trixie arm64");
    assertThat(browser.focused().getAccessibleName())
        .isEqualTo("fastavro on slim-trixie arm64: compiles");
  }

  @Test
  void whateverHasTheFocusShowsIt() {
    for (int stop = 0; stop < 12; stop++) {
      browser.press(Keys.TAB);
      assertThat(
              browser.ask(
                  "const style = getComputedStyle(document.activeElement);"
                      + "return style.outlineStyle + ' ' + style.outlineWidth"))
          .as(browser.focused().getAccessibleName())
          .isEqualTo("solid 2px");
    }
  }

  @Test
  void theButtonTurnsTheColours() {
    String light = background();
    browser.find("#theme").click();
    assertThat(background()).isNotEqualTo(light);
    browser.find("#theme").click();
    assertThat(background()).isEqualTo(light);
    browser.prefer("dark");
    assertThat(background()).isEqualTo(light);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyTextStandsOutFromWhatIsBehindIt(String scheme) {
    browser.prefer(scheme);
    browser.find("td.source-build > button").click();
    Map<?, ?> ratios = (Map<?, ?>) browser.ask(Contrast.SCRIPT);
    assertThat(ratios).hasSizeGreaterThan(10);
    assertThat(ratios)
        .allSatisfy(
            (where, ratio) ->
                assertThat(((Number) ratio).doubleValue())
                    .as(scheme + ": " + where)
                    .isGreaterThanOrEqualTo(4.5));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 400, 768, 1280, 1920})
  void thePageIsNeverWiderThanTheWindow(int width) {
    browser.width(width);
    for (String page : List.of(PAGE, Pages.of(Projects.many()), Pages.of(Projects.hostile()))) {
      browser.open(page);
      browser.width(width);
      browser.find("td[data-group] > button").click();
      assertThat(browser.ask("return document.documentElement.scrollWidth"))
          .isEqualTo(browser.ask("return document.documentElement.clientWidth"));
    }
  }

  @Test
  void withoutScriptsEverythingIsThereAndNothingThatDoesNothing() {
    try {
      browser.scripts(false);
      browser.open(PAGE);
      assertThat(browser.shown("button, input")).isEmpty();
      assertThat(browser.shown(".pane")).hasSize(5);
      assertThat(browser.shown(".matrix tbody td[data-group]")).contains("C compiles");
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void onPaperEverythingIsUnfoldedAndLight() throws IOException {
    String light = background();
    browser.find("[data-filter=library]").click();
    browser.find("#theme").click();
    browser.onPaper();
    assertThat(background()).isEqualTo(light);
    assertThat(browser.shown(".pane")).hasSize(5);
    assertThat(browser.shown(".needs-script, nav, .keys")).isEmpty();
    byte[] pdf = browser.print();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(pdf.length).isGreaterThan(20_000);
  }

  @Test
  void whatStrangersWroteIsShownAndNotObeyed() {
    browser.open(Pages.of(HostileProject.analysis()));
    assertThat(browser.ask("return window.stolen === undefined")).isEqualTo(true);
    assertThat(
            browser.ask("return document.querySelectorAll('img, iframe, script + script').length"))
        .isEqualTo(0L);
    assertThat(browser.ask("return document.body.textContent").toString())
        .contains(HostileProject.SCRIPT)
        .doesNotContain("\u202e", "\u0000", "\u001b");
  }

  private List<String> packages() {
    return browser.shown(".package .name");
  }

  private static String background() {
    return (String) browser.ask("return getComputedStyle(document.body).backgroundColor");
  }
}
