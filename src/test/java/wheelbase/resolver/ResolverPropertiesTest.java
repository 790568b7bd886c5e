package wheelbase.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import wheelbase.pep508.Requirement;
import wheelbase.testing.MiniIndex;

/** What holds for every index, tried on small random ones. */
class ResolverPropertiesTest {
  @Property
  void thereIsASolutionExactlyWhereTryingEverythingFindsOne(
      @ForAll("universes") SmallUniverse universe) {
    boolean possible = universe.hasSolution();
    assertThat(universe.isProvedImpossible()).isNotEqualTo(possible);
    Resolution resolution = universe.resolution();
    assertThat(resolution.resolved().isPresent() || pipGivesUp(resolution)).isEqualTo(possible);
    Statistics.collect(possible);
    Statistics.coverage(
        coverage -> {
          coverage.check(true).percentage(share -> share > 20);
          coverage.check(false).percentage(share -> share > 20);
        });
  }

  /** pip's search is not complete: this universe has a solution, and pip 26.3 finds none. */
  @Test
  void whereThatIsNotWhatPipSaysTheConflictNamesTheSolution() throws InterruptedException {
    MiniIndex index =
        MiniIndex.of(
            "a 3 -> b",
            "a 4 -> c",
            "b 1 -> e>1",
            "b 2 -> d>=3, e, d==2",
            "b 3 -> d, e",
            "b 4 -> a==1",
            "c 1 -> b==4, a!=4, e==1",
            "d 1 -> e==4, b>=1",
            "e 1",
            "e 4 -> a, d!=2");
    Conflict conflict =
        Drawn.resolve(index, Drawn.request("d>=1", "a>2", "e>=3")).conflict().orElseThrow();
    assertThat(conflict.explanation())
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("but there is a solution that pip does not find: it has")
        .contains("a==3", "e==4");
  }

  private static boolean pipGivesUp(Resolution resolution) {
    return resolution
        .conflict()
        .filter(conflict -> conflict.story().stream().anyMatch(Step.PipGivesUp.class::isInstance))
        .isPresent();
  }

  /**
   * pip 26.3 fails with a RecursionError here: its search ends with d 2, which wants b 1, and b 3.
   */
  @Test
  void contradictingPinsAreNoSolution() {
    MiniIndex index =
        MiniIndex.of()
            .release("a", "1")
            .requires("b>=3")
            .add()
            .release("b", "1")
            .requires("a<=4")
            .requires("d!=2")
            .add()
            .release("b", "2")
            .add()
            .release("b", "3")
            .requires("a<=1")
            .add()
            .release("c", "1")
            .requires("d!=2")
            .requires("a")
            .requires("d")
            .add()
            .release("c", "2")
            .requires("b>=2")
            .requires("d")
            .add()
            .release("c", "3")
            .add()
            .release("d", "1")
            .requires("a")
            .requires("c>=4")
            .add()
            .release("d", "2")
            .requires("c")
            .requires("a")
            .requires("b==1")
            .add()
            .release("e", "2")
            .add();
    assertThat(Drawn.resolve(index, Drawn.request("c<4", "d!=4", "e!=1")).conflict()).isPresent();
  }

  @Property
  void allRequirementsAreMetAndNothingIsSuperfluous(@ForAll("universes") SmallUniverse universe) {
    universe
        .resolved()
        .ifPresent(
            pins -> {
              assertThat(universe.unmet(pins)).isEmpty();
              assertThat(pins.keySet()).isEqualTo(universe.needed(pins));
            });
  }

  /** See {@link SmallUniverse#straightOn()}. */
  @Property
  void whereNothingStandsInTheWayThePinsFollowFromPipsOrder(
      @ForAll("universes") SmallUniverse universe) {
    Optional<Map<String, Integer>> straight = universe.straightOn();
    straight.ifPresent(pins -> assertThat(universe.resolved()).contains(pins));
    Statistics.collect(straight.isPresent());
    Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
  }

  @Property
  void whetherThereIsASolutionDoesNotDependOnTheOrderOfLines(
      @ForAll("universes") SmallUniverse universe, @ForAll Random random) {
    assertThat(shuffled(universe, random).isProvedImpossible())
        .isEqualTo(universe.isProvedImpossible());
  }

  /**
   * Which pins are found may depend on it: with {@code a 2 -> b<2} and {@code b 2 -> a<2} the line
   * that comes first gets its newest release. Not so where every pin is the newest release: then
   * whatever package comes next, what was heard so far admits its newest release, and nothing is
   * ever in the way.
   */
  @Property
  void whereAllPinsAreTheNewestTheOrderOfLinesDoesNotMatter(
      @ForAll("universes") SmallUniverse universe, @ForAll Random random) {
    Optional<Map<String, Integer>> pins = universe.resolved().filter(universe::areNewest);
    pins.ifPresent(newest -> assertThat(shuffled(universe, random).resolved()).contains(newest));
    Statistics.collect(pins.isPresent());
    Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
  }

  @Property(tries = 200)
  void theOrderOfArrivalDoesNotMatter(
      @ForAll("universes") SmallUniverse universe, @ForAll long seed) throws Exception {
    try (ShuffledIndex index = new ShuffledIndex(universe.index(), seed)) {
      Resolution late = new Resolver(index).resolve(universe.request());
      Resolution atOnce = Drawn.resolve(universe.index(), universe.request());
      assertThat(SmallUniverse.pins(late)).isEqualTo(SmallUniverse.pins(atOnce));
      assertThat(late.conflict().map(Conflict::explanation))
          .isEqualTo(atOnce.conflict().map(Conflict::explanation));
    }
  }

  @Property(tries = 50)
  void theNumberOfThreadsDoesNotMatter(
      @ForAll("universes") SmallUniverse universe, @ForAll long seed) throws Exception {
    Optional<Map<String, Integer>> alone = universe.resolved();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (ShuffledIndex index = new ShuffledIndex(universe.index(), seed)) {
      Resolver resolver = new Resolver(index);
      Callable<Resolution> resolve = () -> resolver.resolve(universe.request());
      for (Future<Resolution> answer : threads.invokeAll(Collections.nCopies(8, resolve))) {
        assertThat(SmallUniverse.pins(answer.get())).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static SmallUniverse shuffled(SmallUniverse universe, Random random) {
    List<Requirement> lines = new ArrayList<>(universe.wanted());
    Collections.shuffle(lines, random);
    return universe.wanting(lines);
  }

  @Provide
  Arbitrary<SmallUniverse> universes() {
    return Arbitraries.randomValue(SmallUniverse::draw);
  }
}
