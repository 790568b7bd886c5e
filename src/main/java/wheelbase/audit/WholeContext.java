package wheelbase.audit;

import java.util.List;
import wheelbase.diagnostic.Diagnostic;

/** The whole context is copied, and nothing says what stays out of it. */
final class WholeContext implements Finder {
  @Override
  public List<Finding> find(Audited audited) {
    if (audited.hasDockerIgnore()) {
      return List.of();
    }
    return audited.stages().stream()
        .flatMap(stage -> stage.stage().instructions().stream())
        .filter(WholeCopy::is)
        .limit(1)
        .map(
            copy ->
                new Finding(
                    Diagnostic.warning(
                            "no-dockerignore",
                            "all files are copied, and there is no .dockerignore")
                        .withHint("`wheelbase generate` writes one")
                        .at(audited.place(copy.arguments().get(0).extent())),
                    ".git, .env, virtual environments and caches go into the image, and each change of them builds"
                        + " it anew"))
        .toList();
  }
}
