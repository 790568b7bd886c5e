package wheelbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.dockerfile.PackageReason;
import wheelbase.platform.Architecture;
import wheelbase.report.AnalysisJson;
import wheelbase.report.Style;
import wheelbase.report.WhyText;
import wheelbase.survey.PackageAnalysis;
import wheelbase.testing.DrawnProject;
import wheelbase.testing.MiniIndex;
import wheelbase.wheels.Reason;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

/** Where no rule speaks of a wheel, what its machine code is linked to counts. */
class ReadWheelsTest {
  private static final String GLIBC = "cp311-abi3-manylinux_2_28_x86_64";
  private static final String MUSL = "cp311-abi3-musllinux_1_2_x86_64";

  @TempDir Path project;

  private Analysis analyse(boolean reading, String bases, MiniIndex index, String... lines)
      throws InterruptedException {
    return new DrawnProject(project)
        .lines(lines)
        .on(bases, "3.11,3.12")
        .on(Architecture.AMD64)
        .withoutCures()
        .reading(reading)
        .analysis(index);
  }

  private static MiniIndex linked(String sonames) {
    return MiniIndex.of("strange 1 {wheel=" + GLIBC + ", links=" + sonames + "}");
  }

  private static Verdict verdict(Analysis analysis) {
    return analysis.packages().get(0).verdicts().values().iterator().next();
  }

  @Test
  void aLibraryThatTheImageLacksIsInstalledAndSaidToBeRead() throws Exception {
    Analysis analysis =
        analyse(true, "slim-trixie", linked("libodbc.so.2 libc.so.6 libz.so.1"), "strange");

    assertThat(verdict(analysis).kind()).isEqualTo(VerdictClass.WHEEL_NEEDS_LIBRARIES);
    assertThat(verdict(analysis).reasons())
        .extracting(Reason::message)
        .containsExactly("read from the wheel: needs libodbc.so.2, in package libodbc2");
    assertThat(analysis.bases().get(0).runtimePackages())
        .containsExactly(
            new PackageReason("libodbc2", "strange 1 is linked to unixodbc (read from its wheel)"));
    PackageAnalysis row = analysis.packages().get(0);
    assertThat(row.evidence())
        .containsExactly(
            "read: strange-1-" + GLIBC + ".whl needs libodbc.so.2, in package libodbc2");
    assertThat(new WhyText(Style.PLAIN).of(analysis, row.name()))
        .contains("read from the wheel: needs libodbc.so.2");
    assertThat(AnalysisJson.check(analysis, Optional.empty()))
        .contains("\"soname\"")
        .contains("\"libodbc2\"");
  }

  @Test
  void whatIsLinkedToNothingElseIsAWheelThatWasRead() throws Exception {
    Analysis analysis = analyse(true, "slim-trixie", linked("libc.so.6 libgcc_s.so.1"), "strange");

    assertThat(verdict(analysis).kind()).isEqualTo(VerdictClass.WHEEL);
    assertThat(analysis.packages().get(0).evidence())
        .containsExactly("read: strange-1-" + GLIBC + ".whl needs nothing that the image lacks");
  }

  @Test
  void whatNoRuleHasStaysNamed() throws Exception {
    Analysis analysis = analyse(true, "slim-trixie", linked("libstrange.so.7"), "strange");

    assertThat(verdict(analysis).kind()).isEqualTo(VerdictClass.WHEEL_NEEDS_LIBRARIES);
    assertThat(verdict(analysis).reasons())
        .extracting(Reason::message)
        .containsExactly(
            "read from the wheel: needs libstrange.so.7, which no library of the rules has");
    assertThat(analysis.bases().get(0).runtimePackages()).isEmpty();
  }

  @Test
  void symbolsThatAReleaseLacksMakeItImpossibleThere() throws Exception {
    Analysis analysis =
        analyse(true, "slim-trixie,slim-bookworm", linked("libc.so.6@GLIBC_2.38"), "strange");

    assertThat(analysis.packages().get(0).verdicts().entrySet())
        .extracting(each -> each.getKey().libc().minor() + " " + each.getValue().kind().id())
        .containsExactlyInAnyOrder("41 wheel", "41 wheel", "36 unusable", "36 unusable");
  }

  @Test
  void oneWheelStandsForThoseOfTheOtherPythons() throws Exception {
    MiniIndex index =
        MiniIndex.of(
            "strange 1 {wheel=cp311-cp311-manylinux_2_28_x86_64, links=libodbc.so.2,"
                + " wheel=cp312-cp312-manylinux_2_28_x86_64, links=libodbc.so.2, wheel="
                + MUSL
                + ", links=libodbc.so.2}",
            "pyodbc 5.5.0 {wheel=" + GLIBC + ", wheel=" + MUSL + "}",
            "pure 1");

    Analysis analysis =
        analyse(true, "slim-trixie,slim-bookworm,alpine3.24", index, "strange", "pure", "pyodbc");

    assertThat(index.wheelsRead()).hasSize(2).noneMatch(name -> name.startsWith("p"));
    assertThat(analysis.packages())
        .filteredOn(row -> row.name().value().equals("strange"))
        .flatExtracting(row -> row.verdicts().values())
        .extracting(Verdict::kind)
        .containsOnly(VerdictClass.WHEEL_NEEDS_LIBRARIES);
  }

  @Test
  void withoutReadingOrWhereItFailsItIsAsIfNothingWereKnown() throws Exception {
    MiniIndex linked = linked("libodbc.so.2");
    Analysis without = analyse(false, "slim-trixie", linked, "strange");
    Analysis failed =
        analyse(true, "slim-trixie", MiniIndex.of("strange 1 {wheel=" + GLIBC + "}"), "strange");

    assertThat(linked.wheelsRead()).isEmpty();
    assertThat(verdict(without).kind()).isEqualTo(VerdictClass.WHEEL);
    assertThat(without.packages().get(0).evidence())
        .singleElement()
        .asString()
        .startsWith("policy: no rule");
    assertThat(AnalysisJson.check(failed, Optional.empty()))
        .isEqualTo(AnalysisJson.check(without, Optional.empty()));
  }

  @Test
  void manyWheelsAreNotAllRead() throws Exception {
    MiniIndex index = MiniIndex.of();
    String[] lines = new String[40];
    for (int number = 0; number < lines.length; number++) {
      lines[number] = "strange-" + number;
      index.release(lines[number], "1").wheel(GLIBC).links("libodbc.so.2").add();
    }

    analyse(true, "slim-trixie", index, lines);

    // Each counts for 2 MB, since the index does not say its size.
    assertThat(index.wheelsRead()).hasSize(12);
  }
}
