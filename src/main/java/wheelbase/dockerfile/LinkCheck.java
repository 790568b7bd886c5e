package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides the last step of the build stage, which fails where something of the environment is
 * linked to a library that the image will not have. The loader of the build stage is asked, and
 * what it finds beside the environment must be in the image too: it is looked for there by name.
 */
final class LinkCheck {
  /** Where the build stage sees what the image begins with. */
  static final String IMAGE = "/image";

  private LinkCheck() {}

  /** Empty where it is not wanted. */
  static List<Step> of(BuildRequest request, Installation installation) {
    if (!request.build().linkCheck()) {
      return List.of();
    }
    Set<String> unchecked = new TreeSet<>();
    Set<String> requirements = new TreeSet<>();
    for (OptionalFiles files : request.optionalFiles()) {
      unchecked.add(files.pattern());
      requirements.add(files.requirement());
    }
    List<String> reasons = new ArrayList<>();
    reasons.add("Fails where something here is linked to a library that the image will not have");
    if (!unchecked.isEmpty()) {
      reasons.add(
          "(what is left out is opened only where its libraries are: "
              + String.join(", ", requirements)
              + ")");
    }
    List<Step> steps = new ArrayList<>(cachedStage(request));
    steps.add(
        Step.of(
            new Instruction.CheckLinks(
                image(request),
                installation.place(),
                request.build().layout() == Layout.WHEELHOUSE,
                request.base().distribution().isAlpine(),
                List.copyOf(unchecked)),
            reasons.toArray(String[]::new)));
    return steps;
  }

  /**
   * What buildah 1.28 (podman 4.3) mounts of a stage that it has in its cache is the stage's base,
   * unless {@code COPY} names the stage as well (containers/buildah#4375); and no version of it
   * looks again when a stage that is mounted changes (#6609), but each does when a copied file
   * changes.
   */
  private static List<Step> cachedStage(BuildRequest request) {
    if (LibrariesStage.of(request).isEmpty()) {
      return List.of();
    }
    String installed =
        request.base().distribution().isAlpine() ? "/lib/apk/db/installed" : "/var/lib/dpkg/status";
    return List.of(
        Step.of(
            new Instruction.Copy(Optional.of(LibrariesStage.NAME), List.of(installed), "/tmp/"),
            "What is installed there: podman looks into a stage of its cache only where COPY does"));
  }

  /** Empty where the build stage has nothing that the image has not. */
  private static Optional<Mount.Files> image(BuildRequest request) {
    if (LibrariesStage.of(request).isPresent()) {
      return Optional.of(new Mount.Files(LibrariesStage.NAME, IMAGE));
    }
    return request.buildPackages().isEmpty()
            && request.builder().reference().equals(request.base().reference())
        ? Optional.empty()
        : Optional.of(new Mount.Files(request.base().reference(), IMAGE));
  }
}
