package wheelbase.wizard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wheelbase.baseimage.ImageReference;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.DockerfilePlan;

/** Names the images that a build takes by their digests too. */
final class Pinning {
  private Pinning() {}

  /** The plan with every digest that could be had; a warning says of each other why not. */
  static DockerfilePlan of(DockerfilePlan plan, Outside outside) {
    Map<String, String> pinned = new LinkedHashMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>(plan.diagnostics());
    for (String image : plan.images()) {
      Checked<String> digest = outside.digest(image);
      digest
          .value()
          .flatMap(known -> ImageReference.parse(image).value().map(name -> name.pinned(known)))
          .ifPresent(name -> pinned.put(image, name));
      digest.refusal().map(why -> unpinned(image, why)).ifPresent(diagnostics::add);
    }
    DockerfilePlan named = plan.pinned(pinned);
    return new DockerfilePlan(named.head(), named.stages(), diagnostics);
  }

  private static Diagnostic unpinned(String image, Diagnostic why) {
    return Diagnostic.warning("not-pinned", "`" + image + "` is not pinned: " + why.message())
        .withHint(why.hint().orElse("the Dockerfile says how to look its digest up"));
  }
}
