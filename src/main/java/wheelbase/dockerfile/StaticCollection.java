package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import wheelbase.application.Application;
import wheelbase.application.StaticFiles;

/**
 * Django's {@code collectstatic} in the build: the files are then the same in every container, and
 * a read-only root is enough to serve them.
 */
final class StaticCollection {
  private StaticCollection() {}

  /**
   * As root, before the account changes, so that the application cannot write what it serves. The
   * settings' variables stand before the command: none of them stays in the image.
   */
  static Step of(StaticFiles files, Application application) {
    List<String> words = new ArrayList<>();
    application.settingsModule().ifPresent(module -> words.add("DJANGO_SETTINGS_MODULE=" + module));
    files.environment().forEach((name, value) -> words.add(name + "=" + value));
    if (!words.isEmpty()) {
      words.add(0, "env");
    }
    words.addAll(List.of("python", "-B", files.manage(), "collectstatic", "--no-input"));
    return Step.of(
        Instruction.Run.of(ShellCommand.of(words)),
        files.environment().isEmpty()
            ? "Static files are collected once, and belong to root"
            : "Static files are collected once, and belong to root; the values are made up for"
                + " this command and stay out of the image");
  }
}
