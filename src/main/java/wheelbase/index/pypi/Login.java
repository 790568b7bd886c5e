package wheelbase.index.pypi;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user and a password. Prints neither. */
record Login(String user, String password) {
  static final Login NOBODY = new Login("", "");

  /** The value of an {@code Authorization} header (RFC 7617). */
  String basic() {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public String toString() {
    return "Login[****]";
  }
}
