package wheelbase.resolver;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import wheelbase.index.CoreMetadata;
import wheelbase.index.IndexException;
import wheelbase.index.PackageIndex;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.PackageName;

/** The index as the solver asks it, one thing after another. */
final class Lookahead {
  private final PackageIndex index;
  private final Function<ProjectPage, Releases> shared;
  private final ResolutionRequest request;
  private final Map<PackageName, Candidates> candidates = new HashMap<>();

  Lookahead(PackageIndex index, Function<ProjectPage, Releases> shared, ResolutionRequest request) {
    this.index = index;
    this.shared = shared;
    this.request = request;
  }

  Candidates candidates(PackageName name) throws InterruptedException {
    Candidates known = candidates.get(name);
    if (known == null) {
      known =
          new Candidates(
              shared.apply(await(index.page(name))), request.target(), request.formats());
      candidates.put(name, known);
    }
    return known;
  }

  CoreMetadata metadata(ReleaseFile file) throws InterruptedException {
    return await(index.metadata(file));
  }

  private <T> T await(CompletableFuture<T> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof IndexException fault) {
        throw fault;
      }
      throw new IllegalStateException("the index failed", failure.getCause());
    }
  }
}
