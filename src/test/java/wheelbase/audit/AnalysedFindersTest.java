package wheelbase.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import wheelbase.Analysis;
import wheelbase.CellNeeds;
import wheelbase.platform.Architecture;
import wheelbase.syslibs.BuildDuration;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.testing.AnalysisBuilder;
import wheelbase.wheels.Reason;
import wheelbase.wheels.VerdictClass;

/** The findings that rest on what the requirements come to. */
class AnalysedFindersTest {
  private static final String INSTALL =
      "COPY requirements.txt ./\nRUN pip install --no-cache-dir -r requirements.txt\n";
  private static final CellNeeds LIBPQ =
      new CellNeeds(
          new LibraryNeeds(
              true,
              new TreeSet<>(),
              new TreeSet<>(),
              new TreeSet<>(),
              new TreeSet<>(),
              new TreeSet<>(),
              new TreeMap<>(),
              List.of(),
              new TreeSet<>(),
              List.of(),
              List.of()),
          new TreeSet<>(List.of("gcc", "libpq-dev")),
          new TreeSet<>(List.of("libpq5")),
          Optional.of(new BuildDuration(30, true)),
          Map.of());

  /** psycopg2 is compiled; it needs libpq for that and at run time. */
  private static Optional<Analysis> psycopg2() {
    AnalysisBuilder drawn =
        DrawnAudit.requirements("psycopg2==2.9.9")
            .systemPackages(
                "slim-trixie",
                List.of(
                    "gcc: psycopg2 2.9.9 compiles C",
                    "libpq-dev: psycopg2 2.9.9 is built against libpq"),
                List.of("libpq5: psycopg2 2.9.9 is linked to libpq"))
            .needs("slim-trixie", "psycopg2", LIBPQ)
            .candidate("slim-trixie", 200, "psycopg2");
    drawn
        .adds("psycopg2", "2.9.9")
        .on(
            "slim-trixie",
            List.of(Architecture.values()),
            VerdictClass.SOURCE_BUILD,
            "psycopg2-2.9.9.tar.gz",
            new Reason("no-file", "psycopg2-2.9.9.tar.gz", "there is no wheel for Linux"));
    return Optional.of(drawn.build());
  }

  private static Optional<Analysis> binary() {
    AnalysisBuilder drawn =
        DrawnAudit.requirements("psycopg2-binary==2.9.9")
            .candidate("slim-trixie", 200)
            .candidate("trixie", 1200);
    drawn.adds("psycopg2-binary", "2.9.9");
    return Optional.of(drawn.build());
  }

  private static final String SLIM = "FROM python:3.12-slim-trixie\n";

  @Test
  void aCompilerThatIsMissing() {
    Audit audit = DrawnAudit.of(SLIM + INSTALL, psycopg2());
    assertThat(DrawnAudit.found(audit, "missing-build-package"))
        .containsExactly("3:requirements.txt");
    assertThat(message(audit, "missing-build-package"))
        .isEqualTo(
            "psycopg2 2.9.9 has no wheel on python:3.12-slim-trixie for amd64 and arm64, and what compiling it"
                + " takes is not installed: gcc, libpq-dev");
  }

  @Test
  void whatIsThereIsNotMissing() {
    for (String packages :
        List.of("gcc libpq-dev", "build-essential libpq-dev", "$(cat packages.txt)")) {
      Audit audit =
          DrawnAudit.of(SLIM + "RUN apt-get install -y " + packages + "\n" + INSTALL, psycopg2());
      assertThat(DrawnAudit.found(audit, "missing-build-package")).as(packages).isEmpty();
    }
    Audit purged =
        DrawnAudit.of(
            SLIM
                + "COPY requirements.txt .\n"
                + "RUN apt-get install -y build-essential libpq-dev libpq5;"
                + " pip install -r requirements.txt; apt-get purge -y build-essential libpq-dev\n",
            psycopg2());
    assertThat(DrawnAudit.found(purged, "missing-build-package")).isEmpty();
    assertThat(DrawnAudit.found(purged, "missing-library")).isEmpty();
    Audit full = DrawnAudit.of("FROM python:3.12-trixie\n" + INSTALL, psycopg2());
    assertThat(DrawnAudit.found(full, "missing-build-package")).isEmpty();
  }

  @Test
  void aLibraryThatStaysBehindInTheBuildStage() {
    String built =
        SLIM.replace("\n", " AS b\n")
            + "RUN apt-get install -y gcc libpq-dev\n"
            + INSTALL
            + SLIM
            + "COPY --from=b /opt/venv /opt/venv\n";
    Audit audit = DrawnAudit.of(built, psycopg2());
    assertThat(DrawnAudit.found(audit, "missing-library"))
        .containsExactly("5:python:3.12-slim-trixie");
    assertThat(message(audit, "missing-library")).isEqualTo("the image has no `libpq5`");
    for (String more :
        List.of(
            "RUN apt-get install -y libpq5\n",
            "RUN apt-get install -y libpq-dev\n",
            "COPY --from=b /usr/lib /usr/lib\n")) {
      assertThat(DrawnAudit.found(DrawnAudit.of(built + more, psycopg2()), "missing-library"))
          .as(more)
          .isEmpty();
    }
  }

  @Test
  void aWheelThatMakesSystemPackagesNeedless() {
    String text = SLIM + "RUN apt-get install -y curl gcc libpq-dev\n" + INSTALL;
    Audit audit = DrawnAudit.of(text, binary());
    assertThat(DrawnAudit.found(audit, "needless-package")).containsExactly("2:gcc");
    assertThat(message(audit, "needless-package"))
        .isEqualTo("gcc, libpq-dev are needed by no Python package here");
    assertThat(why(audit, "needless-package")).isEqualTo("psycopg2-binary 2.9.9 comes as a wheel");
    assertThat(DrawnAudit.found(audit, "build-packages-left")).isEmpty();
  }

  @Test
  void whatSomePackageNeedsIsNotNeedless() {
    String text = SLIM + "RUN apt-get install -y curl gcc libpq-dev\n" + INSTALL;
    assertThat(DrawnAudit.found(DrawnAudit.of(text, psycopg2()), "needless-package")).isEmpty();
    Audit unknown = DrawnAudit.of(text + "RUN pip install --no-cache-dir other\n", binary());
    assertThat(DrawnAudit.found(unknown, "needless-package")).isEmpty();
  }

  @Test
  void nothingFits() {
    AnalysisBuilder drawn = DrawnAudit.requirements("torch==2.4.0").candidate("alpine3.24", 100);
    drawn
        .adds("torch", "2.4.0")
        .on(
            "alpine3.24",
            List.of(Architecture.AMD64),
            VerdictClass.UNUSABLE,
            "",
            new Reason("no-file", "", "there is no wheel for musl, and no sdist"));
    Audit audit = DrawnAudit.of("FROM python:3.12-alpine\n" + INSTALL, Optional.of(drawn.build()));
    assertThat(message(audit, "unusable-package"))
        .isEqualTo("torch 2.4.0 cannot be installed on python:3.12-alpine3.24 for amd64");
    Audit slim = DrawnAudit.of(SLIM + INSTALL, Optional.of(drawn.build()));
    assertThat(DrawnAudit.found(slim, "unusable-package")).isEmpty();
  }

  @Test
  void whatCompilesOnAlpineAlone() {
    AnalysisBuilder drawn = DrawnAudit.requirements("grpcio==1.60.0");
    drawn
        .adds("grpcio", "1.60.0")
        .on(
            "alpine3.24",
            List.of(Architecture.ARM64),
            VerdictClass.SOURCE_BUILD,
            "grpcio-1.60.0.tar.gz");
    Audit audit =
        DrawnAudit.of("FROM python:3.12-alpine3.24\n" + INSTALL, Optional.of(drawn.build()));
    assertThat(message(audit, "no-wheel-on-base"))
        .isEqualTo("grpcio 1.60.0 (arm64) has no wheel for musl and must be compiled");
    assertThat(
            DrawnAudit.found(
                DrawnAudit.of(SLIM + INSTALL, Optional.of(drawn.build())), "no-wheel-on-base"))
        .isEmpty();
  }

  @Test
  void copiedBeforeInstalled() {
    String text =
        SLIM
            + "WORKDIR /app\nCOPY . .\nRUN pip install --no-cache-dir -r requirements.txt\nUSER 1\n";
    Audit audit = DrawnAudit.of(text, binary());
    assertThat(DrawnAudit.found(audit, "copied-before-install")).containsExactly("3:.");
    assertThat(audit.fixed())
        .isEqualTo(
            SLIM
                + "WORKDIR /app\nCOPY requirements.txt ./\nRUN pip install --no-cache-dir -r requirements.txt\n"
                + "COPY . .\nUSER 1\n");
    for (String good :
        List.of(SLIM + INSTALL + "COPY . .\n", SLIM + "COPY . .\nRUN pip install .\n")) {
      assertThat(DrawnAudit.found(DrawnAudit.of(good, binary()), "copied-before-install"))
          .as(good)
          .isEmpty();
    }
    assertThat(DrawnAudit.found(DrawnAudit.of(text), "copied-before-install")).isEmpty();
  }

  @Test
  void anotherCommandInBetweenForbidsTheSwap() {
    String text = SLIM + "COPY . .\nRUN make\nRUN pip install --no-cache-dir -r requirements.txt\n";
    assertThat(DrawnAudit.of(text, binary()).fixed()).isEqualTo(text);
  }

  @Test
  void whatWouldBeSaved() {
    Audit audit = DrawnAudit.of("FROM python:3.12-trixie\nCOPY . .\n" + INSTALL, binary());
    Savings savings = audit.savings().orElseThrow();
    assertThat(savings.base().reference()).isEqualTo("python:3.12-slim-trixie");
    assertThat(savings.bytes()).isEqualTo(1_000_000_000L);
  }

  @Test
  void whatTheApplicationItselfWantsIsInBoth() {
    String text = "FROM python:3.12-slim-trixie\nRUN apt-get install -y ffmpeg\n" + INSTALL;
    Savings savings = DrawnAudit.of(text, binary()).savings().orElseThrow();
    assertThat(savings.then().onDisk()).isGreaterThan(300_000_000L);
    assertThat(savings.now().onDisk() - savings.then().onDisk()).isEqualTo(20_000_000L);
  }

  private static String message(Audit audit, String id) {
    return one(audit, id).diagnostic().message();
  }

  private static String why(Audit audit, String id) {
    return one(audit, id).why();
  }

  private static Finding one(Audit audit, String id) {
    return audit.findings().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
