package wheelbase.wizard;

import java.util.Optional;

/**
 * Everything that a user can be asked. Each has one name, in answers files, and one flag of {@code
 * generate} that says the same.
 */
public enum Topic {
  REQUIREMENTS("requirements", "--requirement"),
  OUTPUT("output", "--output"),
  PYTHON("python", "--python"),
  ARCHITECTURES("architectures", "--arch"),
  CURES("cures", "--cure"),
  BASE("base", "--base"),
  APPLICATION("application", "--app"),
  PORT("port", "--port"),
  HEALTH("health", "--health"),
  WORKERS("workers", "--workers"),
  USER("user", "--user"),
  CACHE_MOUNTS("cache-mounts", "--no-cache-mounts"),
  DOCKERIGNORE("dockerignore", "--no-dockerignore");

  private final String id;
  private final String flag;

  Topic(String id, String flag) {
    this.id = id;
    this.flag = flag;
  }

  /** As it is called in an answers file. */
  public String id() {
    return id;
  }

  /** As it is called on the command line; a flag that begins with {@code --no-} stands for "no". */
  public String flag() {
    return flag;
  }

  public boolean isSwitch() {
    return flag.startsWith("--no-");
  }

  /** Empty where there is none of that name. */
  public static Optional<Topic> ofId(String id) {
    for (Topic topic : values()) {
      if (topic.id.equals(id)) {
        return Optional.of(topic);
      }
    }
    return Optional.empty();
  }
}
