package wheelbase.verify;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wheelbase.pep508.MarkerEnvironment;

/**
 * What the probe saw in an image: facts, not yet judged.
 *
 * @param python the interpreter's version
 * @param executable the interpreter
 * @param prefix the environment it installs to
 * @param markers of PEP 508, as this interpreter has them
 * @param release {@code debian:13}; {@code :} where the image does not say
 * @param uid who the probe ran as
 * @param writable a directory of the image that could be written to; empty where none could
 * @param network whether there was any but the loopback
 * @param distributions everything installed, by name
 * @param sharedObjects how many files were read for what they are linked to
 * @param missing what they ask for in vain
 * @param otherMachine files for another processor
 * @param bytes of all files, what is mounted left aside
 * @param systemPackages of the distribution, by name
 * @param used packages that something is linked to, was loaded by an import, or is started
 * @param mentioned packages asked about that a source names, and which
 * @param askedAbout the packages of the question that are installed
 */
public record ProbeReport(
    String python,
    String executable,
    String prefix,
    MarkerEnvironment markers,
    String release,
    int uid,
    Optional<String> writable,
    boolean network,
    List<Distribution> distributions,
    int sharedObjects,
    List<MissingLibrary> missing,
    List<String> otherMachine,
    long bytes,
    Map<String, SystemPackage> systemPackages,
    Map<String, String> used,
    Map<String, String> mentioned,
    List<String> askedAbout) {
  public ProbeReport {
    distributions = List.copyOf(distributions);
    missing = List.copyOf(missing);
    otherMachine = List.copyOf(otherMachine);
    systemPackages = Collections.unmodifiableMap(new TreeMap<>(systemPackages));
    used = Collections.unmodifiableMap(new TreeMap<>(used));
    mentioned = Collections.unmodifiableMap(new TreeMap<>(mentioned));
    askedAbout = askedAbout.stream().sorted().toList();
  }

  /**
   * One installed distribution.
   *
   * @param requires the lines of {@code Requires-Dist}
   * @param tags of its wheel; one that was compiled in the build is for {@code linux_x86_64}
   * @param modules top-level modules and packages, below a namespace the first packages
   * @param imported those of them that were tried
   * @param failed those that could not be imported
   */
  public record Distribution(
      String name,
      String version,
      List<String> requires,
      Optional<String> requiresPython,
      List<String> tags,
      List<String> modules,
      List<String> imported,
      Map<String, ImportFailure> failed) {
    public Distribution {
      requires = List.copyOf(requires);
      tags = List.copyOf(tags);
      modules = List.copyOf(modules);
      imported = List.copyOf(imported);
      failed = Collections.unmodifiableMap(new TreeMap<>(failed));
    }
  }

  /**
   * Why a module could not be imported.
   *
   * @param types the exception's class and what it inherits from; none where the interpreter died
   * @param module the module that an ImportError names
   * @param variable the environment variable that was asked for in vain
   */
  public record ImportFailure(
      List<String> types, String message, Optional<String> module, Optional<String> variable) {
    public ImportFailure {
      types = List.copyOf(types);
    }
  }

  /**
   * A library that the loader does not find.
   *
   * @param file the file that asks
   * @param library as it is asked for: {@code libpq.so.5}
   * @param beside where a file of that name lies nonetheless: a sibling loads it first
   * @param owner the distribution package that the file belongs to
   * @param distribution the Python distribution that the file came with
   * @param standardLibrary whether the file is a module of Python's own
   */
  public record MissingLibrary(
      String file,
      String library,
      Optional<String> beside,
      Optional<String> owner,
      Optional<String> distribution,
      boolean standardLibrary) {}

  /**
   * A package of the distribution.
   *
   * @param depends names of what it needs; alternatives among them
   * @param provides other names that it goes by
   * @param bytes unpacked
   */
  public record SystemPackage(List<String> depends, List<String> provides, long bytes) {
    public SystemPackage {
      depends = List.copyOf(depends);
      provides = List.copyOf(provides);
    }
  }
}
