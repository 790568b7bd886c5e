package wheelbase.engine;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one engine does. Whatever it builds has the label {@link #LABEL}, whose value is the name
 * that the caller gave: no image that somebody else built is ever the same, so removing it takes
 * nothing away from anybody.
 */
public interface Engine {
  /** On every image that is built, with the tag as its value. */
  String LABEL = "wheelbase.verify";

  /** The repository of every image that is built. */
  String REPOSITORY = "localhost/wheelbase-verify";

  EngineKind kind();

  /** As the engine says it. */
  String version();

  /** What it builds for where nothing else is said: {@code amd64}, {@code arm64}. */
  String architecture();

  /**
   * Builds.
   *
   * @param tag a word of one's own, under which the image is found then
   * @param log is given every line of the engine as it comes
   */
  ProcessOutcome build(BuildOrder order, String tag, Consumer<String> log)
      throws IOException, InterruptedException;

  /**
   * Runs a command in an image that was built here. The container is removed, whatever happens.
   *
   * @param log is given every line on standard error as it comes
   */
  ProcessOutcome run(RunOrder order, String tag, Consumer<String> log)
      throws IOException, InterruptedException;

  /** How an image that was built here wants to be run. */
  ImageConfig inspect(String tag) throws IOException, InterruptedException;

  /**
   * Removes an image that was built here, and containers of it. Nothing happens where there is
   * none.
   */
  void remove(String tag) throws IOException, InterruptedException;

  /** The name of an image with a tag. */
  static String image(String tag) {
    return REPOSITORY + ":" + tag;
  }

  /** The name of a container of it. */
  static String container(String tag) {
    return "wheelbase-verify-" + tag;
  }

  /** {@code program} and its arguments. */
  static List<String> command(String program, List<String> arguments) {
    java.util.ArrayList<String> command = new java.util.ArrayList<>();
    command.add(program);
    command.addAll(arguments);
    return command;
  }
}
