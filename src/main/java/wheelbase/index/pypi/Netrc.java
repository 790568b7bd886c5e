package wheelbase.index.pypi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The logins of a netrc file.
 *
 * @param machines host to login
 * @param other what {@code default} gives for all other hosts
 */
record Netrc(Map<String, Login> machines, Optional<Login> other) {
  static final Netrc EMPTY = new Netrc(Map.of(), Optional.empty());

  Netrc {
    machines = Map.copyOf(machines);
  }

  /** {@code $NETRC}, else {@code ~/.netrc}; one that cannot be read counts as empty. */
  static Netrc of(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    String named =
        environment.getOrDefault("NETRC", home.isEmpty() ? "" : Path.of(home, ".netrc").toString());
    if (named.isEmpty()) {
      return EMPTY;
    }
    try {
      return parse(Files.readString(Path.of(named), StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException unreadable) {
      return EMPTY;
    }
  }

  static Netrc parse(String text) {
    Map<String, Login> machines = new HashMap<>();
    Optional<Login> other = Optional.empty();
    Deque<String> words = words(text);
    String host = null;
    Login login = Login.NOBODY;
    while (!words.isEmpty()) {
      String word = words.pop();
      switch (word) {
        case "machine" -> {
          host = words.isEmpty() ? "" : words.pop();
          login = Login.NOBODY;
        }
        case "default" -> {
          host = null;
          login = Login.NOBODY;
        }
        case "login" -> login = new Login(words.isEmpty() ? "" : words.pop(), login.password());
        case "password" -> login = new Login(login.user(), words.isEmpty() ? "" : words.pop());
        case "account" -> words.poll();
        default -> {}
      }
      if (!login.equals(Login.NOBODY)) {
        if (host == null) {
          other = Optional.of(login);
        } else {
          machines.put(host, login);
        }
      }
    }
    return new Netrc(machines, other);
  }

  Optional<Login> login(String host) {
    return Optional.ofNullable(machines.get(host)).or(() -> other);
  }

  /** Comments run from a word that begins with {@code #}; macros to the next empty line. */
  private static Deque<String> words(String text) {
    Deque<String> words = new ArrayDeque<>();
    boolean macro = false;
    for (String line : text.split("\\R", -1)) {
      if (line.isBlank()) {
        macro = false;
      }
      for (String word : macro ? new String[0] : line.strip().split("\\s+")) {
        if (word.startsWith("#") && !isValue(words)) {
          break;
        }
        if (word.equals("macdef")) {
          macro = true;
          break;
        }
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
    return words;
  }

  private static boolean isValue(Deque<String> before) {
    String last = before.peekLast();
    return "password".equals(last) || "login".equals(last) || "account".equals(last);
  }
}
