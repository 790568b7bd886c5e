package wheelbase.engine;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The place of one image that is built, looked at and removed again. Its tag is random, so two runs
 * side by side do not meet.
 */
public final class BuiltImage implements AutoCloseable {
  private final Engine engine;
  private final String tag;
  private final AtomicBoolean begun = new AtomicBoolean();

  private BuiltImage(Engine engine, String tag) {
    this.engine = engine;
    this.tag = tag;
  }

  /** The place of an image that is still to be built. */
  public static BuiltImage on(Engine engine) {
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    return new BuiltImage(engine, HexFormat.of().formatHex(random));
  }

  public String tag() {
    return tag;
  }

  public ProcessOutcome build(BuildOrder order, Consumer<String> log)
      throws IOException, InterruptedException {
    begun.set(true);
    return engine.build(order, tag, log);
  }

  public ProcessOutcome run(RunOrder order, Consumer<String> log)
      throws IOException, InterruptedException {
    return engine.run(order, tag, log);
  }

  public ImageConfig inspect() throws IOException, InterruptedException {
    return engine.inspect(tag);
  }

  /** Removes what was built, and never anything else. Interrupted, it still does. */
  @Override
  public synchronized void close() throws IOException {
    if (!begun.get()) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      engine.remove(tag);
      begun.set(false);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
