package wheelbase.dockerfile.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.testing.Programs;

/**
 * Asks BuildKit's parser now: the generated Dockerfiles, and files put together at random (from a
 * fixed seed) out of pieces that are hard to read.
 */
@Tag("servers")
class LiveParserTest {
  private static final int DRAWN = 600;
  private static final List<String> PIECES =
      List.of(
          "RUN ",
          "COPY ",
          "ENV ",
          "ARG ",
          "CMD ",
          "LABEL ",
          "ONBUILD ",
          "FROM ",
          "USER ",
          "EXPOSE ",
          "VOLUME ",
          "HEALTHCHECK CMD ",
          "\n",
          "\n",
          "\n",
          "\\\n",
          " \\ \n",
          "# comment\n",
          "  # in\n",
          "<<EOF",
          "<<-E",
          "\nEOF\n",
          "\n\tE\n",
          "\"",
          "'",
          "\\",
          "\\\\",
          "$a",
          "${a:-b}",
          "a=b",
          "=",
          "[\"a\", \"b\"]",
          "[",
          "]",
          ",",
          " ",
          "\t",
          "--from=x ",
          "--mount=type=cache,target=/x ",
          "--",
          "--link ",
          "word",
          "x.y",
          "/",
          "|| true",
          "&& ",
          "{",
          "}");

  @Test
  void readsAsTheParserThatIsInstalled(@TempDir Path directory) throws Exception {
    Programs.need("go");
    Path program = directory.resolve("dockerfile-truth");
    String built = build(program);
    assertThat(program).as(built).exists();
    List<Path> files = new ArrayList<>(drawn(directory));
    try (Stream<Path> goldens = Files.list(Path.of("src/test/resources/dockerfile"))) {
      goldens
          .filter(each -> each.toString().endsWith("Dockerfile"))
          .map(Path::toAbsolutePath)
          .forEach(files::add);
    }
    List<String> command = new ArrayList<>(List.of(program.toString()));
    files.forEach(each -> command.add(each.toString()));
    JsonNode truth = new ObjectMapper().readTree(Programs.run(directory, Map.of(), "", command));
    List<String> differences = new ArrayList<>();
    for (Path each : files) {
      String name = each.getFileName().toString();
      Dockerfile read = DockerfileReader.read(name, Files.readString(each));
      String difference = ParserTruth.difference(truth.get(name), read);
      if (!difference.isEmpty()) {
        differences.add(Files.readString(each) + "\n" + difference);
      }
    }
    assertThat(differences).isEmpty();
  }

  private static String build(Path program) throws IOException, InterruptedException {
    Process build =
        new ProcessBuilder("go", "build", "-o", program.toString(), ".")
            .directory(Path.of("scripts/dockerfile-truth").toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    build.waitFor();
    return said;
  }

  private static List<Path> drawn(Path directory) throws IOException {
    Random random = new Random(6);
    List<Path> files = new ArrayList<>();
    for (int number = 0; number < DRAWN; number++) {
      StringBuilder text = new StringBuilder("FROM a\n");
      for (int piece = random.nextInt(30); piece >= 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      files.add(Files.writeString(directory.resolve("drawn-" + number), text));
    }
    return files;
  }
}
