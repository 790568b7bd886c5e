package wheelbase.index.pypi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wheelbase.index.ReleaseFile;

/**
 * One link of a project's page, whichever dialect it was in, as pip reads it: not yet known to be a
 * file of the project.
 *
 * @param url resolved and quoted
 * @param fileName the last segment of the URL's path, unquoted; what the page calls the file does
 *     not matter, as in pip
 * @param requiresPython as written
 * @param metadata present where a {@code .metadata} file is announced (PEP 658, 714), with the
 *     hashes told
 * @param hashes those told, and the one in the URL's fragment, which goes first
 */
record PageLink(
    PageUrl url,
    String fileName,
    Optional<String> requiresPython,
    Optional<String> yanked,
    Map<String, String> hashes,
    Optional<Map<String, String>> metadata,
    OptionalLong size,
    Optional<Instant> uploaded) {

  private static final Set<Integer> USUAL_TIME_LENGTHS = Set.of(20, 27);
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);
  private static final Set<String> ALGORITHMS =
      Set.of("sha512", "sha384", "sha256", "sha224", "sha1", "md5");

  /** As pip looks for it: in the query too. */
  private static final Pattern HASH_IN_URL =
      Pattern.compile("[#&](sha512|sha384|sha256|sha224|sha1|md5)=([^&]*)");

  PageLink {
    Objects.requireNonNull(fileName);
    hashes = Map.copyOf(hashes);
    metadata = metadata.map(PageLink::ofKnownAlgorithms);
  }

  /** Makes the link, taking the file name and the fragment's hash out of the URL. */
  static PageLink of(
      PageUrl url,
      Optional<String> requiresPython,
      Optional<String> yanked,
      Map<String, String> hashes,
      Optional<Map<String, String>> metadata,
      OptionalLong size,
      Optional<Instant> uploaded) {
    Map<String, String> all = hashes;
    String fragment = url.fragment();
    if (fragment != null
        && url.query() == null
        && fragment.startsWith("sha256=")
        && fragment.indexOf('&') < 0) {
      all = with(hashes, "sha256", fragment.substring("sha256=".length()));
    } else if (fragment != null || url.query() != null) {
      Matcher hash = HASH_IN_URL.matcher(url.toString());
      if (hash.find()) {
        all = with(hashes, hash.group(1), hash.group(2));
      }
    }
    return new PageLink(url, url.fileName(), requiresPython, yanked, all, metadata, size, uploaded);
  }

  private static Map<String, String> ofKnownAlgorithms(Map<String, String> hashes) {
    if (ALGORITHMS.containsAll(hashes.keySet())) {
      return Map.copyOf(hashes);
    }
    return hashes.entrySet().stream()
        .filter(hash -> ALGORITHMS.contains(hash.getKey()))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, String> with(
      Map<String, String> hashes, String algorithm, String digest) {
    if (hashes.isEmpty()) {
      return Map.of(algorithm, digest);
    }
    Map<String, String> all = new HashMap<>(hashes);
    all.put(algorithm, digest);
    return all;
  }

  /**
   * A file that was read from a page, as a link again. Specifiers and the announced metadata's
   * hashes are not kept as written.
   */
  static PageLink of(ReleaseFile file) {
    return of(
        PageUrl.parse(file.url().toString()),
        file.requiresPython().map(Object::toString),
        file.yanked(),
        file.hashes(),
        file.metadata() == ReleaseFile.MetadataOffer.ANNOUNCED
            ? Optional.of(Map.of())
            : Optional.empty(),
        file.size(),
        file.uploaded());
  }

  PageLink withUrl(PageUrl other) {
    return new PageLink(other, fileName, requiresPython, yanked, hashes, metadata, size, uploaded);
  }

  PageLink withUploaded(Instant instant) {
    return new PageLink(
        url, fileName, requiresPython, yanked, hashes, metadata, size, Optional.of(instant));
  }

  /** {@code 2024-01-02T03:04:05.678901Z}: read by hand, since a page has thousands of them. */
  private static Instant usualInstant(String text) {
    LocalDateTime time =
        LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            text.length() == 27 ? number(text, 20, 26) * 1000 : 0);
    return time.toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeParseException("not a digit", text, i);
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /**
   * ISO 8601 with or without a time and an offset, a blank for the {@code T} allowed; without an
   * offset it is taken as UTC.
   */
  static Optional<Instant> instant(String text) {
    try {
      if (USUAL_TIME_LENGTHS.contains(text.length()) && text.endsWith("Z")) {
        return Optional.of(usualInstant(text));
      }
      if (text.length() == 10) {
        return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      TemporalAccessor time =
          TIME.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          time instanceof OffsetDateTime placed
              ? placed.toInstant()
              : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
      return Optional.of(instant.truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
