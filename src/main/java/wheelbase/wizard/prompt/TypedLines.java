package wheelbase.wizard.prompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/** Lines of an input that nobody can be interrupted at reading, for whoever can be in waiting. */
final class TypedLines {
  private final LinkedBlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
  private final BufferedReader input;
  private boolean begun;

  TypedLines(InputStream in) {
    this.input = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** The next line; empty where there are no more. */
  Optional<String> next() throws InterruptedException {
    if (!begun) {
      begun = true;
      Thread reader = new Thread(this::read, "typed-lines");
      reader.setDaemon(true);
      reader.start();
    }
    Optional<String> line = lines.take();
    if (line.isEmpty()) {
      lines.add(line);
    }
    return line;
  }

  private void read() {
    String line = "";
    while (line != null) {
      try {
        line = input.readLine();
      } catch (IOException gone) {
        line = null;
      }
      lines.add(Optional.ofNullable(line));
    }
  }
}
