package wheelbase.index.pypi;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How long a page may be used without asking, by its Cache-Control (RFC 9111, section 5.2.2). */
final class Freshness {
  /** Of a page about which the server says nothing: what PyPI itself says of its pages. */
  static final Duration UNSAID = Duration.ofMinutes(10);

  private static final Duration LONGEST = Duration.ofDays(1);

  private Freshness() {}

  static Duration of(Optional<String> cacheControl) {
    Duration fresh = UNSAID;
    for (String part : cacheControl.orElse("").toLowerCase(Locale.ROOT).split(",")) {
      String directive = part.strip();
      if (directive.equals("no-store") || directive.equals("no-cache")) {
        return Duration.ZERO;
      }
      if (directive.matches("max-age=\"?\\d{1,10}\"?")) {
        fresh = Duration.ofSeconds(Long.parseLong(directive.replaceAll("\\D", "")));
      }
    }
    return fresh.compareTo(LONGEST) > 0 ? LONGEST : fresh;
  }
}
