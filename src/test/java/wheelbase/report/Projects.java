package wheelbase.report;

import java.util.List;
import wheelbase.Analysis;
import wheelbase.baseimage.Unusable;
import wheelbase.diagnostic.Blame;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.platform.Architecture;
import wheelbase.testing.AnalysisBuilder;
import wheelbase.testing.Stories;
import wheelbase.testing.Targets;
import wheelbase.wheels.Reason;
import wheelbase.wheels.VerdictClass;

/** Made-up projects whose screens are compared. */
public final class Projects {
  private static final List<Architecture> BOTH = List.of(Architecture.values());
  private static final List<Architecture> ARM64 = List.of(Architecture.ARM64);

  private Projects() {}

  /** One Python, three bases, something of every verdict. */
  public static AnalysisBuilder karapace() {
    AnalysisBuilder project =
        new AnalysisBuilder()
            .bases("3.13", "slim-trixie", "slim-bookworm", "alpine3.24")
            .pythonBecause("found in .python-version")
            .line(3, "psycopg2==2.9.11")
            .line(17, "cohere==5.15.0");
    project.adds("cohere", "5.15.0").requiredBy("requirements.txt:17", "cohere==5.15.0");
    project
        .adds("fastavro", "1.12.0")
        .requiredBy("requirements.txt:17", "cohere==5.15.0", "fastavro>=1.9.4,<2")
        .on(
            "slim-trixie",
            ARM64,
            VerdictClass.SOURCE_BUILD,
            "fastavro-1.12.0.tar.gz",
            new Reason(
                "architecture",
                "fastavro-1.12.0-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
                "for another architecture"),
            new Reason(
                "python",
                "fastavro-1.12.0-cp312-cp312-manylinux_2_28_aarch64.whl",
                "for Python 3.12 only"))
        .on(
            "alpine3.24",
            BOTH,
            VerdictClass.SOURCE_BUILD,
            "fastavro-1.12.0.tar.gz",
            new Reason("libc-kind", "", "no musllinux wheel"))
        .builds("c")
        .evidence("rule fastavro, proven 2026-11-20 on debian:13");
    project
        .adds("psycopg2", "2.9.11")
        .requiredBy("requirements.txt:3", "psycopg2")
        .everywhere(
            VerdictClass.SOURCE_BUILD,
            "psycopg2-2.9.11.tar.gz",
            new Reason("no-file", "", "no wheel for Linux at all"))
        .builds("c", "libpq")
        .runs("libpq")
        .hint("psycopg2-binary carries its own libpq");
    project
        .adds("python-magic", "0.4.27")
        .requiredBy("requirements.txt:21", "python-magic")
        .everywhere(VerdictClass.WHEEL_NEEDS_LIBRARIES, "python_magic-0.4.27-py2.py3-none-any.whl")
        .runs("libmagic");
    project
        .adds("odd-one", "1.0")
        .requiredBy("requirements.txt:22", "odd-one")
        .everywhere(VerdictClass.PURE_SDIST, "odd-one-1.0.tar.gz")
        .on("alpine3.24", BOTH, VerdictClass.UNUSABLE, "", new Reason("no-file", "", "no file"));
    project
        .candidate("slim-trixie", 246, "fastavro", "psycopg2")
        .candidate("slim-bookworm", 255, "psycopg2")
        .candidate("alpine3.24", 180, "fastavro", "psycopg2")
        .systemPackages(
            "slim-bookworm",
            List.of(
                "gcc: psycopg2 2.9.11 is compiled",
                "libpq-dev: psycopg2 2.9.11 is built against libpq"),
            List.of(
                "libmagic1: python-magic 0.4.27 loads libmagic",
                "libpq5: psycopg2 2.9.11 is linked to libpq"));
    project.cure(
        "other-version", "fastavro", "fastavro==1.12.0 -> fastavro==1.12.1", "in range, a wheel");
    project.downgrade("fastavro", "1.12.0", "1.11.1", "has a wheel");
    project.diagnostic(
        Diagnostic.note(
                "old-openssl", "cryptography 42.0.8 carries an OpenSSL past its end of life")
            .withHint("wheelbase why cryptography")
            .at(SourceSpan.line("requirements.txt", 41, "cryptography==42.0.8")));
    return project;
  }

  /** Alpine lacks a package that the user asks for, and what comes with it. */
  public static Analysis impossible() {
    AnalysisBuilder project =
        new AnalysisBuilder()
            .bases("3.13", "slim-trixie", "alpine3.24")
            .conflict(
                "3.13",
                "alpine3.24",
                Stories.wants("requirements.txt", 1, "torch"),
                Stories.hasNoFile(
                    Targets.ALPINE_311,
                    "torch",
                    "all 3 releases of torch",
                    "2.9.0",
                    "2.8.0",
                    "2.7.0"));
    Reason glibc =
        new Reason("libc-kind", "x-manylinux_2_28_x86_64.whl", "needs glibc, the image has musl");
    project
        .adds("torch", "2.9.0")
        .requiredBy("requirements.txt:1", "torch")
        .on("alpine3.24", BOTH, VerdictClass.UNUSABLE, "", glibc);
    project
        .adds("nvidia-cublas", "13.1")
        .requiredBy("requirements.txt:1", "torch", "nvidia-cublas")
        .on("alpine3.24", BOTH, VerdictClass.UNUSABLE, "", glibc);
    project
        .adds("onnxruntime", "1.30.0")
        .requiredBy("requirements.txt:2", "retina-face", "onnxruntime")
        .on("alpine3.24", BOTH, VerdictClass.UNUSABLE, "", glibc);
    project
        .adds("lz4", "4.4.5")
        .requiredBy("requirements.txt:3", "lz4")
        .on("alpine3.24", BOTH, VerdictClass.SOURCE_BUILD, "lz4-4.4.5.tar.gz", glibc);
    project
        .candidate("slim-trixie", 6000)
        .impossible(
            "alpine3.24",
            65,
            new Unusable("torch 2.9.0", "has no musllinux wheel and no sdist"),
            new Unusable("nvidia-cublas 13.1", "has no musllinux wheel and no sdist"),
            new Unusable("onnxruntime 1.30.0", "has no musllinux wheel and no sdist"))
        .diagnostic(
            Diagnostic.note(
                "nothing-fits",
                "nothing fits on alpine3.24: torch 2.9.0 and onnxruntime 1.30.0 have no musllinux"
                    + " wheel and no sdist, nor has 1 package that comes with them\n"
                    + "nvidia-cublas 13.1: the closest wheel is for glibc, not for musl\n"
                    + "onnxruntime 1.30.0: the closest wheel is for glibc, not for musl\n"
                    + "torch 2.9.0: the closest wheel is for glibc, not for musl"))
        .diagnostic(
            Diagnostic.note(
                    "quiet-downgrade",
                    "with wheels only lz4 goes back from 4.4.5 to 4.0.2: 9 releases, 2.8 years"
                        + " older\nlz4 4.4.5 has no wheel there")
                .because(List.of(new Blame("requirements.txt:3", "lz4"))));
    return project.build();
  }

  /** Two lines that contradict each other. */
  public static Analysis conflict() {
    return new AnalysisBuilder()
        .bases("3.11", "slim-trixie")
        .conflict(
            "3.11",
            "slim-trixie",
            Stories.wants("requirements.txt", 4, "apache-airflow==2.9.1"),
            Stories.needs("apache-airflow", "2.9.1", "sqlalchemy>=1.4.36,<2.0"),
            Stories.wants("requirements.txt", 22, "sqlalchemy>=2.0.30"))
        .build();
  }

  /** Two Pythons, five bases: more columns than fit. */
  public static Analysis many() {
    AnalysisBuilder project = new AnalysisBuilder();
    for (String python : List.of("3.12", "3.13")) {
      project.bases(python, "slim-trixie", "slim-bookworm", "alpine3.24", "alpine3.23", "trixie");
    }
    project.conflict(
        "3.12",
        "alpine3.23",
        Stories.wants("requirements.txt", 4, "apache-airflow==2.9.1"),
        Stories.needs("apache-airflow", "2.9.1", "sqlalchemy>=1.4.36,<2.0"),
        Stories.wants("requirements.txt", 22, "sqlalchemy>=2.0.30"));
    project.adds("numpy", "2.3.4").requiredBy("requirements.txt:1", "numpy");
    return project.build();
  }

  /** Everything that comes from outside tries to get at the terminal. */
  public static Analysis hostile() {
    AnalysisBuilder project = new AnalysisBuilder().bases("3.13", "slim-trixie", "alpine3.24");
    project
        .adds("evil", "1.0")
        .requiredBy("requ\u001b[2Jirements.txt:1", "evil")
        .everywhere(
            VerdictClass.SOURCE_BUILD,
            "evil-1.0\u001b]0;title\u0007\r\n.tar.gz",
            new Reason("compiles", "e\u009b31mvil.whl", "says \u202eyrros\u001b[31m\b\b\b"))
        .builds("lib\u001b[0m")
        .evidence("read \u0000 it")
        .hint("\u2028 next line");
    project.cure("twin", "evil", "evil -> \u001b[1mgood", "\u200bhidden\ttab");
    project.diagnostic(
        Diagnostic.warning("odd", "file \u001b[5mblinks\u001b[0m")
            .withHint("\u0085")
            .at(SourceSpan.line("a\u001bb.txt", 1, "\u001b[31mred")));
    return project.build();
  }
}
