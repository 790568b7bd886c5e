package wheelbase.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import wheelbase.CellNeeds;
import wheelbase.platform.Architecture;
import wheelbase.syslibs.BuildDuration;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.wheels.Reason;
import wheelbase.wheels.VerdictClass;

/** Made-up projects whose matrix is looked at. */
public final class Matrices {
  private static final List<Architecture> BOTH = List.of(Architecture.values());
  private static final List<Architecture> ARM64 = List.of(Architecture.ARM64);
  private static final Reason OTHER_LIBC =
      new Reason(
          "libc-kind",
          "fastavro-1.12.0-cp313-cp313-manylinux_2_28_x86_64.whl",
          "for glibc, and this is musl");

  private Matrices() {}

  /** One Python, three bases, something of every verdict. */
  public static AnalysisBuilder karapace() {
    AnalysisBuilder project =
        new AnalysisBuilder()
            .bases("3.13", "slim-trixie", "slim-bookworm", "alpine3.24")
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
                "python",
                "fastavro-1.12.0-cp312-cp312-manylinux_2_28_aarch64.whl",
                "for Python 3.12 only"),
            new Reason("compiles", "fastavro-1.12.0.tar.gz", "compiles C, Cython (setup.py)"))
        .on("alpine3.24", BOTH, VerdictClass.SOURCE_BUILD, "fastavro-1.12.0.tar.gz", OTHER_LIBC)
        .evidence("build-test: 2026-11-20 on debian:13");
    project
        .adds("psycopg2", "2.9.11")
        .requiredBy("requirements.txt:3", "psycopg2")
        .everywhere(
            VerdictClass.SOURCE_BUILD,
            "psycopg2-2.9.11.tar.gz",
            new Reason("no-wheel", "", "there is no wheel of this version for any platform"))
        .builds("libpq")
        .runs("libpq")
        .evidence("build-test: 2026-11-20 on debian:13")
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
    project.adds("flask", "3.1.2").requiredBy("requirements.txt:2", "flask");
    return project
        .needs(
            "slim-trixie",
            "fastavro",
            needs(List.of("c"), List.of(), List.of(), List.of("gcc", "libc6-dev"), List.of(), 40))
        .needs(
            "slim-trixie",
            "psycopg2",
            needs(
                List.of("c"),
                List.of("libpq"),
                List.of("libpq"),
                List.of("gcc", "libc6-dev", "libpq-dev"),
                List.of("libpq5"),
                25))
        .needs(
            "slim-trixie",
            "python-magic",
            needs(List.of(), List.of(), List.of("libmagic"), List.of(), List.of("libmagic1t64"), 0))
        .cure(
            "twin",
            "psycopg2",
            "psycopg2==2.9.11 -> psycopg2-binary==2.9.11",
            "carries its own libpq")
        .cure("other-version", "fastavro", "add fastavro==1.12.1", "in range")
        .cure("other-python", "fastavro", "Python 3.12", "");
  }

  /** Three Pythons with eight targets each; one package compiles on the last two of them only. */
  public static AnalysisBuilder manyTargets() {
    AnalysisBuilder project = new AnalysisBuilder();
    for (String python : List.of("3.12", "3.13", "3.14")) {
      project.bases(python, "slim-trixie", "slim-bookworm", "trixie", "alpine3.24");
    }
    project
        .adds("apache-airflow-providers-common-compat", "1.7.4")
        .requiredBy("requirements.txt:1", "apache-airflow-providers-common-compat")
        .on("alpine3.24", ARM64, VerdictClass.SOURCE_BUILD, "numpy-2.3.5.tar.gz");
    project.adds("flask", "3.1.2").requiredBy("requirements.txt:2", "flask");
    return project;
  }

  /** Alpine cannot be resolved; what is read from the project tries to be more than text. */
  public static AnalysisBuilder hostile() {
    AnalysisBuilder project =
        new AnalysisBuilder()
            .bases("3.13", "slim-trixie", "alpine3.24")
            .line(1, "torch==2.9.1")
            .conflict(
                "3.13",
                "alpine3.24",
                Stories.wants("\u001b[31mrequirements.txt\u001b[0m", 1, "torch==2.9.1"),
                Stories.hasNoFile(Targets.ALPINE_311, "torch", "torch \u202e2.9.1\u202c", "2.9.1"));
    project
        .adds("torch", "2.9.1")
        .requiredBy("\u4f60\u597d/\ud83d\ude00 requirements.txt:1", "torch")
        .on(
            "alpine3.24",
            BOTH,
            VerdictClass.UNUSABLE,
            "",
            new Reason("libc-kind", "torch-2.9.1-\u001b]0;x\u0007-linux.whl", "for glibc\r\nonly"));
    return project;
  }

  private static CellNeeds needs(
      List<String> tools,
      List<String> building,
      List<String> running,
      List<String> buildPackages,
      List<String> runtimePackages,
      int seconds) {
    return new CellNeeds(
        new LibraryNeeds(
            true,
            new TreeSet<>(tools),
            new TreeSet<>(building),
            new TreeSet<>(running),
            new TreeSet<>(),
            new TreeSet<>(),
            Map.of(),
            List.of(),
            new TreeSet<>(),
            List.of("build-test: 2026-11-20 on debian:13"),
            running.contains("libpq")
                ? List.of("psycopg2-binary carries its own libpq")
                : List.of()),
        new TreeSet<>(buildPackages),
        new TreeSet<>(runtimePackages),
        seconds == 0 ? Optional.empty() : Optional.of(new BuildDuration(seconds, true)),
        Map.of());
  }
}
