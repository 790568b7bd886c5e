package wheelbase.registry;

import java.util.List;
import java.util.Optional;
import okhttp3.Headers;

/** What a registry answered. */
record Answer(int status, Headers headers, byte[] body) {
  boolean isGood() {
    return status == 200;
  }

  List<Challenge> challenges() {
    return Challenge.parse(headers.values("WWW-Authenticate"));
  }

  /** The digest that the registry says the content has. */
  Optional<String> digest() {
    return Optional.ofNullable(headers.get("Docker-Content-Digest"))
        .map(String::strip)
        .filter(Digests::isDigest);
  }
}
