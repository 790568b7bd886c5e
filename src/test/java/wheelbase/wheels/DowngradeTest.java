package wheelbase.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static wheelbase.testing.Targets.SLIM_311;
import static wheelbase.testing.Targets.request;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.resolver.ResolutionRequest;
import wheelbase.resolver.ResolutionRequest.Formats;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.Resolver;
import wheelbase.testing.MiniIndex;

class DowngradeTest {
  @Test
  void anOlderVersionThatStillHasAWheelIsNamed() throws Exception {
    MiniIndex index = MiniIndex.of("a 3 {sdist}", "a 2 {sdist}", "a 1", "b 1");
    Resolver resolver = new Resolver(index);
    ResolutionRequest any = request(SLIM_311, "a", "b");
    ResolutionRequest wheels = any.withFormats(Formats.WHEELS_ONLY);
    assertThat(
            Downgrade.between(
                SLIM_311,
                (Resolved) resolver.resolve(any),
                (Resolved) resolver.resolve(wheels),
                index))
        .containsExactly(
            new Downgrade(
                new PackageName("a"),
                SLIM_311,
                Version.parse("3"),
                Version.parse("1"),
                2,
                Optional.empty(),
                "a 3 has no wheel there"));
  }
}
