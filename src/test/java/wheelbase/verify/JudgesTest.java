package wheelbase.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.engine.ImageConfig;
import wheelbase.syslibs.DraftRule;
import wheelbase.syslibs.RuleBook;

/** What the facts of a probe mean. */
class JudgesTest {
  private static final RuleBook RULES = RuleBook.shipped(Optional.empty());

  private static List<String> ids(List<Diagnostic> findings) {
    return findings.stream().map(each -> each.severity() + " " + each.id()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ImportError | libpq.so.5: cannot open shared object file: No such file or directory | ERROR import-lacks-library",
        "ImportError | Error loading shared library libpq.so.5: No such file or directory | ERROR import-lacks-library",
        "ImportError | Error relocating /x.so: PyErr_Foo: symbol not found | ERROR import-lacks-library",
        "ImportError | /x.so: undefined symbol: foo | ERROR import-lacks-library",
        "ImportError | /lib/libc.so.6: version `GLIBC_2.38' not found | ERROR import-lacks-library",
        "OSError | no library called \"cairo-2\" was found | ERROR import-lacks-library",
        "ImportError | Unable to find zbar shared library | ERROR import-lacks-library",
        "ImportError | failed to find libmagic.  Check your installation | ERROR import-lacks-library",
        "ModuleNotFoundError | No module named 'distutils' | ERROR import-lacks-module",
        "ImproperlyConfigured | Requested setting X, but settings are not configured. | NOTE import-wants-settings",
        "SystemExit | 1 | NOTE import-wants-settings",
        "RuntimeError | must be run inside uWSGI | NOTE import-wants-settings",
        "KeyError | 'DJANGO_SETTINGS_MODULE' | NOTE import-wants-settings",
        "AttributeError | module 'numpy' has no attribute 'float' | ERROR import-fails",
        "KeyError | 'x' | ERROR import-fails",
      })
  void importsFailForDifferentReasons(String type, String message, String expected) {
    ProbeReport report = new Reports().broken("thing 1.0", Reports.failure(type, message)).report();
    assertThat(ids(ImportJudge.judge(report))).containsExactly(expected);
  }

  @Test
  void aVariableThatIsAskedForIsConfiguration() {
    ProbeReport report =
        new Reports()
            .broken(
                "thing 1.0",
                new ProbeReport.ImportFailure(
                    List.of("KeyError"), "'TOKEN'", Optional.empty(), Optional.of("TOKEN")))
            .report();
    assertThat(ids(ImportJudge.judge(report))).containsExactly("NOTE import-wants-settings");
  }

  @Test
  void anInterpreterThatDiesIsAFault() {
    ProbeReport report =
        new Reports()
            .broken(
                "thing 1.0",
                new ProbeReport.ImportFailure(
                    List.of(), "ended with signal 11", Optional.empty(), Optional.empty()))
            .report();
    assertThat(ids(ImportJudge.judge(report))).containsExactly("ERROR import-fails");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b >=1 | ",
        "b >=3 | a 1.0 requires b>=3, and b is 2.0rc1",
        "b >=2.0rc1 | ",
        "c | a 1.0 requires c, which is not installed",
        "c ; extra == 'more' | ",
        "c ; python_version < '3.9' | ",
        "c ; sys_platform == 'linux' | a 1.0 requires c, which is not installed",
        "B[more] | ",
        "not a requirement !! | ",
      })
  void requirementsAreCheckedAsPipDoes(String requirement, String message) {
    ProbeReport report =
        new Reports().installed("a 1.0", requirement).installed("b 2.0rc1").report();
    assertThat(DependencyJudge.judge(report))
        .extracting(Diagnostic::message)
        .isEqualTo(message == null ? List.of() : List.of(message));
  }

  @Test
  void aLibraryThatIsNotThereIsAFaultWithItsPackage() {
    List<Diagnostic> findings =
        new LinkJudge(RULES)
            .judge(
                new Reports()
                    .missing(Reports.asks("/opt/venv/x.so", "libpq.so.5", "psycopg2"))
                    .missing(Reports.asks("/opt/venv/y.so", "libpq.so.5", "psycopg2"))
                    .report());
    assertThat(ids(findings)).containsExactly("ERROR library-missing");
    assertThat(findings.get(0).hint()).contains("install libpq5 in the runtime stage");
    assertThat(findings.get(0).message()).contains("/opt/venv/x.so and /opt/venv/y.so are linked");
  }

  @Test
  void whatIsNobodysFaultIsNone() {
    ProbeReport report =
        new Reports()
            .missing(
                new ProbeReport.MissingLibrary(
                    "/x/_tkinter.so",
                    "libtk8.6.so",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    true))
            .missing(
                new ProbeReport.MissingLibrary(
                    "/x/a.so",
                    "libb.so",
                    Optional.of("/x/libb.so"),
                    Optional.empty(),
                    Optional.of("a"),
                    false))
            .missing(
                new ProbeReport.MissingLibrary(
                    "/usr/lib/c.so",
                    "libd.so",
                    Optional.empty(),
                    Optional.of("some-package"),
                    Optional.empty(),
                    false))
            .missing(Reports.asks("/x/torch.so", "libcuda.so.1", "torch"))
            .otherMachine("/x/data/winlib.bin")
            .report();
    assertThat(ids(new LinkJudge(RULES).judge(report))).containsExactly("NOTE library-of-the-host");
  }

  /** Qt's plug-in for X11 is opened by who has X11; cv2 itself is not. */
  @Test
  void whatIsOpenedOnlyWhereItsLibrariesAreMayLackThem() {
    String below = "/opt/venv/lib/python3.13/site-packages/";
    ProbeReport report =
        new Reports()
            .installed("opencv-python 4.10.0.84", "cp37-abi3-manylinux_2_17_x86_64", Map.of())
            .missing(
                Reports.asks(
                    below + "cv2/qt/plugins/platforms/libqxcb.so", "libSM.so.6", "opencv-python"))
            .missing(Reports.asks(below + "cv2/cv2.abi3.so", "libGL.so.1", "opencv-python"))
            .report();
    assertThat(new LinkJudge(RULES).judge(report))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("libGL.so.1"));
  }

  @Test
  void codeForAnotherProcessorIsAFault() {
    assertThat(
            ids(
                new LinkJudge(RULES)
                    .judge(
                        new Reports()
                            .otherMachine("/x/a.cpython-313-aarch64-linux-gnu.so")
                            .report())))
        .containsExactly("ERROR other-machine");
  }

  @Test
  void aMissingLibraryOfACompiledPackageDraftsARule() {
    ProbeReport report =
        new Reports()
            .installed("shop-native 1.0", "cp313-cp313-linux_x86_64", Map.of())
            .installed("shop-wheel 1.0", "cp313-cp313-manylinux_2_17_x86_64", Map.of())
            .installed("psycopg2 2.9.10", "cp313-cp313-linux_x86_64", Map.of())
            .missing(Reports.asks("/v/site-packages/n.so", "libpq.so.5", "shop-native"))
            .missing(Reports.asks("/v/site-packages/w.so", "libGL.so.1", "shop-wheel"))
            .missing(Reports.asks("/v/site-packages/p.so", "libpq.so.5", "psycopg2"))
            .report();
    List<DraftRule> drafts = MissingLibraryRules.drafts(report, RULES);
    assertThat(drafts)
        .extracting(DraftRule::path)
        .containsExactly("packages/shop-native.json", "packages/shop-wheel.json");
    assertThat(drafts.get(0).text()).contains("\"sdist\"", "\"libpq-dev\"", "\"libpq5\"");
    assertThat(drafts.get(1).text()).contains("\"wheel\"", "\"libgl1\"").doesNotContain("build\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1 | ModuleNotFoundError: No module named 'app' | ERROR start-fails",
        "1 | psycopg2.OperationalError: connection refused | NOTE start-wants-service",
        "1 | gaierror: [Errno -3] Temporary failure in name resolution | NOTE start-wants-service",
        "1 | KeyError: 'SECRET_KEY' | NOTE start-wants-settings",
        "1 | ImproperlyConfigured: SECRET_KEY is required | NOTE start-wants-settings",
        "1 | OSError: [Errno 30] Read-only file system: 'x' | ERROR start-fails",
        "-9 | | ERROR start-fails",
        "0 | done | -",
      })
  void aCommandThatEndsIsAFaultUnlessSomethingIsNotHere(
      int status, String output, String expected) {
    assertThat(
            StartJudge.judge(Reports.ended(status, output == null ? "" : output), false)
                .map(each -> each.severity() + " " + each.id()))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void healthDecidesWhereItIsAsked() {
    assertThat(StartJudge.judge(Reports.healthy(), true)).isEmpty();
    assertThat(StartJudge.judge(Reports.unhealthy("up"), true).orElseThrow().id())
        .isEqualTo("unhealthy");
    assertThat(StartJudge.judge(Reports.unhealthy("up"), false)).isEmpty();
    assertThat(StartJudge.judge(Reports.ended(0, ""), true).orElseThrow().id())
        .isEqualTo("start-fails");
    assertThat(
            StartJudge.judge(
                    new StartReport(
                        Optional.of("gunicorn: No such file or directory"),
                        OptionalInt.empty(),
                        false,
                        "",
                        0,
                        Optional.empty(),
                        ""),
                    true)
                .orElseThrow()
                .id())
        .isEqualTo("start-impossible");
    assertThat(
            StartJudge.judge(
                    new StartReport(
                        Optional.empty(), OptionalInt.empty(), true, "", 1, Optional.of(false), ""),
                    true)
                .orElseThrow()
                .id())
        .isEqualTo("stop-ignored");
  }

  @Test
  void packagesAreUsedDirectlyOrByThoseThatAre() {
    ProbeReport report =
        new Reports()
            .systemPackage("libpq5", "libldap2")
            .systemPackage("libldap2")
            .systemPackage("libmagic1t64")
            .systemPackage("ghostscript")
            .systemPackage("curl")
            .systemPackage("ca-certificates")
            .used("libpq5")
            .mentioned("ghostscript")
            .report();
    assertThat(PackageUse.judge(report))
        .extracting(Diagnostic::message)
        .containsExactly(
            "nothing in the image uses curl (2.5 MB, and what it brings along)",
            "nothing in the image uses libmagic1t64 (2.5 MB, and what it brings along)");
  }

  @ParameterizedTest
  @CsvSource({"188000000, false", "183000000, false", "182000000, true", "194000000, true"})
  void theSizeMayBeOffByTheExpectedError(long predicted, boolean warned) {
    Verification.Proof proof =
        new Verification.Proof(
            new Reports().report(),
            true,
            Optional.empty(),
            false,
            Optional.of(new Verification.Prediction(predicted, 0.03, "python:3.13-slim-trixie")));
    assertThat(SizeJudge.judge(proof).isPresent()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/opt/venv/bin/gunicorn | /opt/venv/bin/python",
        "gunicorn | python",
        "/usr/bin/python3.13 | /usr/bin/python3.13",
        "python3 | python3",
        "/bin/sh | python",
        "/app/start.sh | /app/python",
      })
  void thePythonBesideTheProgramIsTriedFirst(String program, String python) {
    ImageConfig config =
        new ImageConfig(
            "1",
            Map.of(),
            List.of(),
            List.of(program, "x"),
            "/",
            List.of(),
            List.of(),
            "SIGTERM",
            Map.of(),
            "amd64");
    assertThat(Probe.interpreters(config))
        .startsWith(python)
        .contains("python3")
        .doesNotHaveDuplicates();
  }
}
