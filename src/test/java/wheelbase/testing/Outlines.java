package wheelbase.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import wheelbase.ProjectOutline;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Situation;

/** What the wizard knows of a project that a test has written into a directory. */
public final class Outlines {
  private Outlines() {}

  /**
   * @param files names and texts by turns
   */
  public static Situation situation(Path project, Answers answers, String... files) {
    for (int at = 0; at < files.length; at += 2) {
      write(project.resolve(files[at]), files[at + 1]);
    }
    WizardWorld world = new WizardWorld(project, MiniIndex.of());
    ProjectOutline outline = world.outline(world.request());
    return new Situation(answers, outline, Optional.empty(), Optional.empty());
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
