package wheelbase.wizard.screen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.Analysis;
import wheelbase.baseimage.Unusable;
import wheelbase.testing.AnalysisBuilder;
import wheelbase.testing.Golden;
import wheelbase.wizard.Answers;
import wheelbase.wizard.BasePage;
import wheelbase.wizard.Key;
import wheelbase.wizard.LastPages;

/** What the base images look like side by side, from the smallest terminal to a large one. */
class BaseViewTest {
  @TempDir Path project;

  private static AnalysisBuilder karapace(String... pythons) {
    AnalysisBuilder analysis = new AnalysisBuilder();
    for (String python : pythons) {
      analysis.bases(python, "slim-trixie", "slim-bookworm", "alpine3.24", "trixie");
    }
    return analysis
        .systemPackages(
            "slim-trixie",
            List.of(
                "gcc: psycopg2 2.9.11 is compiled",
                "libc6-dev: psycopg2 2.9.11 is compiled",
                "libpq-dev: psycopg2 2.9.11 is built against libpq"),
            List.of(
                "libmagic1t64: python-magic 0.4.27 loads libmagic",
                "libpq5: psycopg2 2.9.11 is linked to libpq"))
        .candidate("slim-trixie", 246, "psycopg2")
        .candidate("slim-bookworm", 255, "psycopg2")
        .candidate("alpine3.24", 180, "fastavro", "grpcio", "psycopg2", "python-snappy")
        .candidate("trixie", 1246);
  }

  private static Analysis withoutAlpine() {
    return new AnalysisBuilder()
        .bases("3.13", "slim-trixie", "alpine3.24")
        .candidate("slim-trixie", 6000)
        .impossible(
            "alpine3.24",
            65,
            new Unusable("torch 2.9.0", "has no musllinux wheel and no sdist"),
            new Unusable("nvidia-cublas 13.1", "has no musllinux wheel and no sdist"))
        .build();
  }

  private void assertLooks(String name, Analysis analysis, Key... keys) throws IOException {
    BasePage page = LastPages.press(LastPages.bases(project, Answers.NONE, analysis), keys);
    assertLooks(name, page, 76, 21, Glyphs.UNICODE);
    assertLooks(name, page, 56, 13, Glyphs.UNICODE);
    assertLooks(name, page, 20, 4, Glyphs.ASCII);
    assertLooks(name, page, 116, 37, Glyphs.ASCII);
  }

  private static void assertLooks(String name, BasePage page, int columns, int rows, Glyphs glyphs)
      throws IOException {
    Canvas canvas = new Canvas(columns, rows, glyphs);
    new BaseView().draw(page, canvas);
    Golden.assertMatches("wizard/" + name + "-" + columns + "x" + rows + ".txt", canvas.toString());
  }

  @Test
  void onePython() throws IOException {
    assertLooks("bases", karapace("3.13").build());
  }

  @Test
  void severalPythons() throws IOException {
    assertLooks("bases-of-pythons", karapace("3.12", "3.13", "3.14").build(), Key.DOWN, Key.DOWN);
  }

  @Test
  void oneThatIsNotPossibleAndWasChosen() throws IOException {
    assertLooks("bases-impossible", withoutAlpine(), Key.DOWN, Key.ENTER);
  }

  @Test
  void whatATerminalWouldObeyIsShown() throws IOException {
    Analysis hostile =
        new AnalysisBuilder()
            .bases("3.13", "slim-trixie", "alpine3.24")
            .systemPackages(
                "slim-trixie",
                List.of("gcc: \u001b[31m\u4e2d\u6587 \ud83d\udc0d is compiled"),
                List.of())
            .candidate("slim-trixie", 150, "\u001b[2J", "\u202ex")
            .impossible("alpine3.24", 90, new Unusable("\u001b]0;x\u0007", "is not there"))
            .build();
    BasePage page = LastPages.bases(project, Answers.NONE, hostile);
    assertLooks("bases-hostile", page, 76, 21, Glyphs.UNICODE);
  }
}
