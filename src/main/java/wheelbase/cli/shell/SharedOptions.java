package wheelbase.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which commands have an option: what several of them share is to be described once. */
final class SharedOptions {
  private final Map<List<OfferedCommand>, List<OfferedOption>> byCommands = new LinkedHashMap<>();

  SharedOptions(OfferedCommand root) {
    Map<Object, OfferedOption> options = new LinkedHashMap<>();
    Map<Object, List<OfferedCommand>> commands = new LinkedHashMap<>();
    root.all()
        .forEach(
            command ->
                command
                    .options()
                    .forEach(
                        option -> {
                          options.putIfAbsent(identity(option), option);
                          commands
                              .computeIfAbsent(identity(option), key -> new ArrayList<>())
                              .add(command);
                        }));
    commands.forEach(
        (identity, holders) ->
            byCommands
                .computeIfAbsent(holders, key -> new ArrayList<>())
                .add(options.get(identity)));
  }

  /** {@code --help} is the same everywhere, even where it is described in other words. */
  private static Object identity(OfferedOption option) {
    return option.alone() ? option.names() : option;
  }

  /** Groups of options with the commands that share them, those of one subcommand left out. */
  Map<List<OfferedCommand>, List<OfferedOption>> shared() {
    Map<List<OfferedCommand>, List<OfferedOption>> shared = new LinkedHashMap<>(byCommands);
    shared.keySet().removeIf(holders -> holders.size() == 1 && !holders.get(0).path().isEmpty());
    return shared;
  }

  /** Those that no other command has. */
  List<OfferedOption> of(OfferedCommand command) {
    return byCommands.getOrDefault(List.of(command), List.of());
  }
}
