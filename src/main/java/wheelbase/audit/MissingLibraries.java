package wheelbase.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wheelbase.BaseAnalysis;
import wheelbase.CellNeeds;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.PackageReason;
import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.dockerfile.syntax.ParsedInstruction;
import wheelbase.syslibs.LibraryNeeds;

/** Libraries and programs that a package wants at run time, and that the image does not have. */
final class MissingLibraries implements Finder {
  @Override
  public List<Finding> find(Audited audited) {
    Optional<StageFacts> image = audited.image();
    Optional<BaseAnalysis> base = image.flatMap(audited::on);
    if (base.isEmpty()
        || audited.pipInstalls().findAny().isEmpty()
        || !image.get().allSystemInstalls().stream().allMatch(SystemInstall::complete)
        || image.get().instructions().stream().anyMatch(MissingLibraries::bringsLibraries)) {
      return List.of();
    }
    Map<String, List<String>> reasons = new TreeMap<>();
    for (PackageReason each : base.get().runtimePackages()) {
      reasons
          .computeIfAbsent(each.distributionPackage(), unused -> new ArrayList<>())
          .add(each.reason());
    }
    List<String> installed =
        withReplacements(base.get(), SystemPackages.kept(image.get().allSystemInstalls()));
    List<Finding> found = new ArrayList<>();
    for (String name : SystemPackages.missing(base.get().image(), reasons.keySet(), installed)) {
      found.add(
          new Finding(
                  missing(base.get(), name)
                      .withHint(
                          base.get().image().isAlpine()
                              ? "RUN apk add --no-cache " + name
                              : "install `" + name + "` in the last stage with apt-get")
                      .at(audited.place(image.get().stage().base().extent())),
                  String.join("; ", reasons.get(name)))
              .unlessBroughtBy(base.get().image()));
    }
    return found;
  }

  /** What only the sdist of a package without a rule names may be wanted for something else. */
  private static Diagnostic missing(BaseAnalysis base, String name) {
    String message = "the image has no `" + name + "`";
    List<LibraryNeeds> wanting =
        base.needs().values().stream()
            .flatMap(cells -> cells.values().stream())
            .filter(cell -> cell.runtimePackages().contains(name))
            .map(CellNeeds::libraries)
            .toList();
    boolean onlyRead =
        !wanting.isEmpty()
            && wanting.stream()
                .allMatch(
                    needs ->
                        !needs.known()
                            && needs.evidence().stream().anyMatch(it -> it.startsWith("read:")));
    return onlyRead
        ? Diagnostic.warning("missing-library", message)
        : Diagnostic.error("missing-library", message);
  }

  /** A wrong name is told of by itself: what it stands for is meant to be there. */
  private static List<String> withReplacements(BaseAnalysis base, List<String> names) {
    List<String> all = new ArrayList<>(names);
    for (String name : names) {
      GonePackages.replacement(base.image().distribution(), name)
          .flatMap(other -> other)
          .ifPresent(all::add);
    }
    return all;
  }

  /** Whether files of the system come from another stage, of which nothing is known. */
  private static boolean bringsLibraries(ParsedInstruction instruction) {
    return instruction.is(Keyword.COPY)
        && instruction.flag("from").isPresent()
        && instruction.arguments().stream()
            .anyMatch(word -> word.value().matches("/|/lib.*|/usr(/|/lib.*|/bin.*|/share.*)?"));
  }
}
