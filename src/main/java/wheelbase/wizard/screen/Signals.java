package wheelbase.wizard.screen;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The signals of a terminal's job control, by way of {@code sun.misc.Signal}: the JDK's only way,
 * open to all (module {@code jdk.unsupported}), but a name that javac lets nobody compile without a
 * warning. Where it is missing, signals do what they always do.
 */
final class Signals implements AutoCloseable {
  private static final String STOP = "TSTP";

  private final Map<String, Object> before = new LinkedHashMap<>();
  private final Class<?> signal;
  private final Class<?> handler;
  private final Method handle;

  /** What is done on a signal, each on a thread of its own. */
  interface Listener {
    /** Ctrl-C. */
    void interrupted();

    /** Ctrl-Z: the process is about to stop. */
    void stopping();

    /** The process goes on, whatever had stopped it. */
    void continued();

    /** The window has another size. */
    void resized();
  }

  Signals(Listener listener) {
    try {
      signal = Class.forName("sun.misc.Signal");
      handler = Class.forName("sun.misc.SignalHandler");
      handle = signal.getMethod("handle", signal, handler);
      on("INT", listener::interrupted);
      on("CONT", listener::continued);
      on("WINCH", listener::resized);
      on(STOP, () -> stop(listener));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no signals in this Java", e);
    }
  }

  private void on(String name, Runnable action) throws ReflectiveOperationException {
    InvocationHandler invoked =
        (proxy, method, arguments) -> {
          if (method.getDeclaringClass() != Object.class) {
            action.run();
            return null;
          }
          return method.invoke(action, arguments);
        };
    Object ours =
        Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, invoked);
    before.putIfAbsent(name, set(name, ours));
  }

  /** Returns what was done until now. */
  private Object set(String name, Object action) throws ReflectiveOperationException {
    return handle.invoke(null, signal(name), action);
  }

  private Object signal(String name) throws ReflectiveOperationException {
    return signal.getConstructor(String.class).newInstance(name);
  }

  /**
   * Stops as if nobody had listened, by way of kill: Java raises no signal that it has no handler
   * for. In a process group that has no shell to continue it the system stops nobody, and the
   * process goes on at once.
   */
  private void stop(Listener listener) {
    listener.stopping();
    try {
      Object ours = set(STOP, handler.getField("SIG_DFL").get(null));
      new ProcessBuilder("kill", "-" + STOP, Long.toString(ProcessHandle.current().pid()))
          .start()
          .waitFor();
      set(STOP, ours);
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    listener.continued();
  }

  @Override
  public void close() {
    before.forEach(
        (name, action) -> {
          try {
            set(name, action);
          } catch (InvocationTargetException e) {
            // The JVM keeps some signals to itself, as with -Xrs; then it was never ours.
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
