package wheelbase.baseimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every recommendation, whatever was offered. */
class RecommendationPropertyTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  @Provide
  Arbitrary<List<Candidate>> offers() {
    Arbitrary<String> tag =
        Arbitraries.of(
            Catalogue.shipped().images().stream()
                .map(image -> image.reference().substring("python:".length()))
                .toList());
    Arbitrary<Candidate> candidate =
        Combinators.combine(
                tag,
                Arbitraries.longs().between(50, 400),
                Arbitraries.integers().between(0, 900),
                Arbitraries.of("a", "b", "c").set().ofMaxSize(3),
                Arbitraries.integers().between(0, 3))
            .as(
                (name, megabytes, seconds, builds, kind) ->
                    kind == 0
                        ? Images.impossible(name, new Unusable("x", "has no file"))
                        : Images.candidate(
                            name, megabytes, seconds, builds.toArray(String[]::new)));
    return candidate.list().ofMinSize(1).ofMaxSize(6).uniqueElements(Candidate::image);
  }

  @Property
  void leadsWithWhatItChooses(@ForAll("offers") List<Candidate> offers) {
    Recommendation recommendation = Recommendation.rank(offers, TODAY);
    assertThat(recommendation.candidates())
        .extracting(Candidate::image)
        .containsExactlyInAnyOrderElementsOf(offers.stream().map(Candidate::image).toList());
    assertThat(recommendation.chosen().isPresent())
        .isEqualTo(offers.stream().anyMatch(Candidate::isPossible));
    recommendation
        .chosen()
        .ifPresent(
            chosen -> {
              assertThat(chosen.isPossible()).isTrue();
              assertThat(chosen).isEqualTo(recommendation.candidates().get(0));
            });
  }

  @Property
  void takesAlpineOverSlimOnlyWhereNothingCompiles(@ForAll("offers") List<Candidate> offers) {
    Optional<Candidate> chosen = Recommendation.rank(offers, TODAY).chosen();
    if (chosen.isEmpty() || !chosen.get().image().isAlpine()) {
      return;
    }
    boolean slimWouldDo =
        offers.stream()
            .filter(offer -> offer.image().series().equals(chosen.get().image().series()))
            .anyMatch(offer -> offer.image().isSlim() && offer.isPossible());
    if (slimWouldDo) {
      assertThat(chosen.get().sourceBuilds()).isEmpty();
    }
  }

  @Property
  void answersAsItChooses(@ForAll("offers") List<Candidate> offers) {
    Recommendation recommendation = Recommendation.rank(offers, TODAY);
    recommendation
        .slimOrAlpine()
        .ifPresent(
            answer ->
                recommendation
                    .chosen()
                    .ifPresent(
                        chosen ->
                            assertThat(chosen.image().isAlpine())
                                .isEqualTo(answer.answer() == SlimOrAlpine.Answer.ALPINE)));
  }

  @Property
  void doesNotDependOnTheOrderOfOffers(@ForAll("offers") List<Candidate> offers) {
    List<Candidate> reversed = new ArrayList<>(offers);
    Collections.reverse(reversed);
    Recommendation one = Recommendation.rank(offers, TODAY);
    Recommendation other = Recommendation.rank(reversed, TODAY);
    assertThat(one).isEqualTo(other);
  }
}
