package wheelbase.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Wording;
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
  private final OptionalLinks optional;

  LinkJudge(RuleBook rules) {
    this.rules = rules;
    this.optional = new OptionalLinks(rules);
  }

  List<Diagnostic> judge(ProbeReport report) {
    Map<String, List<ProbeReport.MissingLibrary>> missing = new TreeMap<>();
    report.missing().stream()
        .filter(LinkJudge::isOfTheProject)
        .filter(each -> !optional.covers(each, report))
        .forEach(
            each -> missing.computeIfAbsent(each.library(), name -> new ArrayList<>()).add(each));
    List<Diagnostic> findings = new ArrayList<>();
    missing.forEach(
        (library, askers) ->
            findings.add(
                OF_THE_DRIVER.matcher(library).matches()
                    ? Diagnostic.note(
                        "library-of-the-host",
                        "`%s` is not in the image: the host's driver brings it".formatted(library))
                    : fault(library, askers, report.release())));
    report.otherMachine().stream()
        .filter(file -> HAS_TO_FIT.matcher(file).matches())
        .map(
            file ->
                Diagnostic.error(
                    "other-machine", file + " is for another processor than the image's Python"))
        .forEach(findings::add);
    return findings;
  }

  /** Of the base image nobody expects that: Python's tkinter lacks Tk in every slim one. */
  private static boolean isOfTheProject(ProbeReport.MissingLibrary each) {
    return each.beside().isEmpty() && each.owner().isEmpty() && !each.standardLibrary();
  }

  private Diagnostic fault(
      String library, List<ProbeReport.MissingLibrary> askers, String release) {
    Diagnostic lacking =
        Diagnostic.error(
            "library-missing",
            "`%s` is not in the image\n%s".formatted(library, files(askers, "linked to it")));
    return rules
        .provided()
        .bySoname(library)
        .map(id -> hint(id, release))
        .map(lacking::withHint)
        .orElse(lacking);
  }

  private String hint(String id, String release) {
    List<String> packages =
        Verifier.release(release).map(known -> rules.runPackages(id, known)).orElse(List.of());
    return packages.isEmpty()
        ? "`" + id + "` is the library that provides it"
        : "install " + Wording.list(packages) + " in the runtime stage";
  }

  private static String files(List<ProbeReport.MissingLibrary> askers, String what) {
    return Wording.some(askers.stream().map(ProbeReport.MissingLibrary::file).toList())
        + (askers.size() == 1 ? " is " : " are ")
        + what;
  }
}
