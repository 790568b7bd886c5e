package wheelbase.index.pypi;

import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Headers;

/**
 * The head of an HTTP answer.
 *
 * @param finalUrl after redirects, without credentials
 */
record HttpAnswer(int status, String finalUrl, Headers headers) {
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The charset parameter of the content type. */
  Optional<String> charset() {
    for (String part : header("Content-Type").orElse("").split(";")) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("charset")) {
        return Optional.of(pair[1].strip().replace("\"", ""));
      }
    }
    return Optional.empty();
  }

  /** The size of the whole file: from {@code Content-Range} of a part, else the length. */
  OptionalLong wholeSize() {
    String told =
        status == 206
            ? header("Content-Range").map(range -> range.replaceFirst(".*/", "")).orElse("")
            : header("Content-Length").orElse("");
    return told.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(told)) : OptionalLong.empty();
  }
}
