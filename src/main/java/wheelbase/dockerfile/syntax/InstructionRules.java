package wheelbase.dockerfile.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Spelling;

/**
 * What BuildKit refuses in an instruction that can be read: flags, the number of arguments, names.
 */
final class InstructionRules {
  private enum Takes {
    BOOLEAN,
    VALUE,
    VALUES
  }

  private static final Map<Keyword, Map<String, Takes>> FLAGS =
      Map.of(
          Keyword.FROM, Map.of("platform", Takes.VALUE),
          Keyword.RUN,
              Map.of(
                  "mount", Takes.VALUES,
                  "network", Takes.VALUE,
                  "security", Takes.VALUE,
                  "device", Takes.VALUES),
          Keyword.COPY,
              Map.of(
                  "chown", Takes.VALUE,
                  "chmod", Takes.VALUE,
                  "from", Takes.VALUE,
                  "link", Takes.BOOLEAN,
                  "parents", Takes.BOOLEAN,
                  "exclude", Takes.VALUES),
          Keyword.ADD,
              Map.of(
                  "chown", Takes.VALUE,
                  "chmod", Takes.VALUE,
                  "link", Takes.BOOLEAN,
                  "keep-git-dir", Takes.BOOLEAN,
                  "checksum", Takes.VALUE,
                  "unpack", Takes.BOOLEAN,
                  "exclude", Takes.VALUES),
          Keyword.HEALTHCHECK,
              Map.of(
                  "interval", Takes.VALUE,
                  "timeout", Takes.VALUE,
                  "start-period", Takes.VALUE,
                  "start-interval", Takes.VALUE,
                  "retries", Takes.VALUE));

  private static final Pattern STAGE_NAME = Pattern.compile("[a-z][a-z0-9-_.]*");
  private static final Pattern DURATION =
      Pattern.compile("0|((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h))+");
  private static final Set<String> DURATIONS =
      Set.of("interval", "timeout", "start-period", "start-interval");

  private final SourceText source;

  InstructionRules(SourceText source) {
    this.source = source;
  }

  List<Diagnostic> faults(ParsedInstruction instruction) {
    if (instruction.keyword().isEmpty()) {
      return List.of(unknown(instruction.name()));
    }
    List<Diagnostic> faults = new ArrayList<>();
    Keyword keyword = instruction.keyword().get();
    if (takesFlags(instruction)) {
      flags(keyword, instruction.flags(), faults);
    }
    arguments(keyword, instruction)
        .ifPresent(
            message -> faults.add(fault("bad-instruction", message, instruction.name().extent())));
    return faults;
  }

  private Diagnostic unknown(Word name) {
    Diagnostic fault =
        fault(
            "unknown-instruction", "there is no instruction `" + name.value() + "`", name.extent());
    List<String> known = java.util.Arrays.stream(Keyword.values()).map(Enum::name).toList();
    return Spelling.nearest(name.value().toUpperCase(Locale.ROOT), known)
        .map(near -> fault.withHint("did you mean `" + near + "`?"))
        .orElse(fault);
  }

  /** BuildKit looks at those of STOPSIGNAL, and of HEALTHCHECK NONE, not at all. */
  private static boolean takesFlags(ParsedInstruction instruction) {
    return !instruction.is(Keyword.STOPSIGNAL)
            && !instruction.is(Keyword.ARG)
            && !instruction.is(Keyword.HEALTHCHECK)
        || instruction.is(Keyword.HEALTHCHECK)
            && instruction.arguments().stream()
                .findFirst()
                .filter(type -> type.value().equalsIgnoreCase("NONE"))
                .isEmpty();
  }

  private void flags(Keyword keyword, List<Flag> flags, List<Diagnostic> faults) {
    Map<String, Takes> known = FLAGS.getOrDefault(keyword, Map.of());
    Set<String> seen = new HashSet<>();
    for (Flag flag : flags) {
      Takes takes = known.get(flag.name());
      if (takes == null) {
        faults.add(
            fault("unknown-flag", keyword + " has no flag `--" + flag.name() + "`", flag.extent()));
      } else if (!seen.add(flag.name()) && takes != Takes.VALUES) {
        faults.add(fault("bad-flag", "`--" + flag.name() + "` is given twice", flag.extent()));
      } else {
        value(flag, takes)
            .ifPresent(message -> faults.add(fault("bad-flag", message, flag.extent())));
        if (keyword == Keyword.RUN && flag.name().equals("mount")) {
          MountOption.read(flag)
              .refusal()
              .ifPresent(why -> faults.add(why.at(source.span(flag.extent()))));
        }
      }
    }
  }

  private static Optional<String> value(Flag flag, Takes takes) {
    String name = "`--" + flag.name() + "`";
    if (takes == Takes.BOOLEAN) {
      boolean plain =
          flag.value().isEmpty()
              || flag.value().get().equalsIgnoreCase("true")
              || flag.value().get().equalsIgnoreCase("false");
      return plain ? Optional.empty() : Optional.of(name + " is true or false");
    }
    if (flag.value().isEmpty()) {
      return Optional.of(name + " needs a value");
    }
    String value = flag.value().get();
    if (DURATIONS.contains(flag.name()) && !value.isEmpty() && !DURATION.matcher(value).matches()) {
      return Optional.of("`" + value + "` is no duration such as `30s`");
    }
    if (flag.name().equals("retries") && !value.isEmpty() && !value.matches("\\d{1,9}")) {
      return Optional.of("`" + value + "` is no number of retries");
    }
    return Optional.empty();
  }

  private static Optional<String> arguments(Keyword keyword, ParsedInstruction instruction) {
    int count = instruction.arguments().size();
    return switch (keyword) {
      case ADD, COPY -> copied(keyword, instruction.arguments());
      case FROM -> from(instruction.arguments());
      case ENV, LABEL -> named(keyword, instruction);
      case ARG -> named(keyword, instruction);
      case MAINTAINER, STOPSIGNAL, USER, WORKDIR ->
          count == 1 ? Optional.empty() : Optional.of(keyword + " takes one argument");
      case EXPOSE -> count > 0 ? Optional.empty() : Optional.of("EXPOSE needs an argument");
      case VOLUME ->
          count > 0 && instruction.arguments().stream().noneMatch(each -> each.value().isBlank())
              ? Optional.empty()
              : Optional.of("VOLUME needs a path");
      case SHELL ->
          instruction.exec() && count > 0
              ? Optional.empty()
              : Optional.of("SHELL takes a JSON array");
      case HEALTHCHECK -> healthCheck(instruction.arguments());
      case ONBUILD -> trigger(instruction.trigger());
      case CMD, ENTRYPOINT, RUN -> Optional.empty();
    };
  }

  private static Optional<String> copied(Keyword keyword, List<Word> arguments) {
    if (arguments.size() < 2) {
      return Optional.of(keyword + " needs a source and a destination");
    }
    return HeredocWords.of(arguments.get(arguments.size() - 1).value())
        .map(heredoc -> keyword + " cannot have a here-document as destination");
  }

  private static Optional<String> from(List<Word> arguments) {
    if (arguments.size() == 3 && arguments.get(1).value().equalsIgnoreCase("as")) {
      String name = arguments.get(2).value();
      return STAGE_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()
          ? Optional.empty()
          : Optional.of("`" + name + "` cannot name a build stage");
    }
    return arguments.size() == 1
        ? Optional.empty()
        : Optional.of("FROM takes an image, and AS with a name for the stage");
  }

  private static Optional<String> named(Keyword keyword, ParsedInstruction instruction) {
    if (instruction.arguments().isEmpty()) {
      return Optional.of(keyword + " needs an argument");
    }
    return instruction.assignments().stream().anyMatch(each -> each.name().value().isEmpty())
        ? Optional.of("a name of " + keyword + " is empty")
        : Optional.empty();
  }

  private static Optional<String> healthCheck(List<Word> arguments) {
    String type = arguments.isEmpty() ? "" : arguments.get(0).value().toUpperCase(Locale.ROOT);
    return switch (type) {
      case "NONE" ->
          arguments.size() == 1
              ? Optional.empty()
              : Optional.of("HEALTHCHECK NONE takes no arguments");
      case "CMD" ->
          arguments.size() > 1
              ? Optional.empty()
              : Optional.of("no command follows HEALTHCHECK CMD");
      default -> Optional.of("HEALTHCHECK takes CMD or NONE");
    };
  }

  private static Optional<String> trigger(Optional<ParsedInstruction> trigger) {
    if (trigger.isEmpty()) {
      return Optional.of("ONBUILD needs an instruction");
    }
    Set<Keyword> forbidden = Set.of(Keyword.ONBUILD, Keyword.FROM, Keyword.MAINTAINER);
    return trigger
        .get()
        .keyword()
        .filter(forbidden::contains)
        .map(keyword -> keyword + " is not allowed within ONBUILD");
  }

  private Diagnostic fault(String id, String message, Extent extent) {
    return Diagnostic.error(id, message).at(source.span(extent));
  }
}
