package wheelbase.baseimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Severity;

class ImageSelectionTest {
  private static final String ALL =
      "slim-trixie, slim-bookworm, alpine3.24, alpine3.23, trixie, bookworm";

  private static ImageSelection parse(String bases, String pythons) {
    return ImageSelection.parse(Catalogue.shipped(), bases, Optional.ofNullable(pythons));
  }

  private static List<String> images(String bases, String pythons) {
    return parse(bases, pythons).images(Catalogue.shipped(), "3.13").stream()
        .map(BaseImage::reference)
        .toList();
  }

  @Test
  void takesListsOfBoth() {
    assertThat(images("slim-bookworm,alpine3.24", "3.11,3.13.2"))
        .containsExactly(
            "python:3.11-slim-bookworm",
            "python:3.11-alpine3.24",
            "python:3.13.2-slim-bookworm",
            "python:3.13.2-alpine3.24");
  }

  @Test
  void autoComparesTheTwoSlimsAndAlpine() {
    assertThat(images("auto", null))
        .containsExactly(
            "python:3.13-slim-trixie", "python:3.13-slim-bookworm", "python:3.13-alpine3.24");
  }

  @Test
  void asksForEachOnce() {
    assertThat(images("trixie, auto,trixie", "3.12,3.12"))
        .containsExactly(
            "python:3.12-trixie",
            "python:3.12-slim-trixie",
            "python:3.12-slim-bookworm",
            "python:3.12-alpine3.24");
  }

  @ParameterizedTest
  @CsvSource({
    "slim-bookwrom, slim-bookworm",
    "slimtrixie, slim-trixie",
    "slim, slim-trixie",
    "alpine, alpine3.24",
    "alpine3.22, alpine3.24",
    "debian:12, slim-bookworm",
    "alpine:3.23, alpine3.23",
    "python:3.13-slim-bookwrom, 3.13-slim-bookworm",
    "3.11-alpine, 3.11-alpine3.24",
    "docker.io/library/python:3.12.1-slim, 3.12.1-slim-trixie",
  })
  void saysWhichBaseWasMeant(String written, String meant) {
    ImageSelection selection = parse(written, null);
    assertThat(selection.variants()).isEmpty();
    assertThat(selection.diagnostics())
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.id()).isEqualTo("unknown-base");
              assertThat(diagnostic.severity()).isEqualTo(Severity.ERROR);
              assertThat(diagnostic.message())
                  .isEqualTo("`" + written + "` is not a base image known here");
              assertThat(diagnostic.hint())
                  .contains("did you mean `" + meant + "`? There are " + ALL);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3.12-alpine3.24 | | python:3.12-alpine3.24",
        "python:3.11.7-slim-bookworm | | python:3.11.7-slim-bookworm",
        "docker.io/library/python:3.10-trixie | 3.10 | python:3.10-trixie",
        "3.13-trixie,3.11-slim-trixie,3.13-trixie | | python:3.13-trixie python:3.11-slim-trixie",
        "3.12-trixie | 3.11,3.12 | python:3.12-trixie",
        "3.12.3-trixie | 3.12 | python:3.12.3-trixie",
        "3.12.3-trixie | 3.12.3 | python:3.12.3-trixie",
        "3.12-trixie,slim-trixie | 3.12 | python:3.12-slim-trixie python:3.12-trixie",
        "3.12-slim-trixie,slim-trixie | | python:3.13-slim-trixie python:3.12-slim-trixie",
        "3.13-slim-trixie,slim-trixie | | python:3.13-slim-trixie",
      })
  void aWholeTagNamesPythonAndVariantInOne(String bases, String pythons, String expected) {
    assertThat(parse(bases, pythons).diagnostics()).isEmpty();
    assertThat(images(bases, pythons)).containsExactly(expected.split(" "));
  }

  @Test
  void aWholeTagLeavesNoPythonToChoose() {
    assertThat(parse("3.12-trixie", null).series()).contains("3.12");
    assertThat(parse("3.12-trixie,trixie", null).series()).isEmpty();
    assertThat(parse("3.12-trixie,trixie", "3.11,3.12").series()).contains("3.11");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3.13-slim-trixie | 3.12 | 3.12",
        "3.13-slim-trixie | 3.11,3.12 | 3.11 or 3.12",
        "3.12-slim-trixie | 3.12.3 | 3.12.3",
        "3.12.4-slim-trixie | 3.12.3 | 3.12.3",
      })
  void aWholeTagAndAnotherPythonContradictEachOther(String base, String pythons, String asked) {
    assertThat(parse(base, pythons).diagnostics())
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.severity()).isEqualTo(Severity.ERROR);
              assertThat(diagnostic.message())
                  .isEqualTo("`" + base + "` is not an image of the Python asked for, " + asked);
              assertThat(diagnostic.hint().orElseThrow()).contains("names its Python itself");
            });
  }

  @Test
  void aWholeTagOfAPythonThatIsNotKnownIsRefused() {
    assertThat(parse("3.9-slim-trixie", null).diagnostics())
        .extracting("message")
        .containsExactly("no base image of Python 3.9 is known here");
  }

  @Test
  void doesNotGuessWildly() {
    assertThat(parse("ubuntu", null).diagnostics().get(0).hint())
        .contains("there are " + ALL + ", and auto");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "311 | `311` is not a Python version | did you mean `3.11`?",
        "py3.12 | `py3.12` is not a Python version | did you mean `3.12`?",
        "cp313 | `cp313` is not a Python version | did you mean `3.13`?",
        "new | `new` is not a Python version | there are 3.10 to 3.14, also with a patch release: 3.11.7",
        "3 | `3` is not a Python version | there are 3.10 to 3.14, also with a patch release: 3.11.7",
        "2.7 | `2.7` is not a Python version | there are 3.10 to 3.14, also with a patch release: 3.11.7",
        "3.9 | no base image of Python 3.9 is known here | there are 3.10 to 3.14",
        "3.15.0 | no base image of Python 3.15 is known here | there are 3.10 to 3.14",
      })
  void refusesPythons(String written, String message, String hint) {
    ImageSelection selection = parse("auto", written);
    assertThat(selection.pythons()).isEmpty();
    assertThat(selection.diagnostics())
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.message()).isEqualTo(message);
              assertThat(diagnostic.hint()).contains(hint);
            });
  }

  @Test
  void reportsEverythingThatIsWrong() {
    assertThat(parse("slm-trixie,ubuntu", "3.9,x").diagnostics()).hasSize(4);
  }

  @Test
  void wondersAtAPatchReleaseThatItHasNotSeen() {
    ImageSelection selection = parse("slim-trixie", "3.11.99");
    assertThat(selection.images(Catalogue.shipped(), "3.13").get(0).reference())
        .isEqualTo("python:3.11.99-slim-trixie");
    assertThat(selection.diagnostics())
        .singleElement()
        .satisfies(
            diagnostic -> {
              assertThat(diagnostic.severity()).isEqualTo(Severity.NOTE);
              assertThat(diagnostic.message())
                  .isEqualTo("Python 3.11.99 is newer than the 3.11.16 known here");
            });
    assertThat(parse("slim-trixie", "3.11.7").diagnostics()).isEmpty();
  }
}
