package wheelbase.index.pypi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern HASH_IN_FRAGMENT =
      Pattern.compile("(?:^|&)(sha512|sha384|sha256|sha224|sha1|md5)=([^&]*)");

  PageLink {
    Objects.requireNonNull(fileName);
    hashes = Map.copyOf(hashes);
    metadata = metadata.map(Map::copyOf);
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
    if (url.fragment() != null) {
      Matcher hash = HASH_IN_FRAGMENT.matcher(url.fragment());
      if (hash.find()) {
        all = new HashMap<>(hashes);
        all.put(hash.group(1), hash.group(2));
      }
    }
    return new PageLink(url, url.fileName(), requiresPython, yanked, all, metadata, size, uploaded);
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

  PageLink withUploaded(Instant instant) {
    return new PageLink(
        url, fileName, requiresPython, yanked, hashes, metadata, size, Optional.of(instant));
  }

  /** ISO 8601 with or without a time and an offset; without one it is taken as UTC. */
  static Optional<Instant> instant(String text) {
    try {
      if (text.length() == 10) {
        return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      if (text.endsWith("Z")) {
        return Optional.of(Instant.parse(text));
      }
      int offset = Math.max(text.indexOf('+', 10), text.indexOf('-', 10));
      return Optional.of(
          offset > 0
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
