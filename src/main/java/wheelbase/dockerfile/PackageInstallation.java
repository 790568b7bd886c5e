package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import wheelbase.platform.DistributionRelease;

/** Installs distribution packages, each with the Python packages that want it in the comment. */
final class PackageInstallation {
  private static final Map<String, List<String>> OF_COMMANDS =
      Map.of(
          "rm -f /etc/apt/apt.conf.d/docker-clean",
          List.of("docker-clean would delete what the cache is to keep"),
          "apt-get update",
          List.of("The image comes without the lists of packages"),
          "apt-get install -y --no-install-recommends",
          List.of("What is listed and what it depends on, nothing that is only recommended"),
          "rm -rf /var/lib/apt/lists/*",
          List.of("The lists of packages stay out of the layer"),
          "apk add --no-cache",
          List.of("What is listed and what it depends on; the index of packages is not kept"));

  private PackageInstallation() {}

  /**
   * For a stage that is thrown away.
   *
   * @param cached whether what was downloaded stays for the next build
   */
  static Step forBuilding(
      DistributionRelease distribution, List<PackageReason> packages, boolean cached) {
    if (!cached) {
      return forRunning(distribution, packages);
    }
    Map<String, Set<String>> wanted = byPackage(packages);
    if (distribution.isAlpine()) {
      return step(apk(wanted), reasons(wanted), wanted);
    }
    List<Mount> caches =
        List.of(
            new Mount.Cache("/var/cache/apt", true), new Mount.Cache("/var/lib/apt/lists", true));
    // The image's docker-clean deletes every package after its installation.
    ShellCommand keep = ShellCommand.of("rm", "-f", "/etc/apt/apt.conf.d/docker-clean");
    List<String> reasons = new ArrayList<>(reasons(wanted));
    reasons.add("(docker-clean would delete what the cache is to keep)");
    return step(
        new Instruction.Run(caches, List.of(keep, update(), install(wanted))), reasons, wanted);
  }

  /** For the image itself: nothing of the download remains in the layer. */
  static Step forRunning(DistributionRelease distribution, List<PackageReason> packages) {
    Map<String, Set<String>> wanted = byPackage(packages);
    if (distribution.isAlpine()) {
      return step(apk(wanted), reasons(wanted), wanted);
    }
    ShellCommand clean = ShellCommand.of("rm", "-rf").expanding("/var/lib/apt/lists/*");
    return step(Instruction.Run.of(update(), install(wanted), clean), reasons(wanted), wanted);
  }

  private static Instruction apk(Map<String, Set<String>> wanted) {
    return Instruction.Run.of(
        ShellCommand.of("apk", "add", "--no-cache")
            .listing(wanted.keySet().stream().map(List::of).toList()));
  }

  private static ShellCommand update() {
    return ShellCommand.of("apt-get", "update");
  }

  private static ShellCommand install(Map<String, Set<String>> wanted) {
    return ShellCommand.of("apt-get", "install", "-y", "--no-install-recommends")
        .listing(wanted.keySet().stream().map(List::of).toList());
  }

  private static Step step(
      Instruction instruction, List<String> reasons, Map<String, Set<String>> wanted) {
    Map<String, List<String>> ofLines = new HashMap<>(OF_COMMANDS);
    wanted.forEach(
        (name, reasonsOfOne) -> ofLines.put(Quoting.shellWord(name), List.copyOf(reasonsOfOne)));
    return new Step(instruction, reasons, false, ofLines);
  }

  private static Map<String, Set<String>> byPackage(List<PackageReason> packages) {
    Map<String, Set<String>> wanted = new TreeMap<>();
    for (PackageReason one : packages) {
      wanted.computeIfAbsent(one.distributionPackage(), any -> new LinkedHashSet<>());
      wanted.get(one.distributionPackage()).add(one.reason());
    }
    return wanted;
  }

  /** One sentence where it fits a line, else a line for all packages that have the same reasons. */
  private static List<String> reasons(Map<String, Set<String>> wanted) {
    Set<String> all = new LinkedHashSet<>();
    Map<String, List<String>> packagesByReason = new LinkedHashMap<>();
    wanted.forEach(
        (name, reasons) -> {
          all.addAll(reasons);
          packagesByReason
              .computeIfAbsent(String.join("; ", reasons), any -> new ArrayList<>())
              .add(name);
        });
    List<String> oneSentence = Lines.comment(String.join("; ", all));
    if (oneSentence.size() == 1) {
      return oneSentence;
    }
    List<String> lines = new ArrayList<>();
    packagesByReason.forEach(
        (reason, names) -> lines.add(String.join(", ", names) + ": " + reason));
    return lines;
  }
}
