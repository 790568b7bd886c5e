package wheelbase.pep440;

import java.util.Locale;
import java.util.Optional;

/**
 * Reads one version and knows where its segments are (PEP 440, appendix B), without building any
 * text until asked. The spellings it accepts beyond the normal form are those of "Normalization".
 */
final class VersionScanner {
  private static final String[] PRE_WORDS = {
    "alpha", "a", "beta", "b", "preview", "pre", "c", "rc"
  };
  private static final String[] PRE_LETTERS = {"a", "a", "b", "b", "rc", "rc", "rc", "rc"};
  private static final String[] POST_WORDS = {"post", "rev", "r"};

  private final String text;
  private int position;

  private int epochStart;
  private int epochEnd;
  private int releaseStart;
  private int releaseEnd;
  private String preLetter;
  private int preStart;
  private int preEnd;
  private boolean post;
  private int postStart;
  private int postEnd;
  private boolean dev;
  private int devStart;
  private int devEnd;
  private int localStart;
  private int localEnd;

  VersionScanner(String text) {
    this.text = text;
  }

  /** Whether the whole text is one version, blanks around it allowed. */
  boolean scan() {
    int end = text.length();
    while (position < end && Blank.is(text.charAt(position))) {
      position++;
    }
    if (at('v')) {
      position++;
    }
    if (!scanEpochAndRelease()) {
      return false;
    }
    scanPre();
    scanPost();
    scanDev();
    if (!scanLocal()) {
      return false;
    }
    while (position < end && Blank.is(text.charAt(position))) {
      position++;
    }
    return position == end;
  }

  /** {@code [N!]N(.N)*} */
  private boolean scanEpochAndRelease() {
    releaseStart = position;
    if (!skipDigits()) {
      return false;
    }
    if (at('!')) {
      epochStart = releaseStart;
      epochEnd = position;
      position++;
      releaseStart = position;
      if (!skipDigits()) {
        return false;
      }
    }
    while (at('.') && digitAt(position + 1)) {
      position++;
      skipDigits();
    }
    releaseEnd = position;
    return true;
  }

  /** {@code [sep](a|b|c|rc|alpha|beta|pre|preview)[sep][N]} */
  private void scanPre() {
    int start = afterSeparator(position);
    for (int i = 0; i < PRE_WORDS.length; i++) {
      if (wordAt(PRE_WORDS[i], start)) {
        preLetter = PRE_LETTERS[i];
        position = afterSeparator(start + PRE_WORDS[i].length());
        preStart = position;
        skipDigits();
        preEnd = position;
        return;
      }
    }
  }

  /** {@code -N} or {@code [sep](post|rev|r)[sep][N]} */
  private void scanPost() {
    if (at('-') && digitAt(position + 1)) {
      post = true;
      position++;
      postStart = position;
      skipDigits();
      postEnd = position;
      return;
    }
    int start = afterSeparator(position);
    for (String word : POST_WORDS) {
      if (wordAt(word, start)) {
        post = true;
        position = afterSeparator(start + word.length());
        postStart = position;
        skipDigits();
        postEnd = position;
        return;
      }
    }
  }

  /** {@code [sep]dev[sep][N]} */
  private void scanDev() {
    int start = afterSeparator(position);
    if (wordAt("dev", start)) {
      dev = true;
      position = afterSeparator(start + 3);
      devStart = position;
      skipDigits();
      devEnd = position;
    }
  }

  /** {@code +part([-_.]part)*}; false where a plus sign is not followed by that. */
  private boolean scanLocal() {
    if (!at('+')) {
      return true;
    }
    localStart = position + 1;
    int next = localStart;
    do {
      position = endOfAlphanumerics(next);
      if (position == next) {
        return false;
      }
      localEnd = position;
      next = afterSeparator(position);
    } while (next > position);
    return true;
  }

  boolean hasPre() {
    return preLetter != null;
  }

  boolean hasPost() {
    return post;
  }

  boolean hasDev() {
    return dev;
  }

  boolean hasLocal() {
    return localEnd > 0;
  }

  /** Decimal digits without leading zeros. */
  String epoch() {
    return digits(epochStart, epochEnd);
  }

  /** The release segment, each number without leading zeros. */
  String release() {
    if (!hasLeadingZero(releaseStart, releaseEnd)) {
      return text.substring(releaseStart, releaseEnd);
    }
    StringBuilder release = new StringBuilder();
    for (int at = releaseStart; at < releaseEnd; ) {
      int end = endOfDigits(at);
      release.append(at == releaseStart ? "" : ".").append(digits(at, end));
      at = end + 1;
    }
    return release.toString();
  }

  /** {@code a}, {@code b} or {@code rc}; null where there is none. */
  String preLetter() {
    return preLetter;
  }

  Optional<String> pre() {
    return hasPre() ? Optional.of(preLetter + digits(preStart, preEnd)) : Optional.empty();
  }

  Optional<String> post() {
    return post ? Optional.of(digits(postStart, postEnd)) : Optional.empty();
  }

  Optional<String> dev() {
    return dev ? Optional.of(digits(devStart, devEnd)) : Optional.empty();
  }

  /** The local part in lower case with dots between its parts; empty text where there is none. */
  String local() {
    StringBuilder local = new StringBuilder();
    for (int at = localStart; at < localEnd; ) {
      int end = endOfAlphanumerics(at);
      String part = text.substring(at, end).toLowerCase(Locale.ROOT);
      boolean number = endOfDigits(at) == end;
      local.append(at == localStart ? "" : ".").append(number ? digits(at, end) : part);
      at = end + 1;
    }
    return local.toString();
  }

  /** The text in normal form. */
  String normalized() {
    boolean releaseOnly = preLetter == null && !post && !dev && localEnd == 0;
    if (releaseOnly && epochEnd == 0) {
      String release = release();
      return release.length() == text.length() ? text : release;
    }
    StringBuilder normalized = new StringBuilder(text.length() + 8);
    String epoch = epoch();
    if (!epoch.equals("0")) {
      normalized.append(epoch).append('!');
    }
    normalized.append(release());
    if (preLetter != null) {
      normalized.append(preLetter).append(digits(preStart, preEnd));
    }
    if (post) {
      normalized.append(".post").append(digits(postStart, postEnd));
    }
    if (dev) {
      normalized.append(".dev").append(digits(devStart, devEnd));
    }
    if (hasLocal()) {
      normalized.append('+').append(local());
    }
    return normalized.toString();
  }

  /** Writes the segments in the order in which PEP 440 compares them. */
  void writeTo(VersionKey key) {
    key.epoch(text, epochStart, epochEnd);
    for (int at = releaseStart; at < releaseEnd; ) {
      int end = endOfDigits(at);
      key.releaseNumber(text, at, end);
      at = end + 1;
    }
    key.endOfRelease();
    key.pre(preLetter, dev && !post, text, preStart, preEnd);
    key.post(post, text, postStart, postEnd);
    key.dev(dev, text, devStart, devEnd);
    for (int at = localStart; at < localEnd; ) {
      int end = endOfAlphanumerics(at);
      if (endOfDigits(at) == end) {
        key.localNumber(text, at, end);
      } else {
        key.localText(text, at, end);
      }
      at = end + 1;
    }
    key.endOfLocal();
  }

  private String digits(int start, int end) {
    int from = start;
    while (from < end - 1 && text.charAt(from) == '0') {
      from++;
    }
    return from >= end ? "0" : text.substring(from, end);
  }

  private boolean hasLeadingZero(int start, int end) {
    for (int at = start; at < end; at++) {
      boolean first = at == start || text.charAt(at - 1) == '.';
      if (first && text.charAt(at) == '0' && at + 1 < end && text.charAt(at + 1) != '.') {
        return true;
      }
    }
    return false;
  }

  private boolean skipDigits() {
    int start = position;
    position = endOfDigits(position);
    return position > start;
  }

  private int endOfDigits(int from) {
    int at = from;
    while (digitAt(at)) {
      at++;
    }
    return at;
  }

  private int endOfAlphanumerics(int from) {
    int at = from;
    while (at < text.length() && isAlphanumeric(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean digitAt(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private boolean at(char lowerCase) {
    return position < text.length() && lower(text.charAt(position)) == lowerCase;
  }

  private int afterSeparator(int index) {
    if (index < text.length()) {
      char c = text.charAt(index);
      return c == '.' || c == '-' || c == '_' ? index + 1 : index;
    }
    return index;
  }

  private boolean wordAt(String word, int index) {
    if (index + word.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (lower(text.charAt(index + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    char lower = lower(c);
    return c >= '0' && c <= '9' || lower >= 'a' && lower <= 'z';
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
