package wheelbase.wizard;

import java.util.Optional;

/**
 * Everything that a user can be asked. Each has one name, in answers files, and one flag of {@code
 * generate} that says the same.
 */
public enum Topic {
  REQUIREMENTS(Step.PROJECT, "requirements", "--requirement"),
  EXTRAS(Step.PROJECT, "extras", "--extra"),
  GROUPS(Step.PROJECT, "groups", "--group"),
  OUTPUT(Step.PROJECT, "output", "--output"),
  PYTHON(Step.TARGETS, "python", "--python"),
  ARCHITECTURES(Step.TARGETS, "architectures", "--arch"),
  NO_BINARY(Step.TARGETS, "no-binary", "--no-binary"),
  CURES(Step.MATRIX, "cures", "--cure"),
  BASE(Step.BASE, "base", "--base"),
  APPLICATION(Step.APPLICATION, "application", "--app"),
  PORT(Step.APPLICATION, "port", "--port"),
  HEALTH(Step.APPLICATION, "health", "--health"),
  WORKERS(Step.APPLICATION, "workers", "--workers"),
  LAYOUT(Step.OPTIONS, "layout", "--layout"),
  INSTALLER(Step.OPTIONS, "installer", "--installer"),
  BUILDER(Step.OPTIONS, "builder", "--builder"),
  TEST(Step.OPTIONS, "test", "--test"),
  USER(Step.OPTIONS, "user", "--user"),
  CACHE_MOUNTS(Step.OPTIONS, "cache-mounts", "--no-cache-mounts"),
  DOCKERIGNORE(Step.OPTIONS, "dockerignore", "--no-dockerignore"),
  LINK_CHECK(Step.OPTIONS, "link-check", "--no-link-check"),
  LOCK(Step.OPTIONS, "lock", "--lock"),
  DIGEST(Step.OPTIONS, "digest", "--digest");

  private static final String NOT = "--no-";

  private final Step step;
  private final String id;
  private final String flag;

  Topic(Step step, String id, String flag) {
    this.step = step;
    this.id = id;
    this.flag = flag;
  }

  /** Where it is asked. */
  public Step step() {
    return step;
  }

  /** As it is called in an answers file. */
  public String id() {
    return id;
  }

  /**
   * As it is called on the command line; a switch that begins with {@code --no-} stands for "no".
   */
  public String flag() {
    return flag;
  }

  /** Whether the answer is yes or no, and the flag stands alone. */
  public boolean isSwitch() {
    return switch (this) {
      case CACHE_MOUNTS, DOCKERIGNORE, LINK_CHECK, LOCK, DIGEST -> true;
      default -> false;
    };
  }

  /** What is answered to a switch that nobody speaks of: the flag is there to say the other. */
  public String usualAnswer() {
    return flag.startsWith(NOT) ? Answers.YES : Answers.NO;
  }

  /** Whether more than one word is an answer. */
  public boolean takesSeveral() {
    return switch (this) {
      case REQUIREMENTS, EXTRAS, GROUPS, PYTHON, ARCHITECTURES, NO_BINARY, CURES, BASE -> true;
      default -> false;
    };
  }

  /** Whether several words stand behind one flag, with commas; else the flag is repeated. */
  public boolean isJoined() {
    return switch (this) {
      case PYTHON, ARCHITECTURES, NO_BINARY, BASE -> true;
      default -> false;
    };
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
