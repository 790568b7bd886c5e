package wheelbase.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where results and all else go, and whether anyone is looking.
 *
 * @param outIsTerminal whether a person sees {@code out}
 * @param errIsTerminal whether a person sees {@code err}
 */
public record Streams(
    OutputStream out, OutputStream err, boolean outIsTerminal, boolean errIsTerminal) {

  /**
   * A result. Where the reader has gone away (a pipe into {@code head}) there is nobody to tell.
   *
   * @throws UsageException where it cannot be written, as on a full disk
   */
  void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      if (!reason.toLowerCase(Locale.ROOT).contains("pipe")) {
        throw new UsageException("the result cannot be written: " + reason, "");
      }
    }
  }

  /** Anything that is not a result; where it cannot be written it is lost. */
  void tell(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // There is no place left to say it.
    }
  }
}
