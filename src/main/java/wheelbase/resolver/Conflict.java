package wheelbase.resolver;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.PackageName;

/**
 * Why the requirements cannot be met, in sentences that name the user's own lines.
 *
 * @param explanation lines without indentation
 * @param lines the user's lines that take part
 * @param packages the packages that take part
 * @param withoutWheel those of them that stand in the way because only wheels are wanted and they
 *     have releases without one for the target
 */
public record Conflict(
    List<String> explanation,
    List<SourceSpan> lines,
    Set<PackageName> packages,
    Set<PackageName> withoutWheel)
    implements Resolution {
  public Conflict {
    explanation = List.copyOf(explanation);
    lines = List.copyOf(lines);
    packages = Set.copyOf(packages);
    withoutWheel = Set.copyOf(withoutWheel);
  }

  public Conflict(List<String> explanation, List<SourceSpan> lines, Set<PackageName> packages) {
    this(explanation, lines, packages, Set.of());
  }

  @Override
  public <T> T fold(Function<Resolved, T> resolved, Function<Conflict, T> conflict) {
    return conflict.apply(this);
  }
}
