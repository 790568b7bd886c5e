package wheelbase.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Where results and all else go, where answers come from, and whether anyone is there.
 *
 * @param in the user's keys, for the wizard alone
 * @param inIsTerminal whether a person is at {@code in}
 * @param outIsTerminal whether a person sees {@code out}
 * @param errIsTerminal whether a person sees {@code err}
 */
public record Streams(
    InputStream in,
    OutputStream out,
    OutputStream err,
    boolean inIsTerminal,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /** With nobody to ask. */
  Streams(OutputStream out, OutputStream err, boolean outIsTerminal, boolean errIsTerminal) {
    this(InputStream.nullInputStream(), out, err, false, outIsTerminal, errIsTerminal);
  }

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

  /** One line of what the user types; empty where nothing more comes. */
  Optional<String> readLine() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      while (next >= 0 && next != '\n') {
        line.write(next);
        next = in.read();
      }
      return Optional.of(line.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
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
