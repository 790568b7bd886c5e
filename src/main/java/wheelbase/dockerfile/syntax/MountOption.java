package wheelbase.dockerfile.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;

/**
 * One {@code --mount} of a RUN. What is not given is empty.
 *
 * @param type {@code bind}, {@code cache}, {@code tmpfs}, {@code secret} or {@code ssh}
 * @param from the stage or image that is mounted
 * @param readOnly as BuildKit decides where nothing is said: caches and tmpfs can be written
 * @param environment the variable that a secret is handed over in
 */
public record MountOption(
    String type,
    Optional<String> from,
    Optional<String> source,
    Optional<String> target,
    Optional<String> id,
    Optional<String> sharing,
    boolean readOnly,
    boolean required,
    Optional<String> environment) {
  private static final Map<String, String> SAME =
      Map.of(
          "src",
          "source",
          "dst",
          "target",
          "destination",
          "target",
          "ro",
          "readonly",
          "rw",
          "readwrite");
  private static final Set<String> TYPES = Set.of("bind", "cache", "tmpfs", "secret", "ssh");
  private static final Set<String> KEYS =
      Set.of(
          "type",
          "from",
          "source",
          "target",
          "readonly",
          "readwrite",
          "id",
          "sharing",
          "required",
          "size",
          "mode",
          "uid",
          "gid",
          "env");
  private static final Set<String> ALONE = Set.of("readonly", "readwrite", "required");
  private static final Map<String, Set<String>> ONLY_FOR =
      Map.of(
          "required", Set.of("secret", "ssh"),
          "size", Set.of("tmpfs"),
          "sharing", Set.of("cache"),
          "mode", Set.of("secret", "ssh", "cache"),
          "uid", Set.of("secret", "ssh", "cache"),
          "gid", Set.of("secret", "ssh", "cache"));

  public MountOption {
    Objects.requireNonNull(type);
  }

  static Checked<MountOption> read(Flag flag) {
    Map<String, String> given = new TreeMap<>();
    for (String field : fields(flag.value().orElse(""))) {
      int equals = field.indexOf('=');
      String written = (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
      String key = SAME.getOrDefault(written, written);
      if (!KEYS.contains(key)) {
        return refused("a mount has no `" + written + "`");
      }
      if (equals < 0 && !ALONE.contains(key)) {
        return refused("`" + field + "` of a mount needs a value");
      }
      given.put(key, equals < 0 ? "true" : field.substring(equals + 1));
    }
    String type = given.getOrDefault("type", "bind").toLowerCase(Locale.ROOT);
    Optional<String> why = why(type, given);
    return why.isPresent() ? refused(why.get()) : Checked.taken(of(type, given));
  }

  private static Optional<String> why(String type, Map<String, String> given) {
    if (type.contains("$")) {
      return Optional.empty();
    }
    if (!TYPES.contains(type)) {
      return Optional.of("there is no mount of type `" + type + "`");
    }
    for (Map.Entry<String, Set<String>> rule : ONLY_FOR.entrySet()) {
      if (given.containsKey(rule.getKey()) && !rule.getValue().contains(type)) {
        return Optional.of("a mount of type `" + type + "` has no `" + rule.getKey() + "`");
      }
    }
    if (given.getOrDefault("from", "").matches(".*\\$.+")) {
      return Optional.of("`from` of a mount takes no variable: name a stage for it");
    }
    if (type.equals("secret")
        && !(given.containsKey("source")
            || given.containsKey("target")
            || given.containsKey("id"))) {
      return Optional.of("a secret mount needs an `id`");
    }
    return Optional.empty();
  }

  private static MountOption of(String type, Map<String, String> given) {
    boolean writable = type.equals("cache") || type.equals("tmpfs");
    boolean readOnly =
        given.containsKey("readonly")
            ? isTrue(given.get("readonly"))
            : given.containsKey("readwrite") ? !isTrue(given.get("readwrite")) : !writable;
    return new MountOption(
        type,
        Optional.ofNullable(given.get("from")),
        Optional.ofNullable(given.get("source")),
        Optional.ofNullable(given.get("target")),
        Optional.ofNullable(given.get("id")),
        Optional.ofNullable(given.get("sharing")),
        readOnly,
        isTrue(given.getOrDefault("required", "false")),
        Optional.ofNullable(given.get("env")));
  }

  private static boolean isTrue(String value) {
    return Set.of("1", "t", "true").contains(value.toLowerCase(Locale.ROOT));
  }

  /** Split at commas; a field within double quotes may hold some. */
  private static List<String> fields(String value) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char each : value.toCharArray()) {
      if (each == '"') {
        quoted = !quoted;
      } else if (each == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(each);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private static Checked<MountOption> refused(String why) {
    return Checked.refused(Diagnostic.error("bad-mount", why));
  }
}
