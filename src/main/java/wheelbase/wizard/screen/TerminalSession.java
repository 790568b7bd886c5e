package wheelbase.wizard.screen;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The terminal while it is the wizard's: taken on opening, given back as it was on closing, and for
 * as long as the process is stopped, and at the end of the process whatever ends it.
 */
final class TerminalSession implements ScreenDevice {
  /** The alternate screen, empty; no cursor; clicks and the wheel, in numbers of any size. */
  private static final String TAKE = "\033[?1049h\033[?25l\033[0m\033[2J\033[?1000h\033[?1006h";

  /** The way back, and colours too, whatever was being drawn. */
  private static final String GIVE_BACK =
      "\033[0m\033[?1006l\033[?1000l\033[?2004l\033[?25h\033[?1049l";

  private static final long PATIENCE_MILLISECONDS = 500;

  private final OutputStream out;
  private final LanternaTerminal terminal;
  private final Painter painter;
  private final Listener listener;
  private final Thread atEnd = new Thread(this::giveBack, "terminal-restore");

  /** Whoever writes, or changes whose the terminal is. */
  private final ReentrantLock lock = new ReentrantLock();

  private Optional<TerminalModes> modes = Optional.empty();
  private Optional<Signals> signals = Optional.empty();
  private TerminalSize size = new TerminalSize(80, 24);
  private boolean ours;
  private boolean closed;

  TerminalSession(InputStream in, OutputStream out, Theme theme, Listener listener) {
    this.out = out;
    this.listener = listener;
    this.terminal = new LanternaTerminal(in, new BufferedOutputStream(out, 1 << 16));
    this.painter = new Painter(terminal, theme);
    Runtime.getRuntime().addShutdownHook(atEnd);
  }

  /**
   * @param fits whether the window is large enough
   * @return whether it was, and the terminal is taken
   * @throws IOException where there is no terminal
   */
  boolean take(Predicate<TerminalSize> fits) throws IOException {
    lock.lock();
    try {
      TerminalModes.Taken taken = TerminalModes.take();
      modes = Optional.of(taken.modes());
      size = taken.size();
      ours = true;
      if (!fits.test(size)) {
        return false;
      }
      send(TAKE);
    } finally {
      lock.unlock();
    }
    return true;
  }

  @Override
  public TerminalSize size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public KeyStroke read() throws IOException {
    return terminal.readInput();
  }

  @Override
  public void paint(Canvas canvas) throws IOException {
    lock.lock();
    try {
      if (ours) {
        painter.paint(canvas);
        if (signals.isEmpty()) {
          // After the first painting, for which the user waits.
          signals = Optional.of(new Signals(new OnSignal()));
          Thread again = new Thread(this::measureAgain, "size");
          again.setDaemon(true);
          again.start();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** The window may have got another size before anyone listened. */
  private void measureAgain() {
    TerminalSize before = size();
    try {
      TerminalSize now = TerminalModes.size();
      lock.lock();
      try {
        if (!ours || size != before || now.equals(before)) {
          return;
        }
        size = now;
        painter.forget();
      } finally {
        lock.unlock();
      }
      listener.resized();
    } catch (IOException e) {
      // Without a terminal its input ends, and with it the wizard.
    }
  }

  @Override
  public void copy(String text) throws IOException {
    lock.lock();
    try {
      if (ours) {
        send(Clipboard.sequence(text));
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    signals.ifPresent(Signals::close);
    giveBack();
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook has found nothing left to do.
    }
  }

  /** For good. Where whoever holds the lock is stuck in writing, it is not waited for. */
  private void giveBack() {
    boolean locked = false;
    try {
      locked = lock.tryLock(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      if (!closed) {
        closed = true;
        release();
      }
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  private void release() {
    if (!ours) {
      return;
    }
    ours = false;
    try {
      send(GIVE_BACK);
      if (modes.isPresent()) {
        modes.get().restore();
      }
    } catch (IOException e) {
      // The terminal is gone, and nobody sees in which state.
    }
  }

  private void send(String sequence) throws IOException {
    terminal.flush();
    out.write(sequence.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private final class OnSignal implements Signals.Listener {
    @Override
    public void interrupted() {
      listener.interrupted();
    }

    @Override
    public void stopping() {
      lock.lock();
      try {
        release();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void continued() {
      lock.lock();
      try {
        if (!closed && modes.isPresent()) {
          size = modes.get().takeAgain();
          if (!ours) {
            send(TAKE);
          }
          ours = true;
          painter.forget();
        }
      } catch (IOException e) {
        // Without a terminal its input ends, and with it the wizard.
      } finally {
        lock.unlock();
      }
      listener.resized();
    }

    @Override
    public void resized() {
      lock.lock();
      try {
        size = TerminalModes.size();
        painter.forget();
      } catch (IOException e) {
        // As above.
      } finally {
        lock.unlock();
      }
      listener.resized();
    }
  }
}
