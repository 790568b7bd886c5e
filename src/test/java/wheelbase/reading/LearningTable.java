package wheelbase.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.index.Answers;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.index.SdistContents.Language;
import wheelbase.index.pypi.IndexOptions;
import wheelbase.index.pypi.KeyringUse;
import wheelbase.index.pypi.PypiIndex;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.FileSources;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.syslibs.Provided;
import wheelbase.syslibs.RuleBook;

/**
 * Holds what is read out of the newest sdists against the rules that are there, and prints it as
 * the table of {@code src/site/markdown/learning-rules.md}. What is read may change with any
 * release of theirs; that most of it is found may not.
 */
@Tag("network")
class LearningTable {
  private static final List<String> NAMES =
      List.of(
          "psycopg2",
          "lxml",
          "mysqlclient",
          "python-ldap",
          "pyicu",
          "cffi",
          "pillow",
          "cryptography",
          "gssapi",
          "pycairo",
          "pygobject",
          "h5py",
          "netcdf4",
          "gdal",
          "shapely",
          "pyzmq",
          "uvloop",
          "orjson",
          "xmlsec",
          "dbus-python",
          "pycurl",
          "m2crypto",
          "pylibmc",
          "pyaudio",
          "pygraphviz",
          "rtree",
          "fiona",
          "mpi4py",
          "grpcio",
          "pyodbc",
          "systemd-python",
          "pyyaml",
          "libvirt-python",
          "pycups",
          "rasterio",
          "pygit2",
          "python-snappy",
          "psutil",
          "gevent",
          "pymssql");
  private static final PythonRelease PYTHON = new PythonRelease(3, 13, 0);

  /** One line of the table. */
  private record Row(
      String name,
      SortedSet<String> found,
      SortedSet<String> missed,
      SortedSet<String> superfluous,
      SortedSet<String> guessed) {
    @Override
    public String toString() {
      return "| %s | %s | %s | %s | %s |"
          .formatted(name, found, missed, superfluous, guessed)
          .replace("[", "")
          .replace("]", "");
    }
  }

  @Test
  void whatIsReadAgreesWithTheRules(@TempDir Path cache) throws InterruptedException {
    IndexOptions options =
        new IndexOptions(
            new FileSources(Optional.empty(), List.of(), false, List.of(), List.of(), Map.of()),
            KeyringUse.NEVER,
            false,
            false,
            Optional.empty(),
            cache,
            System.getenv());
    List<Row> rows = new ArrayList<>();
    try (PypiIndex index = new PypiIndex(options)) {
      for (String name : NAMES) {
        row(index, new PackageName(name)).ifPresent(rows::add);
      }
    }
    System.out.println("| package | found | missed | superfluous | guessed |");
    System.out.println("|---|---|---|---|---|");
    rows.forEach(System.out::println);
    int found = rows.stream().mapToInt(row -> row.found().size()).sum();
    int missed = rows.stream().mapToInt(row -> row.missed().size()).sum();
    int superfluous = rows.stream().mapToInt(row -> row.superfluous().size()).sum();
    System.out.println(found + " found, " + missed + " missed, " + superfluous + " superfluous");
    assertThat(found).isGreaterThan(5 * missed).isGreaterThan(5 * superfluous);
  }

  private static Optional<Row> row(PypiIndex index, PackageName name) throws InterruptedException {
    ProjectPage page = Answers.await(index.page(name));
    Optional<ReleaseFile> newest =
        page.files().stream()
            .filter(file -> !file.isWheel())
            .filter(file -> !file.version().isPrerelease() && file.yanked().isEmpty())
            .max((one, other) -> one.version().compareTo(other.version()));
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    SdistContents contents = Answers.await(index.sdistContents(newest.get()));
    Set<Language> languages = EnumSet.noneOf(Language.class);
    languages.addAll(contents.languages());
    if (languages.isEmpty()) {
      languages.addAll(contents.optionalLanguages());
    }
    SourceNeeds read =
        SourceNeeds.of(
            SourceReading.of(
                Answers.await(index.sdistFiles(newest.get(), SourcePaths::wanted)),
                Provided.shipped()),
            languages,
            Provided.shipped());
    LibraryNeeds ruled =
        RuleBook.shipped(Optional.empty())
            .needs(
                name,
                newest.get().version(),
                Artifact.SDIST,
                new TargetPlatform(
                    PYTHON, DistributionRelease.DEBIAN_13.libc(), Architecture.AMD64),
                DistributionRelease.DEBIAN_13,
                Set.of(name));
    SortedSet<String> wanted = new TreeSet<>(ruled.buildTools());
    wanted.addAll(ruled.buildLibraries());
    SortedSet<String> certain = new TreeSet<>();
    SortedSet<String> guessed = new TreeSet<>();
    if (!languages.isEmpty()) {
      read.needed().forEach((id, need) -> (need.certain() ? certain : guessed).add(id));
    }
    read.loaded().keySet().forEach(guessed::add);
    return Optional.of(
        new Row(
            name + " " + newest.get().version(),
            both(certain, wanted),
            without(wanted, certain),
            without(certain, wanted),
            guessed));
  }

  private static SortedSet<String> both(SortedSet<String> one, SortedSet<String> other) {
    SortedSet<String> both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }

  private static SortedSet<String> without(SortedSet<String> one, SortedSet<String> other) {
    SortedSet<String> rest = new TreeSet<>(one);
    rest.removeAll(other);
    return rest;
  }
}
