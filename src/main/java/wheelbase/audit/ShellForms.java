package wheelbase.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.dockerfile.syntax.ParsedInstruction;

/** CMD and ENTRYPOINT as a line for the shell, which then stands between Docker and the program. */
final class ShellForms implements Finder {
  private static final Set<String> BUILTINS =
      Set.of(
          "cd", "source", ".", "export", "set", "eval", "ulimit", "umask", "trap", "if", "for",
          "while");

  @Override
  public List<Finding> find(Audited audited) {
    List<Finding> found = new ArrayList<>();
    audited
        .image()
        .ifPresent(
            image ->
                Stream.of(Keyword.ENTRYPOINT, Keyword.CMD)
                    .flatMap(keyword -> image.last(keyword).stream())
                    .filter(each -> !each.exec() && !each.body().isEmpty())
                    .filter(each -> !each.body().value().startsWith("exec "))
                    .map(each -> finding(audited, image, each))
                    .forEach(found::add));
    return found;
  }

  private static Finding finding(Audited audited, StageFacts image, ParsedInstruction start) {
    String line = start.body().value();
    Optional<String> exec = execForm(line).filter(text -> stays(image, start));
    Finding finding =
        new Finding(
            Diagnostic.warning("shell-form", start.name().value() + " is a line for the shell")
                .withHint(
                    execForm(line)
                        .map(text -> start.name().value() + " " + text)
                        .orElse("write `exec` before the last command, or the JSON form"))
                .at(audited.place(start.body().extent())),
            "where the shell stays in between, it gets the signal to stop and not the program, which is then"
                + " killed after 10 seconds");
    return exec.map(text -> finding.fixedBy(new TextEdit(start.body().extent(), text)))
        .orElse(finding);
  }

  /** Whether the two forms come to the same: no other shell, nothing that the line is handed to. */
  private static boolean stays(StageFacts image, ParsedInstruction start) {
    Keyword other = start.is(Keyword.CMD) ? Keyword.ENTRYPOINT : Keyword.CMD;
    return image.last(Keyword.SHELL).isEmpty()
        && image.last(other).isEmpty()
        && start.heredocs().isEmpty();
  }

  /** The same as a JSON array; empty where the shell has something to do in it. */
  private static Optional<String> execForm(String line) {
    String[] words = line.trim().split("\\s+");
    boolean plain =
        line.matches("[\\w@%+=:,./ -]+") && !BUILTINS.contains(words[0]) && !words[0].contains("=");
    return plain
        ? Optional.of(
            Stream.of(words)
                .map(word -> '"' + word + '"')
                .collect(Collectors.joining(", ", "[", "]")))
        : Optional.empty();
  }
}
