package wheelbase.wizard;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.dockerfile.BuildRequest;
import wheelbase.dockerfile.BuilderKind;
import wheelbase.dockerfile.Installer;
import wheelbase.dockerfile.Layout;
import wheelbase.platform.Architecture;
import wheelbase.report.EquivalentCommand;

/** Says answers as flags of {@code wheelbase generate}: those that are not the default anyway. */
final class RepeatingCommand {
  private final Given given;

  RepeatingCommand(Given given) {
    this.given = given;
  }

  EquivalentCommand of(Answers answers) {
    EquivalentCommand command = given.command();
    for (Topic topic : Topic.values()) {
      List<String> words = sayable(answers.to(topic).orElse(List.of()));
      if (!words.isEmpty() && !isDefault(topic, words)) {
        command = with(command, topic, words);
      } else if (topic == Topic.BASE) {
        command = withCompared(command);
      }
    }
    return given.path().map(command::path).orElse(command);
  }

  /** The bases that one is recommended of, where they are not the usual ones. */
  private EquivalentCommand withCompared(EquivalentCommand command) {
    ImageSelection compared = given.request().images();
    return compared.words().equals(Catalogue.AUTOMATIC)
        ? command
        : command.with(Topic.BASE.flag(), String.join(",", compared.words()));
  }

  private EquivalentCommand with(EquivalentCommand command, Topic topic, List<String> words) {
    if (topic.isSwitch()) {
      return command.with(topic.flag());
    }
    if (topic.isJoined()) {
      return command.with(topic.flag(), String.join(",", words));
    }
    EquivalentCommand longer = command;
    for (String word : words) {
      longer = longer.with(topic.flag(), topic == Topic.REQUIREMENTS ? fromHere(word) : told(word));
    }
    return longer;
  }

  /** A flag names files from where the user stands, an answer from the project. */
  private String fromHere(String file) {
    return given.path().map(path -> Path.of(path).resolve(file).toString()).orElse(told(file));
  }

  /** What begins with a hyphen may be taken for an option; only a directory can be called so. */
  private static String told(String word) {
    return word.startsWith("-") ? "./" + word : word;
  }

  /** No program can be given a NUL: such a word is no answer either. */
  private static List<String> sayable(List<String> words) {
    return words.stream().filter(word -> word.indexOf('\0') < 0).toList();
  }

  private static boolean isDefault(Topic topic, List<String> words) {
    return switch (topic) {
      case ARCHITECTURES ->
          words.equals(Arrays.stream(Architecture.values()).map(Architecture::engineName).toList());
      case LAYOUT -> words.equals(List.of(Layout.VENV.id()));
      case INSTALLER -> words.equals(List.of(Installer.PIP.id()));
      case BUILDER -> words.equals(List.of(BuilderKind.SAME.id()));
      case TEST -> words.equals(List.of("none"));
      case USER -> words.equals(List.of(Integer.toString(BuildRequest.USUAL_USER)));
      default -> topic.isSwitch() && words.equals(List.of(topic.usualAnswer()));
    };
  }
}
