package wheelbase.pep425;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;

/**
 * A wheel's build number, which breaks ties between files of one version ("File name convention" in
 * PEP 427): {@code 2b} is the number 2 and the rest {@code b}. A wheel without one comes before any
 * that has one.
 */
public record BuildTag(BigInteger number, String rest) implements Comparable<BuildTag> {
  private static final Comparator<BuildTag> ORDER =
      Comparator.comparing(BuildTag::number).thenComparing(BuildTag::rest);

  /** Empty where the text does not begin with a digit. */
  public static Optional<BuildTag> tryParse(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == 0
        ? Optional.empty()
        : Optional.of(new BuildTag(new BigInteger(text.substring(0, end)), text.substring(end)));
  }

  @Override
  public int compareTo(BuildTag other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return number + rest;
  }
}
