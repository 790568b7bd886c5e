package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.index.pypi.FetchPlan.Act;
import wheelbase.index.pypi.FetchPlan.Stored;
import wheelbase.index.pypi.FetchPlan.Validators;
import wheelbase.index.pypi.FetchPlan.Wish;

class FetchPlanTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  /** Freshness is ten minutes in all rows; {@code none} is an empty cache. */
  @ParameterizedTest(name = "age {0}, etag {1}, offline {2}, refresh {3}: {4}")
  @CsvSource({
    "none, false, false, false, FETCH",
    "none, false, true,  false, REFUSE",
    "none, false, true,  true,  REFUSE",
    "PT9M59S, false, false, false, USE",
    "PT10M,   false, false, false, FETCH",
    "PT10M,   true,  false, false, REVALIDATE",
    "PT1M,    true,  false, true,  REVALIDATE",
    "PT1M,    false, false, true,  FETCH",
    "P300D,   true,  true,  false, USE",
    "P300D,   true,  true,  true,  USE",
    "PT-1H,   false, false, false, FETCH",
  })
  void decides(String age, boolean etag, boolean offline, boolean refresh, Act act) {
    Validators validators =
        etag ? new Validators(Optional.of("\"v\""), Optional.empty()) : Validators.NONE;
    Optional<Stored> stored =
        age.equals("none")
            ? Optional.empty()
            : Optional.of(
                new Stored(NOW.minus(Duration.parse(age)), Duration.ofMinutes(10), validators));

    FetchPlan plan = FetchPlan.decide(NOW, new Wish(offline, refresh), stored);

    assertThat(plan.act()).isEqualTo(act);
    assertThat(plan.validators().isPresent()).isEqualTo(act == Act.REVALIDATE);
  }

  /** RFC 9111, section 5.2.2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=600, public | 600",
        "PUBLIC, Max-Age=5   | 5",
        "max-age=999999999   | 86400",
        "no-cache            | 0",
        "max-age=60, no-store| 0",
        "private             | 600",
        "max-age=x           | 600",
      })
  void readsCacheControl(String header, long seconds) {
    assertThat(Freshness.of(Optional.of(header))).isEqualTo(Duration.ofSeconds(seconds));
  }
}
