package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Decides the step of the build stage in which pip or uv installs from requirements files. */
final class InstallCommand {
  private final BuildRequest request;
  private final boolean cached;
  private final boolean uv;

  InstallCommand(BuildRequest request) {
    this.request = request;
    this.cached = request.build().cacheMounts();
    this.uv = request.build().installer() == Installer.UV;
  }

  Step step(Installation installation) {
    List<String> words = new ArrayList<>(installation.command(request.build().installer()));
    if (request.hashes()) {
      words.add("--require-hashes");
    }
    if (request.complete()) {
      words.add("--no-deps");
    }
    request.build().noBinary().forEach(name -> words.addAll(List.of("--no-binary", name)));
    if (!cached) {
      words.add(uv ? "--no-cache" : "--no-cache-dir");
    }
    return Step.of(
        new Instruction.Run(mounts(), List.of(files(words))), reasons().toArray(String[]::new));
  }

  private ShellCommand files(List<String> words) {
    List<List<String>> files = new ArrayList<>();
    request.requirementsFiles().forEach(file -> files.add(List.of("-r", file)));
    request.constraintFiles().forEach(file -> files.add(List.of("-c", file)));
    ShellCommand inOne =
        ShellCommand.of(
            Stream.concat(words.stream(), files.stream().flatMap(List::stream)).toList());
    return files.size() == 1 && inOne.lines(Lines.WIDTH - 8).size() == 1
        ? inOne
        : ShellCommand.of(words).listing(files);
  }

  private List<String> reasons() {
    String name = request.build().installer().id();
    List<String> reasons = new ArrayList<>();
    if (request.complete()) {
      reasons.add("The files are named by their hashes: " + name + " takes these or none");
    }
    if (!request.build().noBinary().isEmpty()) {
      reasons.add(
          "Built from source as you asked, wheel or not: "
              + String.join(", ", request.build().noBinary()));
    }
    reasons.add(
        cached
            ? "What " + name + " downloads goes to a cache of the builder, not into a layer"
            : name + " keeps nothing of what it downloads");
    return reasons;
  }

  private List<Mount> mounts() {
    if (!uv) {
      return pipMounts(request);
    }
    List<Mount> mounts = new ArrayList<>();
    if (cached) {
      mounts.add(new Mount.Cache(Uv.CACHE, false));
    }
    if (request.privateIndex()) {
      mounts.add(Secrets.UV);
    }
    return mounts;
  }

  /** What pip needs of the builder: where it keeps downloads, and which index to ask. */
  static List<Mount> pipMounts(BuildRequest request) {
    List<Mount> mounts = new ArrayList<>();
    if (request.build().cacheMounts()) {
      mounts.add(new Mount.Cache(BuilderStage.PIP_CACHE, false));
    }
    if (request.privateIndex()) {
      mounts.add(Secrets.PIP);
    }
    return mounts;
  }
}
