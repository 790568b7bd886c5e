package wheelbase.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.Analysis;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.PackageName;
import wheelbase.testing.AnalysisBuilder;
import wheelbase.testing.Golden;

class ScreensTest {
  private static final Analysis KARAPACE = Projects.karapace().build();

  @Test
  void checkOfAProjectWithEveryVerdict() throws IOException {
    Golden.assertMatches("report/check.txt", new CheckText(Style.PLAIN).of(KARAPACE));
  }

  @Test
  void checkGoesOnBelowWhereColumnsDoNotFit() throws IOException {
    Golden.assertMatches(
        "report/check-many-targets.txt", new CheckText(Style.PLAIN).of(Projects.many()));
  }

  @Test
  void checkOfRequirementsThatCannotBeMet() throws IOException {
    Golden.assertMatches("report/conflict.txt", new CheckText(Style.PLAIN).of(Projects.conflict()));
  }

  @Test
  void checkWhereAlpineCannotRunItSaysSoOnce() throws IOException {
    Golden.assertMatches(
        "report/check-impossible.txt", new CheckText(Style.PLAIN).of(Projects.impossible()));
  }

  @Test
  void theMatrix() throws IOException {
    Golden.assertMatches("report/wheels.txt", new WheelsText(Style.PLAIN).of(KARAPACE, false));
  }

  @Test
  void theMatrixIsFollowedByEveryFindingInFull() throws IOException {
    Golden.assertMatches(
        "report/wheels-findings.txt", new WheelsText(Style.PLAIN).of(Projects.impossible(), false));
  }

  @Test
  void ofOneKindOfFindingsTwoAreToldAndTheOthersCounted() {
    AnalysisBuilder project = new AnalysisBuilder().bases("3.13", "slim-trixie");
    project.candidate("slim-trixie", 100);
    for (String name : List.of("a", "b", "c", "d")) {
      project.diagnostic(Diagnostic.note("odd", name + " is odd\nin its own way"));
    }
    for (int kind = 1; kind <= 7; kind++) {
      project.diagnostic(Diagnostic.note("kind-" + kind, "kind " + kind));
    }
    assertThat(new CheckText(Style.PLAIN).of(project.build()))
        .contains(
            """
            11 notes:
              - a is odd
              - b is odd
                and 2 more like it
              - kind 1
              - kind 2
              - kind 3
              - kind 4
              - kind 5
              and 2 more: wheelbase wheels
            """);
  }

  @Test
  void theMatrixOfWhatLacksAWheel() throws IOException {
    Golden.assertMatches("report/wheels-quiet.txt", new WheelsText(Style.PLAIN).of(KARAPACE, true));
  }

  @Test
  void whyOfATransitivePackage() throws IOException {
    Golden.assertMatches("report/why-fastavro.txt", why(Style.PLAIN, KARAPACE, "fastavro"));
  }

  @Test
  void whyOfAPackageThatNeedsALibrary() throws IOException {
    Golden.assertMatches("report/why-psycopg2.txt", why(Style.PLAIN, KARAPACE, "psycopg2"));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 61, 80, 132})
  void nothingIsWiderThanThePage(int width) {
    Style style = new Style(width, false, true);
    screens(style, KARAPACE)
        .flatMap(String::lines)
        .forEach(
            line -> assertThat(TerminalText.columns(line)).as(line).isLessThanOrEqualTo(width));
    screens(style, Projects.many())
        .flatMap(String::lines)
        .forEach(
            line -> assertThat(TerminalText.columns(line)).as(line).isLessThanOrEqualTo(width));
  }

  @Test
  void withoutItsColourTheColouredTextIsThePlainOne() {
    Style coloured = new Style(80, true, true);
    assertThat(screens(coloured, KARAPACE).map(text -> text.replaceAll("\u001b\\[[0-9]*m", "")))
        .containsExactlyElementsOf(screens(Style.PLAIN, KARAPACE).toList());
    assertThat(screens(coloured, KARAPACE)).allMatch(text -> text.contains("\u001b["));
  }

  @Test
  void whatComesFromOutsideIsShownAndNotObeyed() {
    Analysis hostile = Projects.hostile();
    String all =
        String.join("", screens(Style.PLAIN, hostile).toList())
            + why(Style.PLAIN, hostile, "evil")
            + new DiagnosticText(Style.PLAIN).of(hostile.diagnostics());
    assertThat(all.codePoints().filter(point -> point != '\n'))
        .allMatch(point -> point >= ' ' && (point < 0x7f || Character.isLetterOrDigit(point)));
    assertThat(all).contains("\\u001b[5mblinks").contains("\\u202e");
  }

  @Test
  void whereOnlyAsciiCanBeShownOnlyAsciiIs() {
    Analysis analysis =
        new AnalysisBuilder()
            .project(java.nio.file.Path.of("caf\u00e9"))
            .bases("3.13", "slim-trixie")
            .build();
    assertThat(new CheckText(Style.PLAIN).of(analysis)).contains("caf\u00e9");
    assertThat(new CheckText(new Style(80, false, false)).of(analysis)).contains("caf\\u00e9");
  }

  private static Stream<String> screens(Style style, Analysis analysis) {
    return Stream.of(
        new CheckText(style).of(analysis),
        new WheelsText(style).of(analysis, false),
        new WheelsText(style).of(analysis, true),
        why(style, analysis, analysis.packages().get(0).name().value()),
        why(
            style,
            analysis,
            analysis.packages().get(analysis.packages().size() - 1).name().value()));
  }

  private static String why(Style style, Analysis analysis, String name) {
    return new WhyText(style).of(analysis, new PackageName(name));
  }
}
