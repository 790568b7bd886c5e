package wheelbase.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Wording;
import wheelbase.platform.DistributionRelease;
import wheelbase.syslibs.RuleBook;

/** Says what it means that the loader does not find a library. */
final class LinkJudge {
  /** What the container runtime brings along with the graphics card of the host. */
  private static final Pattern OF_THE_DRIVER =
      Pattern.compile("lib(cuda|nvcuvid|nvidia-[\\w-]+|cudadebugger|nvoptix|hsa-runtime64)\\.so.*");

  /** Programs and extension modules must fit the processor; data for many of them need not. */
  private static final Pattern HAS_TO_FIT =
      Pattern.compile(".*(/s?bin/[^/]+|\\.(cpython-[\\w-]+|abi3)\\.so)");

  private final RuleBook rules;

  LinkJudge(RuleBook rules) {
    this.rules = rules;
  }

  List<Diagnostic> judge(ProbeReport report) {
    Map<String, List<ProbeReport.MissingLibrary>> faults = new TreeMap<>();
    Map<String, List<ProbeReport.MissingLibrary>> others = new TreeMap<>();
    for (ProbeReport.MissingLibrary each : report.missing()) {
      if (each.beside().isEmpty()) {
        (isFault(each) ? faults : others)
            .computeIfAbsent(each.library(), name -> new ArrayList<>())
            .add(each);
      }
    }
    List<Diagnostic> findings = new ArrayList<>();
    faults.forEach((library, askers) -> findings.add(fault(library, askers, report.release())));
    others.forEach((library, askers) -> findings.add(note(library, askers)));
    report.otherMachine().stream()
        .filter(file -> HAS_TO_FIT.matcher(file).matches())
        .map(
            file ->
                Diagnostic.error(
                    "other-machine", file + " is for another processor than the image's Python"))
        .forEach(findings::add);
    return findings;
  }

  private static boolean isFault(ProbeReport.MissingLibrary each) {
    return !each.standardLibrary()
        && each.owner().isEmpty()
        && !OF_THE_DRIVER.matcher(each.library()).matches();
  }

  private Diagnostic fault(
      String library, List<ProbeReport.MissingLibrary> askers, String release) {
    Diagnostic lacking =
        Diagnostic.error(
            "library-missing",
            "`%s` is not in the image\n%s"
                .formatted(library, files(askers, "linked to it")));
    return Provided.shipped()
        .bySoname(library)
        .map(id -> hint(id, release))
        .map(lacking::withHint)
        .orElse(lacking);
  }

  private String hint(String id, String release) {
    List<String> packages =
        DistributionRelease.ofId(release)
            .map(known -> rules.runPackages(id, known))
            .orElse(List.of());
    return packages.isEmpty()
        ? "`" + id + "` is the library that provides it"
        : "install " + Wording.list(packages) + " in the runtime stage";
  }

  private static Diagnostic note(String library, List<ProbeReport.MissingLibrary> askers) {
    String why =
        OF_THE_DRIVER.matcher(library).matches()
            ? "the host's driver brings it when a container is given the graphics card"
            : files(askers, "of the base image, linked to it");
    return Diagnostic.note("library-left-out", "`%s` is not in the image\n%s".formatted(library, why));
  }

  private static String files(List<ProbeReport.MissingLibrary> askers, String what) {
    return Wording.some(askers.stream().map(ProbeReport.MissingLibrary::file).toList())
        + (askers.size() == 1 ? " is " : " are ")
        + what;
  }
}
