package wheelbase.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import wheelbase.baseimage.ImageReference;

/**
 * Fetches the bearer tokens that registries want: anonymous ones, and with the user's login. The
 * rules are Docker's registry token authentication; an identity token is exchanged as an OAuth 2
 * refresh token.
 */
final class Tokens {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection connection;

  Tokens(Connection connection) {
    this.connection = connection;
  }

  /**
   * The value of {@code Authorization} that lets the image be read.
   *
   * @throws RegistryException where there is none to be had
   */
  String fetch(Challenge challenge, ImageReference image, Optional<RegistryLogin> login)
      throws InterruptedException {
    HttpUrl realm = HttpUrl.parse(challenge.parameters().get("realm"));
    if (realm == null) {
      throw Refusals.unclear(image, "it names no place for tokens");
    }
    Answer answer = connection.send(request(realm, challenge, image, login));
    if (answer.status() == 401 || answer.status() == 403) {
      throw Refusals.noAccess(image, login.isPresent());
    }
    if (!answer.isGood()) {
      throw Refusals.unclear(image, "the token server answered " + answer.status());
    }
    return token(answer.body())
        .map(token -> "Bearer " + token)
        .orElseThrow(() -> Refusals.unclear(image, "the token server gave no token"));
  }

  private static Request request(
      HttpUrl realm, Challenge challenge, ImageReference image, Optional<RegistryLogin> login) {
    String service = challenge.parameters().getOrDefault("service", "");
    String scope = "repository:" + image.repository() + ":pull";
    if (login.map(RegistryLogin::isToken).orElse(false)) {
      FormBody form =
          new FormBody.Builder()
              .add("grant_type", "refresh_token")
              .add("service", service)
              .add("scope", scope)
              .add("client_id", "wheelbase")
              .add("refresh_token", login.orElseThrow().secret())
              .build();
      return new Request.Builder().url(realm).post(form).build();
    }
    HttpUrl.Builder url = realm.newBuilder();
    if (!service.isEmpty()) {
      url.setQueryParameter("service", service);
    }
    url.setQueryParameter("scope", scope);
    Request.Builder request = new Request.Builder().url(url.build());
    login.ifPresent(known -> request.header("Authorization", known.basic()));
    return request.build();
  }

  /** RFC 6749 calls it {@code access_token}; Docker's servers send both names or either. */
  private static Optional<String> token(byte[] body) {
    try {
      JsonNode answer = JSON.readTree(body);
      String token = answer.path("token").asText("");
      return Optional.of(token.isEmpty() ? answer.path("access_token").asText("") : token)
          .filter(text -> text.matches("[!-~]+"));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }
}
