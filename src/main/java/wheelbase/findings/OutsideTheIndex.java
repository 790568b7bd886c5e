package wheelbase.findings;

import java.util.List;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.DeclaredRequirement;

/** Requirements that no index answers for. */
final class OutsideTheIndex implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) {
    return project.targets().keySet().stream()
        .flatMap(target -> project.requirements().on(target.markerEnvironment()).stream())
        .filter(DeclaredRequirement::isOutsideTheIndex)
        .distinct()
        .map(
            requirement ->
                Diagnostic.note(
                        "outside-the-index",
                        "`"
                            + requirement.shownText()
                            + "` is outside the index: which libraries it needs is not known")
                    .at(requirement.place()))
        .toList();
  }
}
