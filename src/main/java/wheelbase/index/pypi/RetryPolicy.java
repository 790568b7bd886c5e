package wheelbase.index.pypi;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * When to ask again after a failure that may pass: each wait is twice the one before.
 *
 * @param attempts how often to ask in all
 * @param firstDelay before the second attempt
 * @param longestDelay where a server wants a longer wait ({@code Retry-After}), it is not waited
 *     for
 */
record RetryPolicy(int attempts, Duration firstDelay, Duration longestDelay) {
  static final RetryPolicy USUAL =
      new RetryPolicy(4, Duration.ofMillis(400), Duration.ofSeconds(20));

  /** Too many requests, and what servers and proxies answer while they are not themselves. */
  static boolean mayPass(int status) {
    return status == 408 || status == 429 || status >= 500 && status != 501 && status != 505;
  }

  /**
   * The wait before the next attempt; empty to give up.
   *
   * @param failures attempts made so far, from 1
   */
  Optional<Duration> delay(int failures, Optional<Duration> retryAfter) {
    if (failures >= attempts) {
      return Optional.empty();
    }
    Duration wait = retryAfter.orElse(firstDelay.multipliedBy(1L << (failures - 1)));
    return wait.compareTo(longestDelay) > 0 ? Optional.empty() : Optional.of(wait);
  }

  /** {@code Retry-After} in seconds or as a date (RFC 9110, section 10.2.3). */
  static Optional<Duration> retryAfter(String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip()))));
    } catch (NumberFormatException notSeconds) {
      try {
        Instant when =
            ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        Duration wait = Duration.between(now, when);
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
      } catch (DateTimeParseException neither) {
        return Optional.empty();
      }
    }
  }
}
