package wheelbase.resolver;

import wheelbase.index.PackageIndex;

public final class Resolver {
  public Resolver(PackageIndex index) {}

  /**
   * Resolves; blocks on the index where an answer is not there yet.
   *
   * @throws wheelbase.index.IndexException where the index fails
   */
  public Resolution resolve(ResolutionRequest request) throws InterruptedException {
    throw new UnsupportedOperationException();
  }
}
