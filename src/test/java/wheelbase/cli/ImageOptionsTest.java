package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import picocli.CommandLine;
import wheelbase.ImageChoices;
import wheelbase.dockerfile.HealthCheck;
import wheelbase.report.EquivalentCommand;

class ImageOptionsTest {
  @Provide
  Arbitrary<ImageChoices> choices() {
    Arbitrary<HealthCheck> paths =
        Arbitraries.strings()
            .withCharRange('!', '~')
            .map(end -> new HealthCheck.AskPath("/" + end));
    Arbitrary<HealthCheck> others =
        Arbitraries.of(new HealthCheck.OpenPort(), new HealthCheck.None());
    Arbitrary<ImageChoices> numbers =
        Combinators.combine(
                number(1, 65535), Arbitraries.oneOf(paths, others).optional(), number(1, 512))
            .as(
                (port, health, workers) ->
                    ImageChoices.usual().withPort(port).withHealth(health).withWorkers(workers));
    return Combinators.combine(
            numbers,
            Arbitraries.integers().between(1000, 59999),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(
            (choices, user, cached, ignoring) ->
                choices.withUser(user).withCacheMounts(cached).withDockerIgnore(ignoring));
  }

  private static Arbitrary<OptionalInt> number(int lowest, int highest) {
    return Arbitraries.integers()
        .between(lowest, highest)
        .map(OptionalInt::of)
        .injectNull(0.3)
        .map(number -> number == null ? OptionalInt.empty() : number);
  }

  /** Every choice has an option that makes it. */
  @Property(tries = 200)
  void theEquivalentCommandMakesTheSameChoices(@ForAll("choices") ImageChoices choices) {
    List<String> words = EquivalentCommand.of().with(choices).words();
    ImageOptions options = new ImageOptions();
    CommandLine.populateCommand(options, words.toArray(String[]::new));
    assertThat(options.choices(Optional.empty())).isEqualTo(choices);
  }
}
