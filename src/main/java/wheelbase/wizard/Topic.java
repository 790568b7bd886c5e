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
  CURES(Step.MATRIX, "cures", "--cure"),
  BASE(Step.BASE, "base", "--base"),
  APPLICATION(Step.APPLICATION, "application", "--app"),
  PORT(Step.APPLICATION, "port", "--port"),
  HEALTH(Step.APPLICATION, "health", "--health"),
  WORKERS(Step.APPLICATION, "workers", "--workers"),
  USER(Step.OPTIONS, "user", "--user"),
  CACHE_MOUNTS(Step.OPTIONS, "cache-mounts", "--no-cache-mounts"),
  DOCKERIGNORE(Step.OPTIONS, "dockerignore", "--no-dockerignore"),
  LOCK(Step.OPTIONS, "lock", "--lock");

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

  /** As it is called on the command line; a flag that begins with {@code --no-} stands for "no". */
  public String flag() {
    return flag;
  }

  /** Whether the answer is yes or no, and the flag stands alone. */
  public boolean isSwitch() {
    return this == LOCK || flag.startsWith(NOT);
  }

  /** What is answered to a switch that nobody speaks of: the flag is there to say the other. */
  public String usualAnswer() {
    return flag.startsWith(NOT) ? Answers.YES : Answers.NO;
  }

  /** Whether more than one word is an answer. */
  public boolean takesSeveral() {
    return switch (this) {
      case REQUIREMENTS, EXTRAS, GROUPS, PYTHON, ARCHITECTURES, CURES, BASE -> true;
      default -> false;
    };
  }

  /** Whether several words stand behind one flag, with commas; else the flag is repeated. */
  public boolean isJoined() {
    return this == PYTHON || this == ARCHITECTURES || this == BASE;
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
