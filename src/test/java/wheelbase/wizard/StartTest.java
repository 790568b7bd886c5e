package wheelbase.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.baseimage.ImageSelection;
import wheelbase.baseimage.PythonChoice;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.WizardWorld;

/** What becomes of bases that a command line names before the wizard begins. */
class StartTest {
  private static final Given GIVEN =
      Given.of(new WizardWorld(Path.of("."), MiniIndex.of()).request());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-                | -    | slim-trixie slim-bookworm alpine3.24            | {}",
        "slim-trixie      | -    | slim-trixie slim-bookworm alpine3.24            | {base=[slim-trixie]}",
        "alpine3.23       | -    | slim-trixie slim-bookworm alpine3.24 alpine3.23 | {base=[alpine3.23]}",
        "3.12-alpine3.24  | -    | slim-trixie slim-bookworm alpine3.24 on 3.12    | {python=[3.12], base=[3.12-alpine3.24]}",
        "3.12.7-slim-trixie | 3.12.7 | slim-trixie slim-bookworm alpine3.24 on 3.12.7 | {python=[3.12.7], base=[3.12.7-slim-trixie]}",
        "slim-trixie,alpine3.24 | - | slim-trixie alpine3.24                       | {}",
      })
  void basesAreTakenOrCompared(String bases, String python, String compared, String answers) {
    Answers said = Answers.NONE;
    if (bases != null) {
      said = said.with(Topic.BASE, List.of(bases.split(",")));
    }
    if (python != null) {
      said = said.with(Topic.PYTHON, python);
    }
    Start start = Start.of(GIVEN, said);
    assertThat(start.answers()).hasToString(answers);
    ImageSelection images = start.road().exploring(start.answers()).images();
    assertThat(images.diagnostics()).isEmpty();
    assertThat(images.named()).isEmpty();
    List<String> words = new ArrayList<>(images.variants());
    images.pythons().stream().map(PythonChoice::toString).forEach(each -> words.add("on " + each));
    assertThat(String.join(" ", words)).isEqualTo(compared.strip());
  }

  /** Where none of them is taken, the command must compare the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slim-trixie,alpine3.24 | wheelbase generate --base slim-trixie,alpine3.24",
        "alpine3.23 | wheelbase generate --base slim-trixie,slim-bookworm,alpine3.24,alpine3.23",
        "slim-bookworm | wheelbase generate",
      })
  void theCommandComparesTheSame(String bases, String command) {
    Start start = Start.of(GIVEN, Answers.NONE.with(Topic.BASE, List.of(bases.split(","))));
    assertThat(start.road().command(start.answers().without(Topic.BASE))).isEqualTo(command);
  }
}
