package wheelbase.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be told of the scripts without a shell; see {@link RealShellTest}. */
class CompletionScriptsTest {
  private static final OfferedCommand PROGRAM = MadeUpProgram.program();
  private static final List<Function<OfferedCommand, String>> GENERATORS =
      List.of(BashCompletion::of, ZshCompletion::of, FishCompletion::of);

  @Test
  void bashHasNoDescriptionsAndQuotesWords() {
    assertThat(BashCompletion.of(PROGRAM))
        .doesNotContain("canary")
        .contains("    'rules list')\n      subcommands=()\n      options=(--long)\n")
        .contains("options=('-h|--help' '-m|--mode|...' ")
        .contains("'go '[2-9]");
    assertThat(BashCompletion.quoted("it's $(x)")).isEqualTo("'it'\\''s $(x)'");
    assertThat(BashCompletion.quoted("")).isEqualTo("''");
  }

  @Test
  void zshDescriptionsAreInSingleQuotes() {
    String quoted = MadeUpProgram.HOSTILE.replace("\\", "\\\\").replace("'", "'\\''");
    assertThat(ZshCompletion.of(PROGRAM))
        .startsWith("#compdef tool\n")
        .contains("        'go:" + quoted + "'\n")
        .contains("'(-q --quiet)--quiet[" + quoted.replace("[x]:", "\\[x\\]\\:") + "]'");
  }

  @Test
  void fishDescriptionsAreInSingleQuotes() {
    String quoted = MadeUpProgram.HOSTILE.replace("\\", "\\\\").replace("'", "\\'");
    assertThat(FishCompletion.of(PROGRAM))
        .contains("complete -c tool -n '__tool_at go' -s q -l quiet -d '" + quoted + "'\n");
  }

  @Test
  void hiddenThingsAreLeftOut() {
    assertThat(GENERATORS)
        .allSatisfy(
            generator -> assertThat(generator.apply(PROGRAM)).doesNotContain("secret", "hidden"));
  }

  @Test
  void nothingStartsTheProgram() {
    Stream<String> lines = GENERATORS.stream().flatMap(each -> each.apply(PROGRAM).lines());
    assertThat(lines.filter(line -> line.matches("\\s*(command )?tool( .*)?"))).isEmpty();
  }
}
