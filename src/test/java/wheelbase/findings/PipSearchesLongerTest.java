package wheelbase.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.Architecture;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Resolved;
import wheelbase.survey.Whereabouts;

class PipSearchesLongerTest {
  private static final List<BaseImage> IMAGES =
      ImageSelection.parse(Catalogue.shipped(), "slim-trixie,alpine3.24", Optional.of("3.13"))
          .images(Catalogue.shipped(), "3.13");
  private static final TargetPlatform SLIM = IMAGES.get(0).target(Architecture.AMD64);
  private static final TargetPlatform ALPINE = IMAGES.get(1).target(Architecture.AMD64);

  @Test
  void theFewestRoundsAreSaidOfAllTargetsTogether() {
    assertThat(found(OptionalInt.of(61_000), OptionalInt.of(52_000)))
        .contains(
            "pip has found no solution after 52000 rounds:"
                + " these pins fit, pip may take others or give up");
  }

  @Test
  void whereItIsSoOnSomeTargetsOnlyItIsSaidWhere() {
    assertThat(found(OptionalInt.empty(), OptionalInt.of(52_000)))
        .contains(
            "pip has found no solution after 52000 rounds on alpine3.24:"
                + " these pins fit, pip may take others or give up");
  }

  @Test
  void pinsThatArePipsOwnAreNoFinding() {
    assertThat(found(OptionalInt.empty(), OptionalInt.empty())).isEmpty();
  }

  private static Optional<String> found(OptionalInt onSlim, OptionalInt onAlpine) {
    Map<TargetPlatform, Resolved> resolved = new LinkedHashMap<>();
    resolved.put(SLIM, new Resolved(new TreeMap<>(), onSlim));
    resolved.put(ALPINE, new Resolved(new TreeMap<>(), onAlpine));
    return PipSearchesLonger.finding(resolved, new Whereabouts(IMAGES, resolved.keySet()))
        .map(Diagnostic::message);
  }
}
