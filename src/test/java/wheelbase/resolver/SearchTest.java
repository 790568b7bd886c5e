package wheelbase.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wheelbase.testing.MiniIndex;

/** How much PubGrub reads and keeps on the way to its answer. */
class SearchTest {
  private static final int RELEASES = 300;

  /**
   * Like boto3, botocore and an old urllib3: each release wants its twin, which wants a newer c.
   */
  private static MiniIndex twins() {
    MiniIndex index = MiniIndex.of("c 1", "c 2");
    for (int version = 1; version <= RELEASES; version++) {
      index.release("a", "" + version).requires("b==" + version).add();
      index.release("b", "" + version).requires("c>=2").add();
    }
    return index;
  }

  @Test
  void everyReleaseIsReadOnce() throws Exception {
    MiniIndex index = twins();
    assertThat(proof(universe(index, "a", "c<2"))).isPresent();
    assertThat(index.metadataAsked()).hasSizeLessThanOrEqualTo(2 * RELEASES + 1);
  }

  @Test
  void releasesThatNeedTheSameAreRuledOutTogether() throws Exception {
    MiniIndex index = MiniIndex.of("c 1", "c 2", "a 1");
    for (int version = 2; version <= RELEASES; version++) {
      index.release("a", "" + version).requires("c>=2").add();
    }
    Universe universe = universe(index, "a", "c<2");
    assertThat(proof(universe)).isEmpty();
    assertThat(kept(universe)).hasSizeLessThan(10);
  }

  @Test
  void whatCannotApplyAnyMoreIsForgotten() throws Exception {
    Universe universe = universe(twins(), "a", "c<2");
    assertThat(proof(universe)).isPresent();
    assertThat(kept(universe)).hasSizeLessThan(20);
  }

  @Test
  void aLineWithoutCandidatesIsProvedBeforeAnythingIsRead() throws Exception {
    MiniIndex index = twins();
    index.release("d", "1").wheel("cp27-cp27m-win32").add();
    Optional<Incompatibility> proof = proof(universe(index, "a", "c<2", "d"));
    assertThat(proof.orElseThrow().leaves())
        .extracting(Incompatibility::cause)
        .anyMatch(Cause.NoFile.class::isInstance);
    assertThat(index.metadataAsked()).isEmpty();
  }

  private static Universe universe(MiniIndex index, String... requirements) {
    ResolutionRequest request = Drawn.request(requirements);
    return new Universe(request, new Lookahead(index, Releases::new, request), Set.of());
  }

  private static Optional<Incompatibility> proof(Universe universe) throws InterruptedException {
    return new Search(universe).run();
  }

  private static Set<Incompatibility> kept(Universe universe) {
    Set<Incompatibility> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    universe.nodes().forEach(node -> kept.addAll(node.incompatibilities));
    return kept;
  }
}
