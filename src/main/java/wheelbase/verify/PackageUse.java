package wheelbase.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import wheelbase.diagnostic.Diagnostic;

/**
 * Which of the distribution packages that a Dockerfile installs nothing in the image uses: no
 * library of theirs is linked to or loaded, no program is started or named in a source, and no
 * package that is used depends on them.
 */
final class PackageUse {
  /** Data and small programs that are used without a trace, or by people. */
  private static final Set<String> BEYOND_DOUBT =
      Set.of(
          "ca-certificates",
          "tzdata",
          "netbase",
          "media-types",
          "mime-support",
          "locales",
          "tini",
          "dumb-init",
          "libc6",
          "libstdc++6",
          "libstdc++",
          "libgcc-s1",
          "libgcc",
          "musl",
          "busybox");

  private PackageUse() {}

  static List<Diagnostic> judge(ProbeReport report) {
    Set<String> used = closure(report);
    List<Diagnostic> findings = new ArrayList<>();
    for (String name : report.askedAbout()) {
      if (!used.contains(name) && !BEYOND_DOUBT.contains(name)) {
        long bytes = report.systemPackages().get(name).bytes();
        findings.add(
            Diagnostic.warning(
                    "system-package-unused",
                    "nothing in the image uses %s (%.1f MB, and what it brings along)"
                        .formatted(name, bytes / 1e6))
                .withHint("leave it out, unless people use it by hand"));
      }
    }
    return findings;
  }

  /** Packages in use, and all that they depend on. */
  private static Set<String> closure(ProbeReport report) {
    Map<String, List<String>> providers = new HashMap<>();
    report
        .systemPackages()
        .forEach(
            (name, each) ->
                each.provides()
                    .forEach(
                        provided ->
                            providers
                                .computeIfAbsent(provided, key -> new ArrayList<>())
                                .add(name)));
    Set<String> closed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(new TreeSet<>(report.used().keySet()));
    open.addAll(report.mentioned().keySet());
    while (!open.isEmpty()) {
      String name = open.pop();
      if (report.systemPackages().containsKey(name) && closed.add(name)) {
        for (String wanted : report.systemPackages().get(name).depends()) {
          open.add(wanted);
          open.addAll(providers.getOrDefault(wanted, List.of()));
        }
      }
    }
    return closed;
  }
}
