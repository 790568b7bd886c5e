package wheelbase.requirements.pyproject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import wheelbase.pep508.PackageName;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.RequirementEdit;

/** What holds for every edit of every file: what must change does, and nothing else. */
class EditingPropertiesTest {
  private static final Path ROOT = Path.of("project").toAbsolutePath();
  private static final Path FIRST = ROOT.resolve("requirements.txt");
  private static final Path SECOND = ROOT.resolve("more.txt");
  private static final Pattern NAMES_A_OR_B =
      Pattern.compile("(?i)^\\s*(a|b)\\b.*", Pattern.DOTALL);

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> requirement =
        Combinators.combine(
                Arbitraries.of("a", "A", "b", "c", "a-c", "aa", "d.e_f"),
                Arbitraries.of("", "[x]", " [x, Y]", "[]"),
                Arbitraries.of("", "==1", " >= 1 , < 2", "~=1.0", " (>=1)", " \\\n  ==1.5"),
                Arbitraries.of(
                    "", "; python_version<'3.9'", " ;extra == \"q\"", " \\\n ; os_name=='x'"),
                Arbitraries.of("", "  # a==1", " #b", " --config-settings k=v"))
            .as((name, extras, version, marker, rest) -> name + extras + version + marker + rest);
    Arbitrary<String> other =
        Arbitraries.of("", "# a==1", "   # b", "--pre", "-r more.txt", "-c more.txt", "\t", "é");
    return Arbitraries.frequencyOf(Tuple.of(5, requirement), Tuple.of(2, other));
  }

  @Provide
  Arbitrary<String> files() {
    return Combinators.combine(
            lines().list().ofMaxSize(7),
            Arbitraries.of("\n", "\r\n"),
            Arbitraries.of(true, false),
            Arbitraries.of("", "\ufeff"))
        .as(
            (lines, end, ended, mark) -> {
              String text = String.join("\n", lines) + (ended && !lines.isEmpty() ? "\n" : "");
              return mark + text.replace("\n", end);
            });
  }

  @Provide
  Arbitrary<String> edits() {
    return Arbitraries.of("a:a==3", "a:a>=3,<4", "a:b==3", "a:a[z]==3", "c:c==1", "new:new==1");
  }

  @Property(tries = 400)
  void anEditIsMadeWhollyOrSaid(
      @ForAll("files") String first, @ForAll("files") String second, @ForAll("edits") String text) {
    RequirementEdit edit = RequirementEdit.parse(text);
    Map<Path, String> before = Map.of(FIRST, first, SECOND, second.replace("more.txt", "none.txt"));
    ProjectEditor.Edited edited = edit(before, edit);
    if (!edited.diagnostics().isEmpty()) {
      assertThat(edited.texts()).isEmpty();
      return;
    }
    Map<Path, String> after = over(before, edited.texts());
    wantedIsAskedFor(before, after, edit);
    othersAreAskedForAsBefore(before, after, edit);
    otherLinesAreTheSame(before, after);
  }

  @Property(tries = 400)
  void theSameEditTwiceIsTheSameAsOnce(
      @ForAll("files") String first, @ForAll("files") String second, @ForAll("edits") String text) {
    RequirementEdit edit = RequirementEdit.parse(text);
    Map<Path, String> before = Map.of(FIRST, first, SECOND, second.replace("more.txt", "none.txt"));
    ProjectEditor.Edited once = edit(before, edit);
    assertThat(edit(before, edit, edit).texts()).isEqualTo(once.texts());
    if (once.diagnostics().isEmpty()) {
      assertThat(edit(over(before, once.texts()), edit).texts()).isEmpty();
    }
  }

  private static void wantedIsAskedFor(
      Map<Path, String> before, Map<Path, String> after, RequirementEdit edit) {
    List<DeclaredRequirement> read = read(after).requirements();
    assertThat(read)
        .anySatisfy(
            declared -> {
              assertThat(declared.requirement().orElseThrow().name())
                  .isEqualTo(edit.replacement().name());
              assertThat(declared.requirement().orElseThrow().specifier())
                  .isEqualTo(edit.replacement().specifier());
            });
    assertThat(read)
        .filteredOn(declared -> declared.requirement().orElseThrow().name().equals(edit.name()))
        .allSatisfy(
            declared ->
                assertThat(declared.requirement().orElseThrow().specifier())
                    .isEqualTo(edit.replacement().specifier()));
    assertThat(markers(read).subList(0, markers(read(before).requirements()).size()))
        .isEqualTo(markers(read(before).requirements()));
  }

  private static List<String> markers(List<DeclaredRequirement> declared) {
    return declared.stream().map(each -> each.marker().toString()).toList();
  }

  private static void othersAreAskedForAsBefore(
      Map<Path, String> before, Map<Path, String> after, RequirementEdit edit) {
    assertThat(others(read(after), edit)).isEqualTo(others(read(before), edit));
    // A line that is written anew may lose its own fault (a constraint with extras), never gain
    // one.
    assertThat(read(after).diagnostics())
        .hasSizeLessThanOrEqualTo(read(before).diagnostics().size());
  }

  private static List<String> others(ProjectRequirements read, RequirementEdit edit) {
    return read.requirements().stream()
        .filter(
            declared -> {
              PackageName name = declared.requirement().orElseThrow().name();
              return !name.equals(edit.name()) && !name.equals(edit.replacement().name());
            })
        .map(declared -> declared.text() + declared.configSettings())
        .toList();
  }

  /** Lines that name neither are there to the byte, with their ends. */
  private static void otherLinesAreTheSame(Map<Path, String> before, Map<Path, String> after) {
    for (Path file : before.keySet()) {
      List<String> were = unconcerned(before.get(file));
      List<String> are = unconcerned(after.get(file));
      // At most one line is added, and that at the end.
      assertThat(are).hasSizeBetween(were.size(), were.size() + 1);
      assertThat(are.subList(0, were.size())).isEqualTo(were);
    }
  }

  private static List<String> unconcerned(String text) {
    List<String> lines = new ArrayList<>();
    boolean goesOn = false;
    for (String line : text.replace("\ufeff", "").split("(?<=\n)")) {
      boolean part = goesOn;
      goesOn = line.stripTrailing().endsWith("\\") && !line.strip().startsWith("#");
      if (!line.isBlank()
          && !part
          && !goesOn
          && !NAMES_A_OR_B.matcher(line).matches()
          && !line.startsWith("c")) {
        lines.add(line.stripTrailing());
      }
    }
    return lines;
  }

  private static Map<Path, String> over(Map<Path, String> before, Map<Path, String> texts) {
    Map<Path, String> after = new HashMap<>(before);
    after.putAll(texts);
    return after;
  }

  private static FileReader reader(Map<Path, String> files) {
    return path ->
        Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  private static ProjectRequirements read(Map<Path, String> files) {
    return new ProjectReader(ROOT, reader(files), Map.of())
        .read(List.of(FIRST), List.of(), ReaderOptions.NONE);
  }

  private static ProjectEditor.Edited edit(Map<Path, String> files, RequirementEdit... edits) {
    return new ProjectEditor(ROOT, reader(files), Map.of())
        .edit(List.of(FIRST), List.of(), List.of(edits));
  }
}
