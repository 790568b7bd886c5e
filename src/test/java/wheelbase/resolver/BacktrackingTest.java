package wheelbase.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wheelbase.resolver.Backtracking.Standing;
import wheelbase.testing.MiniIndex;

/** pip's road; the answers were obtained from pip 26.3. */
class BacktrackingTest {
  private static final MiniIndex TURNS =
      MiniIndex.of("a 1", "a 2 -> c", "a 3 -> c", "b 1 -> d<2", "c 1 -> d>=2", "d 1", "d 2");

  @Test
  void aCandidateIsPassedOverWhereItLeavesAnotherPackageWithoutAny() throws Exception {
    Backtracking search = search(TURNS, "a", "b");
    assertThat(search.goOn(100, Backtracking.UNLIMITED)).isEqualTo(Standing.SOLVED);
    assertThat(pins(search)).isEqualTo(Map.of("a", "1", "b", "1", "d", "1"));
  }

  /** Leaving off amidst the candidates of a node must not count the conflict twice. */
  @Test
  void itCanBeLeftOffAnywhereAndGoneOnWith() throws Exception {
    Backtracking atOnce = search(TURNS, "a", "b");
    atOnce.goOn(100, Backtracking.UNLIMITED);
    Backtracking withRests = search(TURNS, "a", "b");
    int detours = 0;
    while (withRests.goOn(detours, Backtracking.UNLIMITED) == Standing.UNFINISHED) {
      detours++;
    }
    assertThat(detours).isPositive();
    assertThat(pins(withRests)).isEqualTo(pins(atOnce));
    assertThat(withRests.rounds()).isEqualTo(atOnce.rounds());
  }

  @Test
  void itReadsNoMoreThanItMay() throws Exception {
    MiniIndex index = MiniIndex.of("a 1", "a 2 -> c", "a 3 -> c", "b 1 -> a<2", "c 1");
    Backtracking search = search(index, "a", "b");
    assertThat(search.goOn(100, 2)).isEqualTo(Standing.UNFINISHED);
    assertThat(index.metadataAsked()).hasSize(2);
    assertThat(search.goOn(100, 9)).isEqualTo(Standing.SOLVED);
  }

  /** The target's Python is pinned as a package of its own, and so takes a round. */
  @Test
  void requiresPythonTakesARound() throws Exception {
    Backtracking without = search(MiniIndex.of("a 1"), "a");
    without.goOn(0, Backtracking.UNLIMITED);
    Backtracking with = search(MiniIndex.of("a 1 {python=>=3.8}"), "a");
    with.goOn(0, Backtracking.UNLIMITED);
    assertThat(with.rounds()).isEqualTo(without.rounds() + 1);
  }

  @Test
  void whereItGivesUpItNamesWhatMet() throws Exception {
    Backtracking search = search(MiniIndex.of("a 1 -> c<2", "b 1 -> c>=2", "c 1", "c 2"), "a", "b");
    assertThat(search.goOn(100, Backtracking.UNLIMITED)).isEqualTo(Standing.GIVEN_UP);
    assertThat(search.conclusion().leaves())
        .extracting(leaf -> leaf.cause().getClass().getSimpleName())
        .containsExactlyInAnyOrder("Root", "Root", "Dependency", "Dependency");
  }

  private static Backtracking search(MiniIndex index, String... requirements)
      throws InterruptedException {
    ResolutionRequest request = Drawn.request(requirements);
    return new Backtracking(
        new Universe(request, new Lookahead(index, Releases::new, request), Set.of()));
  }

  /** Versions by name, without the target's Python. */
  private static Map<String, String> pins(Backtracking search) {
    Map<String, String> pins = new TreeMap<>();
    search
        .pins()
        .forEach(
            (node, place) -> {
              if (!node.project().isOutsideTheIndex()) {
                pins.put(
                    node.toString(),
                    node.project().candidates().at(place).get().version().toString());
              }
            });
    return pins;
  }
}
