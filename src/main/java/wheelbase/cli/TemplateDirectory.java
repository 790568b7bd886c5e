package wheelbase.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import wheelbase.bake.BakeFileWriter;
import wheelbase.diagnostic.Spelling;
import wheelbase.dockerfile.DockerIgnore;
import wheelbase.dockerfile.DockerfileWriter;
import wheelbase.dockerfile.Templates;

/** The directory that {@code --templates} names. */
final class TemplateDirectory {
  private static final Map<String, List<Map<String, Object>>> EXAMPLES =
      Map.of(
          DockerfileWriter.TEMPLATE, DockerfileWriter.examples(),
          DockerIgnore.TEMPLATE, DockerIgnore.examples(),
          BakeFileWriter.TEMPLATE, BakeFileWriter.examples());

  private TemplateDirectory() {}

  /**
   * What is not in it is as the program has it.
   *
   * @param written as the user wrote it
   * @throws UsageException where a template in it cannot be used
   */
  static Templates read(Path written, Path directory) {
    if (!Files.exists(directory)) {
      throw MissingPath.explain(written, directory);
    }
    Map<String, String> texts = new TreeMap<>();
    for (String name : names(written, directory)) {
      if (!EXAMPLES.containsKey(name)) {
        throw unknown(written, name);
      }
      texts.put(name, text(written.resolve(name), directory.resolve(name)));
    }
    if (texts.isEmpty()) {
      throw new UsageException("--templates: no template is in `" + written + "`", known());
    }
    return Templates.own(texts, written.toString(), EXAMPLES)
        .fold(
            templates -> templates,
            wrong -> {
              throw new UsageException(List.of(wrong));
            });
  }

  private static List<String> names(Path written, Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(Templates.SUFFIX))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException(
          "--templates: `" + written + "` is no directory that can be read", known());
    }
  }

  private static UsageException unknown(Path written, String name) {
    String meant = Spelling.question(name, EXAMPLES.keySet().stream().sorted().toList());
    return new UsageException(
        "--templates: nothing is written with `" + written.resolve(name) + "`",
        meant.isEmpty() ? known() : meant);
  }

  private static String known() {
    return "it may hold " + String.join(", ", EXAMPLES.keySet().stream().sorted().toList());
  }

  private static String text(Path written, Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new UsageException("--templates: `" + written + "` is not UTF-8", "");
    } catch (IOException e) {
      throw new UsageException("--templates: `" + written + "` cannot be read", "");
    }
  }
}
