package wheelbase.dockerfile.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One instruction of a Dockerfile.
 *
 * @param name as written
 * @param keyword what it is; empty where there is no such instruction
 * @param flags the options before the arguments
 * @param exec whether the arguments are a JSON array
 * @param arguments one word for a shell form; name and value in turn for ENV and LABEL; type and
 *     command for HEALTHCHECK
 * @param body all that follows the flags, joined to one line
 * @param trigger the instruction within an ONBUILD
 * @param heredocs the here-documents that follow, in order
 * @param comments the comment lines right before it, without {@code #}
 * @param extent from its first to its last character, here-documents included
 * @param lines its first and last line, from 1
 */
public record ParsedInstruction(
    Word name,
    Optional<Keyword> keyword,
    List<Flag> flags,
    boolean exec,
    List<Word> arguments,
    MappedText body,
    Optional<ParsedInstruction> trigger,
    List<Heredoc> heredocs,
    List<String> comments,
    Extent extent,
    Lines lines) {
  /**
   * @param first counts from 1
   * @param last of the last here-document, where there is one
   */
  public record Lines(int first, int last) {}

  public ParsedInstruction {
    Objects.requireNonNull(name);
    Objects.requireNonNull(keyword);
    flags = List.copyOf(flags);
    arguments = List.copyOf(arguments);
    Objects.requireNonNull(body);
    Objects.requireNonNull(trigger);
    heredocs = List.copyOf(heredocs);
    comments = List.copyOf(comments);
    Objects.requireNonNull(extent);
    Objects.requireNonNull(lines);
  }

  public boolean is(Keyword other) {
    return keyword.filter(other::equals).isPresent();
  }

  /** The value of a flag that is given once; empty without one. */
  public Optional<String> flag(String flag) {
    return flags.stream().filter(each -> each.name().equals(flag)).findFirst().flatMap(Flag::value);
  }

  /** The mounts of a RUN, in order; those that cannot be read are left out. */
  public List<MountOption> mounts() {
    return flags.stream()
        .filter(each -> each.name().equals("mount"))
        .flatMap(each -> MountOption.read(each).value().stream())
        .toList();
  }

  /** The names that ENV, ARG or LABEL set. */
  public List<Assignment> assignments() {
    List<Assignment> found = new ArrayList<>();
    if (is(Keyword.ARG)) {
      arguments.forEach(word -> found.add(argument(word)));
    } else if (is(Keyword.ENV) || is(Keyword.LABEL)) {
      for (int index = 0; index + 1 < arguments.size(); index += 2) {
        found.add(new Assignment(arguments.get(index), Optional.of(arguments.get(index + 1))));
      }
    }
    return List.copyOf(found);
  }

  private static Assignment argument(Word word) {
    int equals = word.value().indexOf('=');
    return equals < 0
        ? new Assignment(word, Optional.empty())
        : new Assignment(
            word.part(0, equals), Optional.of(word.part(equals + 1, word.value().length())));
  }

  ParsedInstruction with(List<Heredoc> documents, Extent whole, Lines place) {
    return new ParsedInstruction(
        name,
        keyword,
        flags,
        exec,
        arguments,
        body,
        trigger.map(inner -> inner.with(List.of(), inner.extent(), place)),
        documents,
        comments,
        whole,
        place);
  }
}
