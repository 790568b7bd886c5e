package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.testing.AnalysisBuilder;
import wheelbase.testing.Schema;
import wheelbase.testing.Stories;

/** {@code check --html}. */
class PageFileTest {
  @TempDir private Path directory;

  private final AtomicInteger looks = new AtomicInteger();
  private AnalysisBuilder project;

  @BeforeEach
  void aProject() throws IOException {
    Files.writeString(directory.resolve("requirements.txt"), "lxml\n");
    project = new AnalysisBuilder().project(directory).bases("3.13", "slim-trixie", "alpine3.24");
    project.candidate("slim-trixie", 150).candidate("alpine3.24", 140, "lxml");
    project.adds("lxml", "6.0.2").requiredBy("requirements.txt:1", "lxml");
  }

  private CommandLineRun check(String... options) {
    return CommandLineRun.of(
        directory,
        (request, index, progress) -> {
          looks.incrementAndGet();
          return project.build();
        },
        Stream.concat(Stream.of("check"), Stream.of(options)).toArray(String[]::new));
  }

  private String page(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  @Test
  void thePageComesBesidesTheText() throws IOException {
    CommandLineRun run = check("--html", "page.html");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(check().out());
    assertThat(run.err()).isEqualTo("wrote page.html\n");
    assertThat(page("page.html"))
        .startsWith("<!DOCTYPE html>")
        .contains("python:3.13-slim-trixie", "CMD", "requirements.txt")
        .doesNotContain(directory.toString());
    assertThat(names()).containsExactly("page.html", "requirements.txt");
  }

  @Test
  void thePageComesBesidesTheJson() throws IOException {
    CommandLineRun run = check("--json", "--quiet", "--html", "page.html");
    Schema.assertValid(run.out());
    assertThat(run.err()).isEmpty();
    assertThat(page("page.html")).startsWith("<!DOCTYPE html>");
  }

  @Test
  void thePageOfTheLastRunIsReplacedThroughALink() throws IOException {
    Files.createDirectory(directory.resolve("site"));
    Files.writeString(directory.resolve("site/index.html"), "old");
    Files.createSymbolicLink(directory.resolve("page.html"), Path.of("site", "index.html"));
    assertThat(check("--html", "page.html").exitCode()).isZero();
    assertThat(Files.isSymbolicLink(directory.resolve("page.html"))).isTrue();
    assertThat(page("site/index.html")).startsWith("<!DOCTYPE html>");
  }

  @Test
  void whatIsNoFileIsWrittenToAndNotReplaced() {
    assertThat(check("--html", "/dev/null").exitCode()).isZero();
    assertThat(Path.of("/dev/null")).exists();
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nowhere/page.html | there is no directory `nowhere` | mkdir -p nowhere",
        "requirements.txt/page.html | `requirements.txt` is not a directory | name a file",
        ". | `.` is a directory | --html ./check.html",
      })
  void whatCannotBeWrittenIsSaidBeforeTheWork(String file, String message, String hint)
      throws IOException {
    CommandLineRun run = check("--html", file);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message).contains("hint: " + hint);
    assertThat(looks).hasValue(0);
    assertThat(names()).containsExactly("requirements.txt");
  }

  @Test
  void requirementsThatCannotBeMetHaveAPageToo() throws IOException {
    project =
        new AnalysisBuilder()
            .project(directory)
            .bases("3.13", "slim-trixie")
            .conflict(
                "3.13",
                "slim-trixie",
                Stories.wants("requirements.txt", 1, "a==1"),
                Stories.wants("requirements.txt", 2, "a==2"))
            .diagnostic(Diagnostic.error("conflict", "the requirements cannot be met"));
    assertThat(check("--html", "page.html").exitCode()).isEqualTo(ExitCode.REQUIREMENTS);
    assertThat(page("page.html")).contains("<li>but requirements.txt:2 wants a&#x3D;&#x3D;2</li>");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
