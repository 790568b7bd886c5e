package wheelbase.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.syntax.Word;
import wheelbase.platform.DistributionRelease;

/** Packages that the distribution of the base does not have, and managers that it has not. */
final class PackageNames implements Finder {
  @Override
  public List<Finding> find(Audited audited) {
    List<Finding> found = new ArrayList<>();
    for (StageFacts stage : audited.stages()) {
      if (stage.base().isPresent()) {
        for (SystemInstall install : stage.systemInstalls()) {
          find(audited, stage, stage.base().get(), install, found);
        }
      }
    }
    return found;
  }

  private static void find(
      Audited audited,
      StageFacts stage,
      BaseName base,
      SystemInstall install,
      List<Finding> found) {
    boolean apt = install.manager() == SystemInstall.Manager.APT;
    if (apt ? base.isAlpine() : base.hasApt()) {
      String own = apt ? "apk add" : "apt-get install";
      found.add(
          new Finding(
              Diagnostic.error(
                      "other-package-manager",
                      "`" + base.reference() + "` has no `" + install.call().program() + "`")
                  .withHint("install with `" + own + "`, or build on another base")
                  .at(audited.place(install.call().words().get(0).extent())),
              "the build stops there"));
    } else if (apt && !hasOtherSources(stage)) {
      base.distribution()
          .ifPresent(
              release ->
                  install
                      .packages()
                      .forEach(word -> name(audited, release, word).ifPresent(found::add)));
    }
  }

  private static Optional<Finding> name(Audited audited, DistributionRelease release, Word word) {
    return GonePackages.replacement(release, word.value())
        .map(
            other -> {
              Diagnostic diagnostic =
                  Diagnostic.error(
                          "wrong-package-name",
                          "`" + word.value() + "` is not a package of " + release.suffix())
                      .at(audited.place(word.extent()))
                      .withHint(
                          other
                              .map(name -> "there it is `" + name + "`")
                              .orElse("nothing stands in for it there: leave it out"));
              Finding finding =
                  new Finding(diagnostic, "apt-get stops with \"Unable to locate package\"");
              boolean literal =
                  audited.dockerfile().source().written(word.extent()).equals(word.value());
              return literal && other.isPresent()
                  ? finding.fixedBy(new TextEdit(word.extent(), other.get()))
                  : finding;
            });
  }

  /** Whether packages come from elsewhere too, of which nothing is known. */
  private static boolean hasOtherSources(StageFacts stage) {
    return stage.instructions().stream()
        .map(each -> each.body().value() + each.heredocs())
        .anyMatch(
            text ->
                text.contains("sources.list")
                    || text.contains("add-apt-repository")
                    || text.contains("apt-key")
                    || text.contains("keyrings")
                    || text.contains("dpkg -i")
                    || text.matches("(?s).*(curl|wget)\\b.*\\|\\s*(-E )?(ba)?sh\\b.*"));
  }
}
