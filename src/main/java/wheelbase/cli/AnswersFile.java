package wheelbase.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import wheelbase.wizard.Answers;
import wheelbase.wizard.TypedAnswers;

/** The file that {@code --answers} names. */
final class AnswersFile {
  private AnswersFile() {}

  /**
   * @param written as the user wrote it
   * @throws UsageException where it cannot be read, with everything that is wrong in it
   */
  static Answers read(Path written, Surroundings surroundings) {
    Path place = surroundings.directory().resolve(written);
    TypedAnswers read;
    try {
      String text = new String(Files.readAllBytes(place), StandardCharsets.UTF_8);
      read = TypedAnswers.read(written.toString(), text);
    } catch (NoSuchFileException e) {
      throw MissingPath.explain(written, place);
    } catch (IOException e) {
      throw new UsageException(
          "--answers: `" + written + "` cannot be read",
          Files.isDirectory(place) ? "name a file in it" : "");
    }
    if (!read.problems().isEmpty()) {
      throw new UsageException(read.problems());
    }
    return read.answers();
  }
}
