package wheelbase.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.requirements.MemoryFiles;

class ServiceSearchTest {
  /**
   * @param files with requirements, but those that end in {@code .py}: there an application is
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "one at the root             | requirements.txt app.py                         | .",
        "two beside each other       | web/requirements.txt web/app.py api/pyproject.toml api/main.py | api web",
        "deeper ones                 | a/b/c/requirements.txt a/b/c/app.py             | a/b/c",
        "as deep as is looked        | a/b/c/d/requirements.txt a/b/c/d/app.py         | a/b/c/d",
        "too deep                    | a/b/c/d/e/requirements.txt a/b/c/d/e/app.py     | ''",
        "tools at the root           | requirements.txt web/requirements.txt web/app.py | web",
        "one at the root, one below  | requirements.txt app.py jobs/requirements.txt jobs/main.py | . jobs",
        "one within another          | web/requirements.txt web/app.py web/jobs/requirements.txt web/jobs/main.py | web web/jobs",
        "a library beside            | lib/pyproject.toml web/requirements.txt web/app.py | web",
        "no requirements             | web/app.py                                      | ''",
        "requirements in a directory | web/requirements/production.txt web/app.py      | web",
        "hidden                      | .old/requirements.txt .old/app.py               | ''",
        "an environment              | venv/requirements.txt venv/app.py               | ''",
        "somebody else's             | node_modules/x/requirements.txt node_modules/x/app.py | ''",
        "tests and documentation     | tests/requirements.txt tests/app.py docs/requirements.txt docs/conf.py | ''",
        "names that sort otherwise   | b-a/requirements.txt b-a/app.py b/requirements.txt b/app.py b/a/requirements.txt b/a/app.py | b b-a b/a",
      })
  void finds(String name, String files, String expected) {
    assertThat(find(drawn(files))).containsExactlyElementsOf(words(expected));
  }

  @Test
  void anEnvironmentOfAnyNameIsKnownByItsFile() {
    MemoryFiles files = drawn("py/requirements.txt py/app.py").with("py/pyvenv.cfg", "home = x");
    assertThat(find(files)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "old        | web",
        "/old/      | web",
        "o*         | web",
        "**/old     | web",
        "web/       | old old/x",
        "*          | ''",
        "*;!web     | web",
        "old/x      | old web",
        "# old      | old old/x web",
        "''         | old old/x web",
      })
  void whatGitIgnoresIsNotLookedInto(String ignore, String expected) {
    MemoryFiles files =
        drawn(
                "web/requirements.txt web/app.py old/requirements.txt old/app.py"
                    + " old/x/requirements.txt old/x/app.py")
            .with(".gitignore", ignore.replace(';', '\n'));
    assertThat(find(files)).containsExactlyElementsOf(words(expected));
  }

  @Test
  void anIgnoreFileHoldsForWhatLiesBelowIt() {
    MemoryFiles files =
        drawn("a/x/requirements.txt a/x/app.py b/x/requirements.txt b/x/app.py")
            .with("a/.gitignore", "x\n");
    assertThat(find(files)).containsExactly("b/x");
  }

  @Test
  void aComposeFileNamesServicesWhoseStartNobodyFinds() {
    MemoryFiles files =
        drawn("web/requirements.txt examples/shop/requirements.txt lib/requirements.txt")
            .with(
                "compose.yaml",
                """
                services:
                  web:
                    build: ./web
                  shop:
                    build:
                      context: "examples/shop/"   # not searched otherwise
                  tools:
                    build: .
                  elsewhere:
                    build: ../elsewhere
                  remote:
                    build: https://example.org/x.git
                  missing:
                    build: gone
                  chosen:
                    build: ${DIRECTORY}
                """);
    assertThat(find(files)).containsExactly("examples/shop", "web");
  }

  @Test
  void anApplicationOfAServiceBelowIsNotItsParents() {
    MemoryFiles files = drawn("requirements.txt web/requirements.txt web/app.py");
    List<String> found =
        new ServiceSearch(files, MemoryFiles.ROOT)
            .find(
                directory ->
                    Optional.of(directory.equals(MemoryFiles.ROOT) ? "web/app.py:3" : "app.py:3"));
    assertThat(found).containsExactly("web");
  }

  /** An application is any Python file in the directory itself. */
  private static List<String> find(MemoryFiles files) {
    return new ServiceSearch(files, MemoryFiles.ROOT)
        .find(
            directory ->
                files.names(directory).stream().filter(name -> name.endsWith(".py")).findFirst());
  }

  private static MemoryFiles drawn(String names) {
    Map<String, String> texts = new HashMap<>();
    words(names).forEach(name -> texts.put(name, text(name)));
    MemoryFiles files = MemoryFiles.of();
    texts.forEach(files::with);
    return files;
  }

  private static String text(String name) {
    return Path.of(name).endsWith("pyproject.toml") ? "[project]\nname = \"x\"\n" : "flask\n";
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
