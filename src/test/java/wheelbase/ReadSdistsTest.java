package wheelbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.audit.Audit;
import wheelbase.audit.Finding;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.PackageReason;
import wheelbase.dockerfile.syntax.DockerfileReader;
import wheelbase.index.SdistContents.Language;
import wheelbase.platform.Architecture;
import wheelbase.report.AnalysisJson;
import wheelbase.report.CheckText;
import wheelbase.report.Style;
import wheelbase.report.WhyText;
import wheelbase.survey.PackageAnalysis;
import wheelbase.testing.DrawnProject;
import wheelbase.testing.MiniIndex;
import wheelbase.wheels.Reason;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

/** Where no rule speaks of an sdist that compiles, what its files name counts, as read. */
class ReadSdistsTest {
  private static final String SETUP =
      """
      from setuptools import Extension, setup
      setup(
          ext_modules=[Extension("strange", ["s.c"], libraries=["pq"])],
      )
      """;

  @TempDir Path project;

  private Analysis analyse(boolean reading, String bases, MiniIndex index, String... lines)
      throws InterruptedException {
    return new DrawnProject(project)
        .lines(lines)
        .on(bases, "3.12")
        .withoutCures()
        .reading(reading)
        .analysis(index);
  }

  private static MiniIndex sdist(Language language, String... pathsAndTexts) {
    MiniIndex.Release release = MiniIndex.of().release("strange", "1").sdist().compiles(language);
    for (int at = 0; at < pathsAndTexts.length; at += 2) {
      release.text(pathsAndTexts[at], pathsAndTexts[at + 1]);
    }
    return release.add();
  }

  private static Verdict verdict(Analysis analysis) {
    return analysis.packages().get(0).verdicts().values().iterator().next();
  }

  private static List<String> said(Analysis analysis) {
    return verdict(analysis).reasons().stream()
        .filter(reason -> reason.id().equals("read-from-sdist"))
        .map(Reason::message)
        .toList();
  }

  private static SortedSet<String> tools(Analysis analysis) {
    return analysis
        .bases()
        .get(0)
        .needs(analysis.packages().get(0).name(), Architecture.AMD64)
        .orElseThrow()
        .libraries()
        .buildTools();
  }

  @Test
  void whatItNamesIsInstalledAndTheBuildStaysUnknown() throws Exception {
    MiniIndex index = sdist(Language.C, "setup.py", SETUP);
    Analysis analysis = analyse(true, "slim-trixie", index, "strange");

    assertThat(verdict(analysis).kind()).isEqualTo(VerdictClass.UNKNOWN);
    assertThat(verdict(analysis).reasons())
        .extracting(Reason::message)
        .contains(
            "no rule says which libraries its build needs",
            "read from the sdist: needs libpq, in libpq-dev to build and libpq5 to run"
                + " (setup.py:3)");
    assertThat(analysis.bases().get(0).buildPackages())
        .containsExactlyInAnyOrder(
            new PackageReason("g++", "strange 1 is compiled (read from its sdist)"),
            new PackageReason("gcc", "strange 1 is compiled (read from its sdist)"),
            new PackageReason("libc6-dev", "strange 1 is compiled (read from its sdist)"),
            new PackageReason(
                "libpq-dev", "strange 1 is built against libpq (read from its sdist)"));
    assertThat(analysis.bases().get(0).runtimePackages())
        .containsExactly(
            new PackageReason("libpq5", "strange 1 is linked to libpq (read from its sdist)"));
    PackageAnalysis row = analysis.packages().get(0);
    assertThat(row.evidence())
        .containsExactly(
            "read: strange-1.tar.gz names libpq: setup.py:3: libraries: pq",
            "guess: no rule says whether that is all that its build needs");
  }

  @Test
  void everyFaceSaysThatItWasRead() throws Exception {
    Analysis analysis =
        analyse(true, "slim-trixie", sdist(Language.C, "setup.py", SETUP), "strange");

    assertThat(new WhyText(Style.PLAIN).of(analysis, analysis.packages().get(0).name()))
        .contains("compiles, no rule")
        .contains("read from the sdist: needs libpq");
    assertThat(analysis.diagnostics())
        .filteredOn(each -> each.id().equals("builds-without-rule"))
        .extracting(Diagnostic::message)
        .containsExactly(
            "no rule says what the build of strange needs\nstrange 1: its sdist names libpq");
    assertThat(AnalysisJson.check(analysis, Optional.empty()))
        .contains("\"artifact\"")
        .contains("\"libpq-dev\"")
        .contains("\"setup.py\"");
  }

  @Test
  void whatStandsUnderAConditionIsAGuessAndNotInstalled() throws Exception {
    String setup =
        """
        from setuptools import Extension, setup
        import os
        libraries = []
        if os.environ.get("WITH_POSTGRES"):
            libraries.append("pq")
        setup(ext_modules=[Extension("strange", ["s.c"], libraries=libraries)])
        """;
    Analysis analysis =
        analyse(true, "slim-trixie", sdist(Language.C, "setup.py", setup), "strange");

    assertThat(said(analysis))
        .singleElement()
        .asString()
        .startsWith("read from the sdist: it names no library for certain; maybe libpq (setup.py:");
    assertThat(analysis.bases().get(0).runtimePackages()).isEmpty();
  }

  @Test
  void whatNoRuleHasStaysNamed() throws Exception {
    Analysis analysis =
        analyse(
            true,
            "slim-trixie",
            sdist(Language.C, "setup.py", SETUP.replace("\"pq\"", "\"strangelib\"")),
            "strange");

    assertThat(said(analysis))
        .containsExactly(
            "read from the sdist: needs -lstrangelib, which no library of the rules has"
                + " (setup.py:3)");
  }

  @Test
  void itIsReadOnceForAllTargetsAndOnlyWhereNoRuleSpeaks() throws Exception {
    MiniIndex index = sdist(Language.C, "setup.py", SETUP);
    index.release("psycopg2", "2.9.10").sdist().compiles(Language.C).text("setup.py", SETUP).add();
    index.release("pure", "1").sdist().text("setup.py", SETUP).add();

    Analysis analysis =
        analyse(true, "slim-trixie,slim-bookworm,alpine3.24", index, "strange", "psycopg2", "pure");

    assertThat(index.sdistsRead()).containsExactly("strange-1.tar.gz");
    assertThat(analysis.packages())
        .filteredOn(row -> row.name().value().equals("strange"))
        .flatExtracting(row -> row.read().values())
        .hasSize(6);
  }

  @Test
  void withoutReadingOrWhereItFailsItIsAsIfNothingWereKnown() throws Exception {
    MiniIndex index = sdist(Language.C, "setup.py", SETUP);
    Analysis without = analyse(false, "slim-trixie", index, "strange");
    Analysis failed = analyse(true, "slim-trixie", sdist(Language.C), "strange");

    assertThat(index.sdistsRead()).isEmpty();
    assertThat(verdict(without).kind()).isEqualTo(VerdictClass.UNKNOWN);
    assertThat(tools(without)).containsExactly("c", "c++");
    assertThat(without.packages().get(0).evidence())
        .containsExactly("guess: no rule for its source build, hence a C and C++ tool chain");
    assertThat(AnalysisJson.check(failed, Optional.empty()))
        .isEqualTo(AnalysisJson.check(without, Optional.empty()));
  }

  @Test
  void aRustThatTheReleaseLacksIsSaidAndRulesNothingOut() throws Exception {
    MiniIndex index =
        sdist(
            Language.RUST,
            "pyproject.toml",
            "[build-system]\nbuild-backend = 'maturin'\n",
            "Cargo.toml",
            "[package]\nname = 'strange'\nrust-version = '1.199'\n");

    Analysis analysis = analyse(true, "slim-bookworm", index, "strange");

    assertThat(verdict(analysis).kind()).isEqualTo(VerdictClass.UNKNOWN);
    assertThat(said(analysis))
        .singleElement()
        .asString()
        .contains("needs rust >=1.199, and debian:12 has 1.");
    assertThat(tools(analysis)).containsExactly("c", "c++", "rust");
  }

  @Test
  void manySdistsAreNotAllRead() throws Exception {
    MiniIndex index = MiniIndex.of();
    String[] lines =
        IntStream.range(0, 30).mapToObj(number -> "strange-" + number).toArray(String[]::new);
    for (String line : lines) {
      index.release(line, "1").sdist().compiles(Language.C).text("setup.py", SETUP).add();
    }

    Analysis analysis = analyse(true, "slim-trixie", index, lines);

    assertThat(index.sdistsRead()).hasSize(12).doesNotHaveDuplicates();
    assertThat(new CheckText(Style.PLAIN).of(analysis)).contains("its sdist names libpq");
  }

  @Test
  void anAuditWarnsOfWhatWasReadAndCallsItNoError() throws Exception {
    Analysis analysis =
        analyse(true, "slim-trixie", sdist(Language.C, "setup.py", SETUP), "strange");
    String dockerfile =
        "FROM python:3.12-slim-trixie\nCOPY requirements.txt .\n"
            + "RUN pip install -r requirements.txt\n";

    Audit audit =
        Audit.of(
            DockerfileReader.read("Dockerfile", dockerfile),
            false,
            Optional.of(analysis),
            (name, version, target, distribution) -> Set.of(),
            LocalDate.of(2026, 11, 21));

    assertThat(audit.findings())
        .extracting(Finding::diagnostic)
        .filteredOn(each -> each.id().equals("missing-library"))
        .extracting(each -> each.severity() + " " + each.message())
        .containsExactly("WARNING the image has no `libpq5`");
  }
}
