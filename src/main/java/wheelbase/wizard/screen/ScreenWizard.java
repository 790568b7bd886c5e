package wheelbase.wizard.screen;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import wheelbase.wizard.Answers;
import wheelbase.wizard.Ending;
import wheelbase.wizard.Key;
import wheelbase.wizard.Message;
import wheelbase.wizard.Outside;
import wheelbase.wizard.Road;
import wheelbase.wizard.Wizard;

/**
 * The wizard full screen: one thread takes what happens, in order, and paints what there is to be
 * seen of it. A key is answered at once; news of the analysis, of which there may be thousands a
 * second, are looked at as often as an eye would notice.
 */
public final class ScreenWizard implements ScreenDevice.Listener {
  private static final long BETWEEN_NEWS = TimeUnit.MILLISECONDS.toNanos(33);

  private final LinkedBlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
  private final Glyphs glyphs;
  private Optional<Message> news = Optional.empty();
  private long painted;

  /** Something to be done on the one thread. */
  @FunctionalInterface
  private interface Happening {
    void happen(Wizard wizard) throws IOException;
  }

  ScreenWizard(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  /**
   * Takes the terminal, walks the steps with the user, and gives the terminal back.
   *
   * @param in the terminal's keys
   * @param out the terminal
   * @param unicode whether the terminal shows more than ASCII
   * @return how it ended; empty where the window is too small to begin in
   * @throws IOException where there is no terminal
   */
  public static Optional<Ending> run(
      InputStream in,
      OutputStream out,
      Theme theme,
      boolean unicode,
      Outside outside,
      Road road,
      Answers preset)
      throws IOException {
    ScreenWizard face = new ScreenWizard(unicode ? Glyphs.UNICODE : Glyphs.ASCII);
    try (TerminalSession device = new TerminalSession(in, out, theme, face)) {
      return device.take(Frame::hasRoom)
          ? Optional.of(face.walk(device, outside, road, preset))
          : Optional.empty();
    }
  }

  /**
   * Walks the steps over streams instead of a terminal, for the JVM to archive the classes that it
   * takes.
   */
  public static void rehearse(InputStream keys, Theme theme, Outside outside, Road road)
      throws IOException {
    ScreenWizard face = new ScreenWizard(Glyphs.UNICODE);
    try (ScreenDevice device = new StreamDevice(keys, theme)) {
      face.walk(device, outside, road, Answers.NONE);
    }
  }

  Ending walk(ScreenDevice device, Outside outside, Road road, Answers preset) throws IOException {
    Wizard wizard = new Wizard(outside, road, preset, this::tell);
    paint(device, wizard);
    Thread reader = new Thread(() -> read(device), "keys");
    reader.setDaemon(true);
    reader.start();
    try {
      while (wizard.ending().isEmpty()) {
        awaitAndTake(wizard);
        paint(device, wizard);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    } finally {
      wizard.leave();
    }
    return wizard.ending().orElseThrow();
  }

  /** Returns when something has changed that is worth painting now. */
  private void awaitAndTake(Wizard wizard) throws IOException, InterruptedException {
    boolean changed = false;
    do {
      Happening next = next();
      if (next == null) {
        news.ifPresent(wizard::handle);
        news = Optional.empty();
        return;
      }
      Optional<Message> before = news;
      next.happen(wizard);
      changed = changed || news.equals(before);
    } while (wizard.ending().isEmpty() && (!happenings.isEmpty() || !changed));
  }

  /** Null where nothing has happened by the time that the news are due. */
  private Happening next() throws InterruptedException {
    if (news.isEmpty()) {
      return happenings.take();
    }
    long due = painted + BETWEEN_NEWS - System.nanoTime();
    return happenings.poll(Math.max(0, due), TimeUnit.NANOSECONDS);
  }

  private void tell(Message message) {
    boolean canWait = message instanceof Message.Progressed;
    happenings.add(
        wizard -> {
          if (canWait) {
            news = Optional.of(message);
          } else {
            wizard.handle(message);
          }
        });
  }

  private void paint(ScreenDevice device, Wizard wizard) throws IOException {
    Optional<String> copied = wizard.takeClipboard();
    if (copied.isPresent()) {
      device.copy(copied.get());
    }
    var size = device.size();
    Canvas canvas = new Canvas(size.getColumns(), size.getRows(), glyphs);
    Frame.of(wizard).draw(canvas);
    if (wizard.allKeysShown()) {
      new KeysView(wizard.bindings(), 0).draw(canvas);
    }
    device.paint(canvas);
    painted = System.nanoTime();
  }

  private void read(ScreenDevice device) {
    try {
      while (true) {
        KeyStroke stroke = device.read();
        if (stroke.getKeyType() == KeyType.EOF) {
          happenings.add(Wizard::leave);
          return;
        }
        Keyboard.key(stroke).ifPresent(this::press);
      }
    } catch (IOException e) {
      happenings.add(Wizard::leave);
    } catch (RuntimeException bug) {
      happenings.add(
          wizard -> {
            throw bug;
          });
    }
  }

  private void press(Key key) {
    happenings.add(wizard -> wizard.handle(new Message.Pressed(key)));
  }

  @Override
  public void resized() {
    happenings.add(wizard -> {});
  }

  @Override
  public void interrupted() {
    press(Key.INTERRUPT);
  }
}
