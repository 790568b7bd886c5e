package wheelbase.requirements;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lock files that are read, and the commands of the tools that keep them. */
public enum LockFormat {
  UV("uv.lock", "uv lock", "uv lock --upgrade-package "),
  POETRY("poetry.lock", "poetry lock", "poetry update "),
  PIPENV("Pipfile.lock", "pipenv lock", "pipenv upgrade "),
  PYLOCK("pylock.toml", "the tool that made it", "");

  /** {@code pylock.toml} may have a name in the middle (PEP 751, "File Name"). */
  private static final Pattern NAMED_PYLOCK = Pattern.compile("pylock\\.([^.]+\\.)?toml");

  private final String fileName;
  private final String makeCommand;
  private final String upgradeCommand;

  LockFormat(String fileName, String makeCommand, String upgradeCommand) {
    this.fileName = fileName;
    this.makeCommand = makeCommand;
    this.upgradeCommand = upgradeCommand;
  }

  public String fileName() {
    return fileName;
  }

  /** What makes the file anew. */
  public String makeCommand() {
    return makeCommand;
  }

  /** What puts another version of one package into it. */
  public String upgradeCommand(String name) {
    return upgradeCommand.isEmpty() ? makeCommand : upgradeCommand + name;
  }

  /** Empty where the file is no lock file. */
  public static Optional<LockFormat> of(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    if (NAMED_PYLOCK.matcher(name).matches()) {
      return Optional.of(PYLOCK);
    }
    for (LockFormat format : values()) {
      if (format.fileName.equals(name)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
