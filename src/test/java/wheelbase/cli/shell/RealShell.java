package wheelbase.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import wheelbase.testing.Programs;

/** The shells themselves, asked what they make of a completion script. */
public enum RealShell {
  BASH(BashCompletion::of),
  ZSH(ZshCompletion::of),
  FISH(FishCompletion::of);

  private static final Path AIDS = Path.of("src/test/resources/shells").toAbsolutePath();

  private final Function<OfferedCommand, String> generator;

  RealShell(Function<OfferedCommand, String> generator) {
    this.generator = generator;
  }

  /**
   * @param offers as the shell has them
   * @param drawn what a user sees, where the shell shows descriptions
   */
  public record Answer(List<String> offers, String drawn) {
    /** Without quoting and what is typed already, in front of {@code =} and commas; sorted. */
    public List<String> words() {
      return List.copyOf(
          new TreeSet<>(
              offers.stream()
                  .map(offer -> offer.replaceFirst("^.*[=,]", "").replace("\\", ""))
                  .map(offer -> offer.replaceFirst("/$", ""))
                  .filter(offer -> !offer.isEmpty())
                  .toList()));
    }
  }

  /**
   * What is offered after a line that is typed up to the cursor.
   *
   * @param scratch a directory for the script, and for what the shell writes at home
   * @param here the directory to stand in
   */
  public Answer ask(Path scratch, Path here, OfferedCommand root, String typed)
      throws IOException, InterruptedException {
    Path script = install(scratch, root);
    return switch (this) {
      case BASH -> new Answer(bash(here, script, root.program(), typed), "");
      case ZSH -> zsh(here, script, typed, "autoloaded", "offers");
      case FISH -> fish(here, script, typed);
    };
  }

  /** What the line becomes with a press of the key; not for fish. */
  public String complete(Path scratch, Path here, OfferedCommand root, String typed)
      throws IOException, InterruptedException {
    Path script = install(scratch, root);
    if (this == ZSH) {
      return zsh(here, script, typed, "sourced", "line").drawn();
    }
    Programs.need("script");
    Path answer = scratch.resolve("line");
    Map<String, String> environment =
        Map.of("SCRIPT", script.toString(), "ANSWER", answer.toString());
    String shell = "bash --rcfile '" + AIDS.resolve("press.bash") + "' -i";
    Programs.run(
        here, environment, typed + "\t\u0007", List.of("script", "-qec", shell, "/dev/null"));
    return Files.readString(answer);
  }

  private Path install(Path scratch, OfferedCommand root) throws IOException {
    Programs.need(name().toLowerCase(Locale.ROOT));
    return Files.writeString(scratch.resolve("_" + root.program()), generator.apply(root));
  }

  private static List<String> bash(Path here, Path script, String program, String typed)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("bash", AIDS.resolve("ask.bash").toString(), script.toString()));
    command.add(program);
    Arrays.stream(typed.split(" ", -1))
        .skip(1)
        // Where readline breaks words.
        .flatMap(word -> Arrays.stream(word.split("(?<=[:=])(?![:=])|(?<![:=])(?=[:=])")))
        .forEach(command::add);
    return Programs.run(here, Map.of(), "", command).lines().toList();
  }

  private static Answer zsh(Path here, Path script, String typed, String how, String wanted)
      throws IOException, InterruptedException {
    Path offers = script.resolveSibling("offers");
    Path line = script.resolveSibling("line");
    Files.writeString(offers, "");
    Map<String, String> environment =
        Map.of(
            "ZDOTDIR", AIDS.toString(),
            "SCRIPT", script.toString(),
            "HOW", how,
            "TYPED", typed,
            "ANSWER", offers.toString(),
            "LINE", line.toString(),
            "COLUMNS", "300");
    String drawn =
        Programs.run(
            here, environment, "", List.of("zsh", "-f", AIDS.resolve("ask.zsh").toString()));
    return new Answer(
        Files.readAllLines(offers), wanted.equals("line") ? Files.readString(line) : drawn);
  }

  private static Answer fish(Path here, Path script, String typed)
      throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of("HOME", script.getParent().toString(), "SCRIPT", script.toString(), "TYPED", typed);
    String drawn =
        Programs.run(
            here,
            environment,
            "",
            List.of("fish", "--no-config", "-c", "source $SCRIPT; complete -C \"$TYPED\""));
    return new Answer(drawn.lines().map(line -> line.split("\t")[0]).toList(), drawn);
  }
}
