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
 */
public record Conflict(List<String> explanation, List<SourceSpan> lines, Set<PackageName> packages)
    implements Resolution {
  public Conflict {
    explanation = List.copyOf(explanation);
    lines = List.copyOf(lines);
    packages = Set.copyOf(packages);
  }

  @Override
  public <T> T fold(Function<Resolved, T> resolved, Function<Conflict, T> conflict) {
    return conflict.apply(this);
  }
}
