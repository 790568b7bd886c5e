package wheelbase.resolver;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.PackageName;

/**
 * Why the requirements cannot be met, as a short story that ends at the user's own lines. It is
 * made up when it is first asked for: of many conflicts only a part is of interest.
 */
public final class Conflict implements Resolution {
  private final Set<PackageName> withoutWheel;
  private final Supplier<List<Step>> teller;
  private List<Step> story;

  Conflict(Set<PackageName> withoutWheel, Supplier<List<Step>> teller) {
    this.withoutWheel = Set.copyOf(withoutWheel);
    this.teller = teller;
  }

  /** Of a story that is known. */
  public Conflict(List<Step> story) {
    this(Set.of(), () -> story);
  }

  /** The steps, which together cannot be met, in a reader's order; few. */
  public synchronized List<Step> story() {
    if (story == null) {
      story = List.copyOf(teller.get());
    }
    return story;
  }

  /** The story in words, one for each step. */
  public List<Sentence> sentences() {
    return StoryWords.of(story());
  }

  /** The story in lines without indentation. */
  public List<String> explanation() {
    return sentences().stream().map(Sentence::toString).toList();
  }

  /** The user's lines that take part: each of them is needed for the conflict. */
  public List<Step.Line> ownLines() {
    return story().stream().filter(Step.Line.class::isInstance).map(Step.Line.class::cast).toList();
  }

  /** Where those stand, and what a lock file says against the target. */
  public List<SourceSpan> lines() {
    return story().stream()
        .flatMap(
            step ->
                step instanceof Step.Line line
                    ? Stream.of(line.line().place())
                    : step instanceof Step.NotLocked lock
                        ? lock.fault().place().stream()
                        : Stream.empty())
        .toList();
  }

  /** The packages that take part. */
  public Set<PackageName> packages() {
    Set<PackageName> packages = new LinkedHashSet<>();
    for (Step step : story()) {
      if (step instanceof Step.Needs needs) {
        packages.add(needs.releases().name());
      }
      step.subject().ifPresent(packages::add);
    }
    return packages;
  }

  /**
   * The packages that stand in the way, whether told of or not, because only wheels are wanted and
   * they have releases without one for the target.
   */
  public Set<PackageName> withoutWheel() {
    return withoutWheel;
  }

  @Override
  public <T> T fold(Function<Resolved, T> resolved, Function<Conflict, T> conflict) {
    return conflict.apply(this);
  }

  @Override
  public String toString() {
    return String.join("; ", explanation());
  }
}
