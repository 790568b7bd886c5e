package wheelbase.cli.shell;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A completion function for bash, 3.2 and later.
 *
 * <p>bash hands over a line that it has broken at {@code =} and {@code :} too, and replaces only
 * the last of these pieces: the function puts the words together again, and takes off what bash
 * will not replace. Of picocli's own generator this is what it lacks, beside lists with commas.
 */
public final class BashCompletion {
  private static final String FUNCTION =
      """
      # Offers those of its arguments that begin with what is typed.
      _%1$s_offer() {
        local each
        for each; do
          [[ $each == "$current"* ]] && COMPREPLY+=("${each#"$kept"}")
        done
      }

      # Offers files (f) or directories (d): bash itself where it can, which knows ~ and quotes.
      _%1$s_paths() {
        local each option=default
        [[ $1 == d ]] && option=dirnames
        compopt -o "$option" 2>/dev/null && return
        while IFS= read -r each; do
          COMPREPLY+=("$each")
        done < <(compgen "-$1" -- "$value")
      }

      # Offers the value of an option, or an operand.
      _%1$s_values() {
        local each before= choices=() kind=
        _%1$s_value "$1" "$2" || return
        case $kind in
          file) _%1$s_paths f ;;
          directory) _%1$s_paths d ;;
          choice) _%1$s_offer "${choices[@]/#/$leading}" ;;
          list)
            [[ $value == *,* ]] && before=${value%%,*},
            for each in "${choices[@]}"; do
              [[ ,$before == *,"$each",* ]] || _%1$s_offer "$leading$before$each"
            done
            ;;
        esac
      }

      _%1$s() {
        local words=() word glued= i
        for ((i = 1; i <= COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          if ((${#words[@]})) && [[ -n $glued || $word =~ ^[:=]+$ ]]; then
            words[${#words[@]} - 1]+=$word
          else
            words+=("$word")
          fi
          glued=
          [[ $word =~ ^[:=]+$ ]] && glued=yes
        done

        local last=$((${#words[@]} - 1)) choices kind subcommands options group name
        local command= operand=1 used=' ' ended= option=
        _%1$s_command ''
        for ((i = 0; i < last; i++)); do
          word=${words[i]}
          if [[ -z $ended && $word == -- ]]; then
            ended=yes
          elif [[ -z $ended && $word == -?* ]]; then
            used+="${word%%%%=*} "
            if [[ $word != *=* ]] && _%1$s_value "$command" "$word"; then
              i=$((i + 1))
              ((i == last)) && option=$word
            fi
          elif [[ " ${subcommands[*]} " == *" $word "* ]]; then
            command=${command:+$command }$word
            _%1$s_command "$command"
          else
            operand=$((operand + 1))
          fi
        done

        local current=${words[last]} value=${words[last]} leading= kept=
        # The part of the word that bash does not replace.
        kept=${current%%"${COMP_WORDS[COMP_CWORD]}"}
        [[ ${COMP_WORDS[COMP_CWORD]} =~ ^[:=]+$ ]] && kept=$current
        COMPREPLY=()
        if [[ -n $option ]]; then
          _%1$s_values "$command" "$option"
        elif [[ -z $ended && $current == --*=* ]]; then
          option=${current%%%%=*}
          leading=$option=
          value=${current#*=}
          _%1$s_values "$command" "$option"
        elif [[ -z $ended && $current == -* ]]; then
          for group in "${options[@]}"; do
            for name in ${group//|/ }; do
              [[ $group != *'|...' && $used == *" $name "* ]] && continue 2
            done
            for name in ${group//|/ }; do
              [[ $name == ... ]] || _%1$s_offer "$name"
            done
          done
        else
          _%1$s_offer "${subcommands[@]}"
          ((${#COMPREPLY[@]})) || _%1$s_values "$command" "$operand"
        fi
      }

      complete -F _%1$s %1$s
      """;

  private BashCompletion() {}

  /** The script, to be sourced. */
  public static String of(OfferedCommand root) {
    String program = root.program();
    return "# bash completion for "
        + program
        + ", generated from the definitions of its commands\n\n"
        + commands(root)
        + "\n"
        + values(root)
        + "\n"
        + String.format(FUNCTION, program);
  }

  private static String commands(OfferedCommand root) {
    StringBuilder text = new StringBuilder();
    text.append(
            "# What there is in a command; the names of an option, and ... if it may be repeated.\n")
        .append("_" + root.program() + "_command() {\n  case $1 in\n");
    root.all()
        .forEach(
            command ->
                text.append("    " + quoted(command.words()) + ")\n")
                    .append(
                        "      subcommands=("
                            + words(command.subcommands().stream().map(OfferedCommand::name)))
                    .append(")\n      options=(")
                    .append(words(command.options().stream().map(BashCompletion::group)))
                    .append(")\n      ;;\n"));
    return text.append("  esac\n}\n").toString();
  }

  private static String group(OfferedOption option) {
    return String.join("|", option.names()) + (option.repeatable() ? "|..." : "");
  }

  private static String values(OfferedCommand root) {
    Map<String, List<String>> patterns = new LinkedHashMap<>();
    root.all().forEach(command -> collect(command, patterns));
    StringBuilder text = new StringBuilder();
    text.append(
            "# The value of an option, or of the operand with a number; fails where there is none.\n")
        .append("_" + root.program() + "_value() {\n  case \"$1 $2\" in\n");
    patterns.forEach(
        (value, wanted) ->
            text.append("    " + String.join(" | \\\n      ", wanted) + ")\n")
                .append("      " + value + "\n      ;;\n"));
    return text.append("    *) return 1 ;;\n  esac\n}\n").toString();
  }

  private static void collect(OfferedCommand command, Map<String, List<String>> patterns) {
    for (OfferedOption option : command.options()) {
      for (String name : option.value().isPresent() ? option.names() : List.<String>of()) {
        add(patterns, option.value().orElseThrow(), quoted(command.words() + " " + name));
      }
    }
    int number = 1;
    for (OfferedOperand operand : command.operands()) {
      String before = quoted(command.words() + " ");
      add(
          patterns,
          operand.value(),
          before + (operand.repeatable() ? "[" + number + "-9]" : number));
      if (operand.repeatable()) {
        add(patterns, operand.value(), before + "[1-9][0-9]*");
      }
      number++;
    }
  }

  private static void add(Map<String, List<String>> patterns, OfferedValue value, String pattern) {
    String assignment =
        switch (value.kind()) {
          case TEXT -> "kind=text";
          case FILE -> "kind=file";
          case DIRECTORY -> "kind=directory";
          case CHOICE ->
              "kind="
                  + (value.list() ? "list" : "choice")
                  + " choices=("
                  + words(value.choices().stream())
                  + ")";
        };
    patterns.computeIfAbsent(assignment, key -> new ArrayList<>()).add(pattern);
  }

  private static String words(Stream<String> words) {
    return words.map(BashCompletion::quoted).collect(joining(" "));
  }

  /** As one word that the shell takes as it is. */
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
