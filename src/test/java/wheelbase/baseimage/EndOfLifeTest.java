package wheelbase.baseimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndOfLifeTest {
  /** The last day still counts; dates of python.org, debian.org and alpinelinux.org. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3.13-slim-trixie   | 2026-11-20 | ''",
        "3.10-slim-trixie   | 2026-10-31 | ''",
        "3.10-slim-trixie   | 2026-11-01 | WARNING python-end-of-life",
        "3.13-slim-bookworm | 2026-07-11 | ''",
        "3.13-slim-bookworm | 2026-07-12 | NOTE distribution-long-term-support",
        "3.13-slim-bookworm | 2028-07-01 | WARNING distribution-end-of-life",
        "3.14-alpine3.23    | 2027-11-02 | WARNING distribution-end-of-life",
      })
  void warnsFromTheDayAfter(String tag, LocalDate today, String expected) {
    String found =
        EndOfLife.of(Images.image(tag), today).stream()
            .map(diagnostic -> diagnostic.severity() + " " + diagnostic.id())
            .reduce("", String::concat);
    assertThat(found).isEqualTo(expected);
  }
}
