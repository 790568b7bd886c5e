package wheelbase.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;

/** Reports of a probe, drawn in a few words. */
public final class Reports {
  private final List<ProbeReport.Distribution> distributions = new ArrayList<>();
  private final List<ProbeReport.MissingLibrary> missing = new ArrayList<>();
  private final List<String> otherMachine = new ArrayList<>();
  private final Map<String, ProbeReport.SystemPackage> packages = new TreeMap<>();
  private final Map<String, String> used = new TreeMap<>();
  private final Map<String, String> mentioned = new TreeMap<>();

  /** {@code name version}, and what it requires. */
  public Reports installed(String nameAndVersion, String... requires) {
    return installed(nameAndVersion, "py3-none-any", Map.of(), requires);
  }

  /** One with a module that cannot be imported. */
  public Reports broken(String nameAndVersion, ProbeReport.ImportFailure why) {
    return installed(nameAndVersion, "py3-none-any", Map.of(nameAndVersion.split(" ")[0], why));
  }

  public Reports installed(
      String nameAndVersion,
      String tag,
      Map<String, ProbeReport.ImportFailure> failed,
      String... requires) {
    String[] words = nameAndVersion.split(" ");
    distributions.add(
        new ProbeReport.Distribution(
            words[0],
            words[1],
            List.of(requires),
            Optional.of(">=3.9"),
            List.of(tag),
            List.of(words[0]),
            List.of(words[0]),
            failed));
    return this;
  }

  public Reports missing(ProbeReport.MissingLibrary library) {
    missing.add(library);
    return this;
  }

  public Reports otherMachine(String file) {
    otherMachine.add(file);
    return this;
  }

  public Reports systemPackage(String name, String... depends) {
    packages.put(name, new ProbeReport.SystemPackage(List.of(depends), List.of(), 2_500_000));
    return this;
  }

  public Reports used(String name) {
    used.put(name, "an import");
    return this;
  }

  public Reports mentioned(String name) {
    mentioned.put(name, "shop/views.py");
    return this;
  }

  /** With all packages asked about. */
  public ProbeReport report() {
    return new ProbeReport(
        "3.13.2",
        "/opt/venv/bin/python",
        "/opt/venv",
        new TargetPlatform(
                new PythonRelease(3, 13, 2),
                DistributionRelease.DEBIAN_13.libc(),
                Architecture.AMD64)
            .markerEnvironment(),
        "debian:13",
        10001,
        Optional.empty(),
        false,
        distributions,
        412,
        missing,
        otherMachine,
        188_000_000,
        packages,
        used,
        mentioned,
        List.copyOf(packages.keySet()));
  }

  /** A library that a file of a distribution asks for in vain. */
  public static ProbeReport.MissingLibrary asks(String file, String library, String distribution) {
    return new ProbeReport.MissingLibrary(
        file, library, Optional.empty(), Optional.empty(), Optional.of(distribution), false);
  }

  public static ProbeReport.ImportFailure failure(String type, String message) {
    return new ProbeReport.ImportFailure(
        List.of(type, "Exception"), message, Optional.empty(), Optional.empty());
  }

  /** A start that was healthy at once. */
  public static StartReport healthy() {
    return new StartReport(
        Optional.empty(), OptionalInt.empty(), true, "", 1.2, Optional.of(true), "");
  }

  /** A start that ended by itself. */
  public static StartReport ended(int status, String output) {
    return new StartReport(
        Optional.empty(), OptionalInt.of(status), false, "", 0.5, Optional.empty(), output);
  }

  /** A start that went on without ever being healthy. */
  public static StartReport unhealthy(String output) {
    return new StartReport(
        Optional.empty(), OptionalInt.empty(), false, "no", 60, Optional.of(true), output);
  }
}
