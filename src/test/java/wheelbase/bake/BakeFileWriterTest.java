package wheelbase.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.dockerfile.Templates;
import wheelbase.testing.Golden;

class BakeFileWriterTest {
  private static final BakeFileWriter WRITER = new BakeFileWriter(Templates.shipped());
  private static final BakePlan PLAN = BakeFiles.plans().get("three-on-one-base");

  /** The grammar's own words for a quoted template that is nothing but text. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "\"((?:[^\"\\\\$%\\p{Cntrl}]|\\\\[nrt\"\\\\]|\\\\u[0-9a-f]{4}|\\\\U[0-9a-f]{8}"
              + "|\\$\\$\\{|%%\\{|[$%](?!\\{))*)\"");

  static Stream<String> goldens() {
    return BakeFiles.plans().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void isTheGoldenFile(String name) throws IOException {
    Golden.assertMatches("bake/" + name + ".hcl", BakeFiles.text(BakeFiles.plans().get(name)));
  }

  @Test
  void theOrderOfTheServicesMakesNoDifference() {
    List<Service> shuffled = new ArrayList<>(PLAN.services());
    Collections.reverse(shuffled);
    assertThat(BakePlan.of(shuffled, List.of("linux/amd64", "linux/arm64"))).isEqualTo(PLAN);
  }

  @Test
  void servicesOnTheSameBasesShareATarget() {
    BakePlan plan = BakeFiles.plans().get("several-bases-and-secrets");
    assertThat(plan.foundations())
        .extracting(BakePlan.Foundation::target)
        .doesNotHaveDuplicates()
        .contains("_python-3-13-slim-trixie", "_python-3-13-slim-trixie-2");
    assertThat(plan.foundation(plan.services().get(0)).images())
        .containsExactly(new BakePlan.Base(BakeFiles.TRIXIE, "BASE_PYTHON_3_13_SLIM_TRIXIE"));
  }

  @Test
  void basesThatAreSpelledAlikeKeepVariablesOfTheirOwn() {
    BakePlan plan =
        BakePlan.of(
            List.of(BakeFiles.service("a", "a", "x/y:1"), BakeFiles.service("b", "b", "x-y:1")),
            List.of());
    assertThat(plan.foundations().stream().flatMap(each -> each.images().stream()))
        .extracting(BakePlan.Base::variable)
        .containsExactly("BASE_X_Y_1", "BASE_X_Y_1_2");
  }

  @Test
  void whatNobodyEditedIsReplacedAndAllElseStops() {
    String text = WRITER.write(PLAN);
    assertThat(existing(text)).isEqualTo(GeneratedFile.Existing.IS_REPLACED);
    assertThat(WRITER.file(PLAN, Optional.empty()).existing())
        .isEqualTo(GeneratedFile.Existing.STOPS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s/latest/newest/",
        "s/\\n/\\r\\n/",
        "s/$/\\n# mine\\n/",
        "s/(?s).*/mine/",
        "s/(?s)# Not edited.*//",
        "s/(?s).*(?=# Not edited)//"
      })
  void anEditShows(String edit) {
    String[] parts = edit.replace("\\n", "\n").replace("\\r", "\r").split("/", -1);
    String edited = WRITER.write(PLAN).replaceFirst(parts[1], parts[2]);
    assertThat(edited).isNotEqualTo(WRITER.write(PLAN));
    assertThat(existing(edited)).isEqualTo(GeneratedFile.Existing.STOPS);
  }

  private static GeneratedFile.Existing existing(String there) {
    return WRITER.file(PLAN, Optional.of(there)).existing();
  }

  @Property
  void aTextStaysATextAndMeansItself(@ForAll String text) {
    Matcher quoted = QUOTED.matcher(Hcl.quoted(text));
    assertThat(quoted.matches()).as(Hcl.quoted(text)).isTrue();
    assertThat(unquoted(quoted.group(1))).isEqualTo(text);
  }

  @Property
  void aDirectoryChangesNothingButItsOwnLine(@ForAll String directory) {
    String name = directory.isEmpty() ? "x" : directory;
    List<String> plain = lines("plain");
    List<String> hostile = lines(name);
    assertThat(hostile).hasSameSizeAs(plain);
    for (int i = 0; i < plain.size(); i++) {
      if (!plain.get(i).contains("context ") && !plain.get(i).contains("sha256 ")) {
        assertThat(hostile.get(i)).isEqualTo(plain.get(i));
      }
    }
  }

  private static List<String> lines(String directory) {
    Service service = BakeFiles.service("web", directory, BakeFiles.TRIXIE);
    return List.of(WRITER.write(BakePlan.of(List.of(service), List.of())).split("\n", -1));
  }

  private static String unquoted(String text) {
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (one == '\\' && (next == 'u' || next == 'U')) {
        int digits = next == 'u' ? 4 : 8;
        int code = Integer.parseInt(text.substring(i + 2, i + 2 + digits), 16);
        value.appendCodePoint(code);
        i += 1 + digits;
      } else if (one == '\\') {
        value.append(next);
        i++;
      } else if (text.startsWith("$${", i) || text.startsWith("%%{", i)) {
        value.append(one).append('{');
        i += 2;
      } else {
        value.append(one);
      }
    }
    return value.toString();
  }
}
