package wheelbase.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReadingPropertiesTest {
  private static ProjectRequirements read(byte[] content) {
    FileReader files = path -> path.endsWith("r.txt") ? Optional.of(content) : Optional.empty();
    return new RequirementsReader(MemoryFiles.ROOT, files, Map.of("V", "flask"))
        .read(List.of(Path.of("r.txt")), List.of());
  }

  private static ProjectRequirements read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.of(
            "flask",
            "==",
            "2.0",
            " ",
            "  ",
            "\t",
            "\n",
            "\n",
            "\\\n",
            "\\",
            "#",
            " # c",
            ";",
            "[",
            "]",
            "-r ",
            "-e ",
            "--hash=sha256:",
            "--pre",
            "--",
            "-",
            "'",
            "\"",
            "${V}",
            "@ ",
            "https://",
            "git+",
            "./",
            ".whl",
            "#egg=",
            "é",
            "\u0000",
            "python_version>'3'",
            ",",
            ":all:",
            "--no-binary ",
            "=")
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }

  @Property
  void everyTextIsReadOrRefusedAndEveryPlaceIsInTheFile(@ForAll("files") String text) {
    List<String> lines = PythonText.splitLines(text);
    var read = read(text);
    read.diagnostics()
        .forEach(
            diagnostic ->
                diagnostic
                    .place()
                    .ifPresent(
                        place ->
                            assertThat(Credentials.hidden(lines.get(place.line() - 1)))
                                .isEqualTo(place.text())));
    read.requirements()
        .forEach(
            one -> assertThat(one.place().column()).isBetween(1, one.place().text().length() + 1));
  }

  @Property
  void everyBytesAreReadOrRefused(@ForAll byte[] content) {
    assertThat(read(content).files()).hasSize(1);
  }

  @Property
  void lineEndsDoNotMatter(@ForAll("files") String text) {
    assertThat(described(read(text.replace("\n", "\r\n")))).isEqualTo(described(read(text)));
  }

  private static String described(ProjectRequirements read) {
    return read.requirements()
        + read.diagnostics().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }
}
