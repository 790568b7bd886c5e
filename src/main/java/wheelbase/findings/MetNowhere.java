package wheelbase.findings;

import java.util.List;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Conflict;

/**
 * Requirements that can be met nowhere are an error; on some targets only, the candidates say it.
 */
final class MetNowhere implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) {
    List<Conflict> conflicts =
        project.targets().values().stream()
            .flatMap(target -> target.resolution().conflict().stream())
            .toList();
    if (conflicts.size() < project.targets().size()) {
      return List.of();
    }
    TargetPlatform first = project.targets().keySet().iterator().next();
    Conflict conflict = conflicts.get(0);
    Diagnostic error =
        Diagnostic.error(
            "conflict",
            "the requirements cannot be met on "
                + first.id()
                + "\n"
                + String.join("\n", conflict.explanation()));
    return List.of(conflict.lines().isEmpty() ? error : error.at(conflict.lines().get(0)));
  }
}
