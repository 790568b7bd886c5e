package wheelbase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.baseimage.BaseImage;
import wheelbase.dockerfile.PackageReason;
import wheelbase.syslibs.RuleBook;
import wheelbase.wheels.VerdictClass;

/**
 * Turns what the packages need on a base image into distribution packages, each with the reason for
 * it.
 */
final class DistributionPackages {
  private final RuleBook rules;
  private final BaseImage image;
  private final Map<String, TreeSet<String>> build = new TreeMap<>();
  private final Map<String, TreeSet<String>> runtime = new TreeMap<>();
  private final SortedMap<String, String> environment = new TreeMap<>();

  DistributionPackages(RuleBook rules, BaseImage image) {
    this.rules = rules;
    this.image = image;
  }

  void add(Cell cell) {
    if (cell.verdict().kind() == VerdictClass.UNUSABLE) {
      return;
    }
    boolean compiles = cell.verdict().kind().compiles();
    cell.needs().buildTools().forEach(tool -> toBuild(tool, cell.title() + " is compiled"));
    cell.needs()
        .buildLibraries()
        .forEach(library -> toBuild(library, cell.title() + " is built against " + library));
    String verb = compiles ? " is linked to " : " loads ";
    cell.needs().runLibraries().forEach(library -> toRun(library, cell.title() + verb + library));
    cell.needs()
        .executables()
        .forEach(program -> toRun(program, cell.title() + " runs " + program));
    if (compiles) {
      environment.putAll(cell.needs().environment());
    }
  }

  /** A tool or library of the build stage that no package's rule asks for. */
  void toBuild(String library, String reason) {
    for (String name : rules.buildPackages(library, image.distribution())) {
      build.computeIfAbsent(name, unused -> new TreeSet<>()).add(reason);
    }
  }

  private void toRun(String library, String reason) {
    for (String name : rules.runPackages(library, image.distribution())) {
      runtime.computeIfAbsent(name, unused -> new TreeSet<>()).add(reason);
    }
  }

  BaseAnalysis analysis() {
    return new BaseAnalysis(image, reasons(build), reasons(runtime), environment);
  }

  private static List<PackageReason> reasons(Map<String, TreeSet<String>> wanted) {
    List<PackageReason> reasons = new ArrayList<>();
    new LinkedHashMap<>(wanted)
        .forEach(
            (name, why) -> why.forEach(reason -> reasons.add(new PackageReason(name, reason))));
    return reasons;
  }
}
