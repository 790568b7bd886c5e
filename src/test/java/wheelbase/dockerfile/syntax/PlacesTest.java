package wheelbase.dockerfile.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wheelbase.diagnostic.SourceSpan;

/** Where things stand in the text. */
class PlacesTest {
  @Test
  void aWordOfAContinuedInstructionPointsAtItsOwnLine() {
    Dockerfile read =
        DockerfileReader.read(
            "Dockerfile", "FROM a\nCOPY --from=b \\\n  # no\n  one two/ \\\n  /x\n");
    ParsedInstruction copy = read.instructions().get(1);
    assertThat(read.place(copy.flags().get(0).extent()))
        .isEqualTo(new SourceSpan("Dockerfile", 2, 6, 8, "COPY --from=b \\"));
    assertThat(read.place(copy.arguments().get(1).extent()))
        .isEqualTo(new SourceSpan("Dockerfile", 4, 7, 4, "  one two/ \\"));
    assertThat(read.source().written(copy.extent())).startsWith("COPY").endsWith("/x");
  }

  @Test
  void aWordOfAnExecFormIsWithinItsQuotes() {
    Dockerfile read = DockerfileReader.read("Dockerfile", "FROM a\nCMD [\"x\", \"y\\\"z\"]\n");
    ParsedInstruction command = read.instructions().get(1);
    assertThat(read.source().written(command.arguments().get(1).extent())).isEqualTo("\"y\\\"z\"");
  }

  @Test
  void allFaultsAreToldNotTheFirst() {
    Dockerfile read =
        DockerfileReader.read("Dockerfile", "FROM a\nRUNN x\nCOPY --form=b c d\nUSER\n");
    assertThat(read.diagnostics())
        .extracting(each -> each.id() + " " + each.place().orElseThrow().line())
        .containsExactly("unknown-instruction 2", "unknown-flag 3", "bad-instruction 4");
    assertThat(read.diagnostics().get(0).hint()).hasValue("did you mean `RUN`?");
  }

  @ParameterizedTest
  @MethodSource("wheelbase.dockerfile.syntax.DockerfileReaderTest#files")
  void whatIsWrittenThereIsTheWord(String name) throws IOException {
    Dockerfile read =
        DockerfileReader.read(
            name, Files.readString(Path.of("src/test/resources/dockerfile-syntax", name)));
    for (ParsedInstruction each : read.instructions()) {
      assertThat(read.source().written(each.name().extent())).contains(each.name().value());
      assertThat(each.arguments()).allMatch(word -> each.extent().covers(word.extent()));
      assertThat(each.flags()).allMatch(flag -> each.extent().covers(flag.extent()));
      assertThat(each.heredocs())
          .allSatisfy(
              heredoc ->
                  assertThat(read.source().written(heredoc.extent())).isEqualTo(heredoc.content()));
    }
  }

  @Property(tries = 500)
  void anyTextIsReadWithoutAnException(@ForAll String text) {
    Dockerfile read = DockerfileReader.read("Dockerfile", "FROM a\nRUN " + text);
    VariableScopes.of(read, java.util.Map.of(), "linux/amd64");
    assertThat(read.instructions()).isNotEmpty();
  }
}
