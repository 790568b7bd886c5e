package wheelbase.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.syntax.Extent;
import wheelbase.dockerfile.syntax.MountOption;
import wheelbase.dockerfile.syntax.ParsedInstruction;
import wheelbase.dockerfile.syntax.Word;

/** What pip, uv, apt and apk keep for the next time, in a layer where there is no next time. */
final class CachesInLayers implements Finder {
  private static final String WHY =
      "it stays in the layer, and no later instruction can take it out";

  @Override
  public List<Finding> find(Audited audited) {
    List<Finding> found = new ArrayList<>();
    for (StageFacts stage : audited.imageStages()) {
      for (PipInstall install : stage.pipInstalls()) {
        pip(audited, stage, install).ifPresent(found::add);
      }
      for (SystemInstall install : stage.systemInstalls()) {
        (install.manager() == SystemInstall.Manager.APT
                ? apt(audited, stage, install)
                : apk(audited, stage, install))
            .ifPresent(found::add);
      }
    }
    for (StageFacts stage : audited.stages()) {
      listsApart(audited, stage).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Finding> pip(Audited audited, StageFacts stage, PipInstall install) {
    boolean uv = install.call().program().equals("uv");
    if (install.tool() == PipInstall.Tool.PROJECT_TOOL && !uv) {
      return Optional.empty();
    }
    String option = uv ? "--no-cache" : "--no-cache-dir";
    String variable = uv ? "UV_NO_CACHE" : "PIP_NO_CACHE_DIR";
    boolean told =
        install.call().has(option)
            || install.call().has("-n") && uv
            || install.call().assignments().containsKey(variable)
            || audited.scopes().at(install.run()).containsKey(variable);
    boolean elsewhere =
        mounts(install.run(), "cache", "pip", "uv", "/root")
            || removes(stage, install.run(), "cache");
    return told || elsewhere
        ? Optional.empty()
        : Optional.of(
            new Finding(
                    Diagnostic.warning(
                            "pip-cache-in-layer",
                            (uv ? "uv" : "pip") + " keeps what it downloads in the image")
                        .withHint("add `" + option + "`, or mount a cache")
                        .at(audited.place(install.subcommand().extent())),
                    WHY)
                .fixedBy(after(install.subcommand(), " " + option)));
  }

  private static Optional<Finding> apt(Audited audited, StageFacts stage, SystemInstall install) {
    if (mounts(install.run(), "cache", "apt") || removes(stage, install.run(), "/var/lib/apt")) {
      return Optional.empty();
    }
    Finding finding =
        new Finding(
            Diagnostic.warning("apt-lists-in-layer", "the package lists stay in the image")
                .withHint("end the same RUN with `rm -rf /var/lib/apt/lists/*`")
                .at(audited.place(install.call().words().get(0).extent())),
            "they are 20 MB, and " + WHY);
    return Optional.of(
        endsPlainly(audited, install)
            ? finding.fixedBy(
                after(install.call().extent(), " \\\n && rm -rf /var/lib/apt/lists/*"))
            : finding);
  }

  /** Whether what follows the command goes on only where it did well. */
  private static boolean endsPlainly(Audited audited, SystemInstall install) {
    if (audited.dockerfile().escape() != '\\'
        || !install.run().heredocs().isEmpty()
        || install.run().exec()) {
      return false;
    }
    Extent call = install.call().extent();
    String rest =
        audited
            .dockerfile()
            .source()
            .written(new Extent(call.end(), Math.max(call.end(), install.run().extent().end())))
            .replace("\\\n", " ")
            .strip();
    return rest.isEmpty() || rest.startsWith("&&");
  }

  private static Optional<Finding> apk(Audited audited, StageFacts stage, SystemInstall install) {
    if (install.call().has("--no-cache")
        || mounts(install.run(), "cache", "apk")
        || removes(stage, install.run(), "/var/cache/apk")) {
      return Optional.empty();
    }
    Word add =
        install.call().words().stream()
            .filter(word -> word.value().equals("add"))
            .findFirst()
            .orElseThrow();
    return Optional.of(
        new Finding(
                Diagnostic.warning("apk-cache-in-layer", "apk keeps its index in the image")
                    .withHint("apk add --no-cache")
                    .at(audited.place(add.extent())),
                WHY)
            .fixedBy(after(add, " --no-cache")));
  }

  /** {@code apt-get update} in a layer of its own: a cached one is weeks older than the install. */
  private static Optional<Finding> listsApart(Audited audited, StageFacts stage) {
    Optional<ShellCall> alone = Optional.empty();
    for (Map.Entry<ParsedInstruction, List<ShellCall>> run : stage.calls().entrySet()) {
      Optional<ShellCall> update = apt(run.getValue(), "update");
      Optional<ShellCall> install = apt(run.getValue(), "install");
      if (install.isPresent() && update.isEmpty() && alone.isPresent()) {
        return Optional.of(
            new Finding(
                Diagnostic.warning(
                        "apt-update-apart",
                        "the package lists are fetched in another layer than they are used in")
                    .withHint("RUN apt-get update && apt-get install ...")
                    .at(audited.place(alone.get().extent())),
                "a cached layer has old lists, which name files that the mirror no longer has"));
      }
      if (update.isPresent() && install.isEmpty()) {
        alone = update;
      }
    }
    return Optional.empty();
  }

  private static Optional<ShellCall> apt(List<ShellCall> calls, String subcommand) {
    return calls.stream()
        .filter(
            call ->
                SystemInstall.manager(call).filter(SystemInstall.Manager.APT::equals).isPresent())
        .filter(call -> SystemInstall.isSubcommand(call, subcommand))
        .findFirst();
  }

  private static boolean mounts(ParsedInstruction run, String type, String... targets) {
    for (MountOption mount : run.mounts()) {
      String target = mount.target().orElse("");
      for (String each : targets) {
        if ((mount.type().equals(type) || mount.type().equals("tmpfs")) && target.contains(each)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the same instruction deletes it again. */
  private static boolean removes(StageFacts stage, ParsedInstruction run, String path) {
    return stage.calls().getOrDefault(run, List.of()).stream()
        .filter(
            call ->
                call.program().equals("rm") || call.program().equals("find") || call.has("purge"))
        .anyMatch(call -> call.words().stream().anyMatch(word -> word.value().contains(path)));
  }

  private static TextEdit after(Word word, String text) {
    return after(word.extent(), text);
  }

  private static TextEdit after(Extent extent, String text) {
    return new TextEdit(new Extent(extent.end(), extent.end()), text);
  }
}
