package wheelbase.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.dockerfile.syntax.ParsedInstruction;
import wheelbase.dockerfile.syntax.Word;

/**
 * Distribution packages that a RUN installs.
 *
 * @param run the instruction
 * @param call the command in it
 * @param manager who installs
 * @param packages their names, without versions
 * @param kept those of them that the RUN does not remove before it ends
 * @param complete whether all names are known; else some come from a command or a variable
 */
record SystemInstall(
    ParsedInstruction run,
    ShellCall call,
    Manager manager,
    List<Word> packages,
    List<Word> kept,
    boolean complete) {
  /** The program that knows a distribution's packages. */
  enum Manager {
    APT,
    APK
  }

  private static final Set<String> APT = Set.of("apt-get", "apt", "aptitude");
  private static final Set<String> WITH_VALUE =
      Set.of(
          "-o",
          "-t",
          "-c",
          "--option",
          "--target-release",
          "--config-file",
          "--virtual",
          "-X",
          "--repository");

  SystemInstall {
    packages = List.copyOf(packages);
    kept = List.copyOf(kept);
  }

  /** Those of one instruction. */
  static List<SystemInstall> of(ParsedInstruction run, List<ShellCall> calls) {
    Set<String> removed = new HashSet<>();
    calls.forEach(call -> removed.addAll(removed(call)));
    List<SystemInstall> found = new ArrayList<>();
    for (ShellCall call : calls) {
      manager(call)
          .filter(manager -> isSubcommand(call, manager == Manager.APT ? "install" : "add"))
          .ifPresent(manager -> found.add(of(run, call, manager, removed)));
    }
    return found;
  }

  static Optional<Manager> manager(ShellCall call) {
    return APT.contains(call.program())
        ? Optional.of(Manager.APT)
        : call.program().equals("apk") ? Optional.of(Manager.APK) : Optional.empty();
  }

  static boolean isSubcommand(ShellCall call, String name) {
    return operands(call).stream()
        .findFirst()
        .filter(word -> word.value().equals(name))
        .isPresent();
  }

  private static SystemInstall of(
      ParsedInstruction run, ShellCall call, Manager manager, Set<String> removed) {
    boolean wholeGroupGoes = virtualName(call).filter(removed::contains).isPresent();
    List<Word> packages = new ArrayList<>();
    List<Word> kept = new ArrayList<>();
    for (Word word : operands(call).subList(1, operands(call).size())) {
      String name = word.value().replaceFirst("[=<>~/@].*", "");
      if (name.matches("(so:)?[A-Za-z0-9][A-Za-z0-9+._-]*")) {
        packages.add(new Word(name, word.extent()));
        if (!removed.contains(name) && !wholeGroupGoes) {
          kept.add(new Word(name, word.extent()));
        }
      }
    }
    return new SystemInstall(run, call, manager, packages, kept, !call.isDynamic());
  }

  private static Optional<String> virtualName(ShellCall call) {
    List<Word> words = call.words();
    for (int index = 0; index + 1 < words.size(); index++) {
      String word = words.get(index).value();
      if (word.equals("--virtual") || word.equals("-t") && call.program().equals("apk")) {
        return Optional.of(words.get(index + 1).value());
      }
    }
    return words.stream()
        .map(Word::value)
        .filter(word -> word.startsWith("--virtual="))
        .map(word -> word.substring(10))
        .findFirst();
  }

  private static Set<String> removed(ShellCall call) {
    boolean removes =
        manager(call).isPresent()
            && (isSubcommand(call, "remove")
                || isSubcommand(call, "purge")
                || isSubcommand(call, "autoremove")
                || isSubcommand(call, "del"));
    Set<String> names = new HashSet<>();
    if (removes) {
      operands(call).forEach(word -> names.add(word.value()));
    }
    return names;
  }

  /** The words that are neither options nor their values, the subcommand first. */
  private static List<Word> operands(ShellCall call) {
    List<Word> found = new ArrayList<>();
    List<Word> words = call.words();
    for (int index = 1; index < words.size(); index++) {
      String word = words.get(index).value();
      if (WITH_VALUE.contains(word)) {
        index++;
      } else if (!word.startsWith("-")) {
        found.add(words.get(index));
      }
    }
    return found;
  }
}
