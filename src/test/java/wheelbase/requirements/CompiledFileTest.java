package wheelbase.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Diagnostic;

class CompiledFileTest {
  private static List<Diagnostic> faults(MemoryFiles files) {
    Path file = Path.of("requirements.txt");
    List<DeclaredRequirement> compiled =
        new RequirementsReader(MemoryFiles.ROOT, files, Map.of())
            .read(List.of(file), List.of())
            .requirements();
    return new CompiledFile(MemoryFiles.ROOT, files, Map.of()).faults(file, compiled);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flask>=3            | flask==3.1 click==8 | ",
        "Flask[async] >= 3   | flask[async]==3.1   | ",
        "flask>=3            | click==8            | requirements.txt lacks flask, which requirements.in asks for",
        "flask>=3            | flask==2.3          | requirements.txt has flask==2.3, and requirements.in asks for flask>=3",
        "tomli ; python_version < '3.11' | click==8 | ",
        "./local             | click==8            | ",
        "flask @ https://index.test/flask.zip | flask==3 | "
      })
  void aSourceIsMetOrNot(String source, String compiled, String expected) {
    List<Diagnostic> faults =
        faults(
            MemoryFiles.of(
                "requirements.in",
                "# what we want\n" + source + "\n",
                "requirements.txt",
                compiled.replace(' ', '\n') + "\n"));
    assertThat(faults)
        .extracting(Diagnostic::message)
        .isEqualTo(expected == null ? List.of() : List.of(expected));
    faults.forEach(
        fault -> {
          assertThat(fault.hint()).hasValue("compile it anew: pip-compile requirements.in");
          assertThat(fault.place().orElseThrow().line()).isEqualTo(2);
        });
  }

  @Test
  void withoutASourceThereIsNothingToMeet() {
    assertThat(faults(MemoryFiles.of("requirements.txt", "flask\n"))).isEmpty();
  }
}
