package wheelbase.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who the user is to a registry.
 *
 * @param isToken whether the secret is an identity token, to be exchanged for others (OAuth 2
 *     refresh token), not a password
 */
record RegistryLogin(String user, String secret, boolean isToken) {
  /** The value of {@code Authorization}. */
  String basic() {
    byte[] both = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** Without the secret: this may reach a log. */
  @Override
  public String toString() {
    return user + ":****";
  }
}
