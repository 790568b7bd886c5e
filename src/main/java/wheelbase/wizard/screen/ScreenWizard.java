package wheelbase.wizard.screen;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import wheelbase.wizard.Ending;
import wheelbase.wizard.Key;
import wheelbase.wizard.Message;
import wheelbase.wizard.Outside;
import wheelbase.wizard.Start;
import wheelbase.wizard.Wizard;

/**
 * The wizard full screen: one thread takes what happens, in order, and paints what there is to be
 * seen of it. A key is answered at once; news of the analysis, of which there may be thousands a
 * second, are looked at as often as an eye would notice.
 */
public final class ScreenWizard implements ScreenDevice.Listener {
  private static final long BETWEEN_NEWS = TimeUnit.MILLISECONDS.toNanos(33);

  /** While it looks, the seconds that it has taken are seen to pass. */
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(500);

  /** By how many lines keys move the list of all keys. */
  private static final Map<Key, Integer> SCROLLING =
      Map.of(Key.UP, -1, Key.DOWN, 1, Key.PAGE_UP, -10, Key.PAGE_DOWN, 10);

  /**
   * What is to be done on the one thread; each says whether what it changes is to be seen at once.
   */
  private final LinkedBlockingQueue<Predicate<Wizard>> happenings = new LinkedBlockingQueue<>();

  private final Glyphs glyphs;
  private final Keyboard keyboard = new Keyboard();
  private Optional<Message> news = Optional.empty();
  private long painted;
  private int firstKeyShown;

  ScreenWizard(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  /**
   * Takes the terminal, walks the steps with the user, and gives the terminal back.
   *
   * @param in the terminal's keys
   * @param out the terminal
   * @param unicode whether the terminal shows more than ASCII
   * @param start asked for when there is something to be seen already, since it takes a moment
   * @return how it ended; empty where the window is too small to begin in
   * @throws IOException where there is no terminal
   */
  public static Optional<Ending> run(
      InputStream in,
      OutputStream out,
      Theme theme,
      boolean unicode,
      Outside outside,
      Supplier<Start> start)
      throws IOException {
    ScreenWizard face = new ScreenWizard(unicode ? Glyphs.UNICODE : Glyphs.ASCII);
    try (TerminalSession device = new TerminalSession(in, out, theme, face)) {
      if (!device.take(Frame::hasRoom)) {
        return Optional.empty();
      }
      Canvas opening = face.canvas(device);
      Frame.drawOpening(opening);
      device.paint(opening);
      return Optional.of(face.walk(device, outside, start.get()));
    }
  }

  /**
   * Walks the steps over streams instead of a terminal, for the JVM to archive the classes that it
   * takes.
   */
  public static void rehearse(InputStream keys, Theme theme, Outside outside, Start start)
      throws IOException {
    TerminalModes.rehearse();
    ScreenWizard face = new ScreenWizard(Glyphs.UNICODE);
    try (ScreenDevice device = new StreamDevice(keys, theme)) {
      face.walk(device, outside, start);
    }
  }

  Ending walk(ScreenDevice device, Outside outside, Start start) {
    Wizard wizard = new Wizard(outside, start.road(), start.answers(), this::tell);
    try {
      paint(device, wizard);
      Thread reader = new Thread(() -> read(device), "keys");
      reader.setDaemon(true);
      reader.start();
      while (wizard.ending().isEmpty()) {
        awaitAndTake(wizard);
        paint(device, wizard);
      }
    } catch (IOException e) {
      // The terminal is gone, and whoever sat there with it.
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    } finally {
      wizard.leave();
    }
    return wizard.ending().orElseThrow();
  }

  /** Returns when there is something to be seen. */
  private void awaitAndTake(Wizard wizard) throws InterruptedException {
    boolean urgent = false;
    do {
      Predicate<Wizard> next = next(wizard.isLooking());
      if (next == null) {
        wizard.refresh();
        urgent = true;
      } else {
        urgent |= next.test(wizard);
      }
    } while (wizard.ending().isEmpty() && (!urgent || !happenings.isEmpty()));
    news.ifPresent(wizard::handle);
    news = Optional.empty();
  }

  /** Null where nothing has happened by the time that there is something new to be seen. */
  private Predicate<Wizard> next(boolean looking) throws InterruptedException {
    if (news.isEmpty() && !looking) {
      return happenings.take();
    }
    long due = painted + (news.isEmpty() ? TICK : BETWEEN_NEWS) - System.nanoTime();
    return happenings.poll(Math.max(0, due), TimeUnit.NANOSECONDS);
  }

  private void tell(Message message) {
    if (message instanceof Message.Progressed) {
      happenings.add(
          wizard -> {
            news = Optional.of(message);
            return false;
          });
    } else {
      soon(wizard -> wizard.handle(message));
    }
  }

  /** For the one thread, to be seen as soon as it is done. */
  private void soon(Consumer<Wizard> action) {
    happenings.add(
        wizard -> {
          action.accept(wizard);
          return true;
        });
  }

  private void paint(ScreenDevice device, Wizard wizard) throws IOException {
    Optional<String> copied = wizard.takeClipboard();
    if (copied.isPresent()) {
      device.copy(copied.get());
    }
    Canvas canvas = canvas(device);
    Frame.of(wizard).draw(canvas);
    if (wizard.allKeysShown()) {
      firstKeyShown = Math.min(firstKeyShown, KeysView.last(wizard.bindings(), canvas.rows()));
      new KeysView(wizard.bindings(), firstKeyShown).draw(canvas);
    }
    device.paint(canvas);
    painted = System.nanoTime();
  }

  private Canvas canvas(ScreenDevice device) throws IOException {
    var size = device.size();
    return new Canvas(size.getColumns(), size.getRows(), glyphs);
  }

  private void read(ScreenDevice device) {
    try {
      while (true) {
        KeyStroke stroke = device.read();
        if (stroke.getKeyType() == KeyType.EOF) {
          soon(Wizard::leave);
          return;
        }
        if (stroke instanceof MouseAction mouse) {
          soon(wizard -> point(mouse, wizard, device));
        } else {
          keyboard.key(stroke).ifPresent(this::press);
        }
      }
    } catch (IOException e) {
      soon(Wizard::leave);
    } catch (RuntimeException bug) {
      soon(
          wizard -> {
            throw bug;
          });
    }
  }

  private void press(Key key) {
    soon(wizard -> press(key, wizard));
  }

  private void press(Key key, Wizard wizard) {
    if (wizard.allKeysShown() && SCROLLING.containsKey(key)) {
      firstKeyShown = Math.max(0, firstKeyShown + SCROLLING.get(key));
      return;
    }
    firstKeyShown = 0;
    wizard.handle(new Message.Pressed(key));
  }

  /** The wheel is the arrow keys, and a key in the help line is pressed by a click. */
  private void point(MouseAction mouse, Wizard wizard, ScreenDevice device) {
    switch (mouse.getActionType()) {
      case SCROLL_UP -> press(Key.UP, wizard);
      case SCROLL_DOWN -> press(Key.DOWN, wizard);
      case CLICK_DOWN -> {
        var place = mouse.getPosition();
        Frame.of(wizard)
            .keyAt(place.getColumn(), place.getRow(), device.size())
            .ifPresent(key -> press(key, wizard));
      }
      default -> {}
    }
  }

  @Override
  public void resized() {
    soon(wizard -> {});
  }

  @Override
  public void interrupted() {
    press(Key.INTERRUPT);
  }
}
