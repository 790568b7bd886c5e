package wheelbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must stand in one place only, over everything that is shipped. */
class SourceTest {
  private static final List<String> SHIPPED =
      List.of("src/main", "rules-db", "templates", "scripts", ".ci", "README.md", "pom.xml");

  private static final Pattern REGISTRY =
      Pattern.compile(
          "(pypi\\.(org|io)|pythonhosted\\.org|pypi\\.python\\.org)[/\"']|"
              + "(mirrors?|proxy|index)\\.[a-z0-9-]+\\.[a-z]{2,}/(simple|pypi)");

  @Test
  void thePublicIndexIsNamedOnce() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      int line = 0;
      for (String each : text.split("\n", -1)) {
        line++;
        if (REGISTRY.matcher(each).find()) {
          found.add(file + ":" + line + ": " + each.strip());
        }
      }
    }
    assertThat(found)
        .singleElement()
        .asString()
        .contains("IndexOptions.java")
        .contains("String PUBLIC_INDEX =");
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String place : SHIPPED) {
      Path root = Path.of(place);
      if (Files.exists(root)) {
        try (Stream<Path> below = Files.walk(root)) {
          below.filter(Files::isRegularFile).forEach(files::add);
        }
      }
    }
    assertThat(files).hasSizeGreaterThan(200);
    return files;
  }
}
