package wheelbase.syslibs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import wheelbase.diagnostic.Spelling;

/**
 * An object of a rules file, read key by key. What is wrong is noted and an empty value returned,
 * so that one reading finds every fault of a file.
 *
 * @param place where the object stands in the file, {@code rules[1].when}; empty for the whole
 */
record RuleObject(JsonNode node, String place, List<RuleFault> faults) {
  /** The constants of each type by what the files call them, in their own order. */
  private static final Map<Class<?>, Map<String, Enum<?>>> WORDS = new ConcurrentHashMap<>();

  /** Notes every key that is not among these. */
  RuleObject having(Set<String> keys) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!keys.contains(entry.getKey())) {
        faults.add(
            new RuleFault(
                at(entry.getKey()),
                "no such key",
                choice(entry.getKey(), keys.stream().sorted().toList())));
      }
    }
    return this;
  }

  void fault(String key, String what) {
    fault(key, what, "");
  }

  /**
   * @param hint what is allowed; may be empty
   */
  void fault(String key, String what, String hint) {
    faults.add(new RuleFault(at(key), what, hint));
  }

  private void refused(String key, String text, IllegalArgumentException why) {
    String hint = why instanceof NoneOfThese choices ? choices.hint : "";
    faults.add(new RuleFault(at(key), "`" + text + "`: " + why.getMessage(), hint));
  }

  /** A word that is none of those allowed. */
  private static final class NoneOfThese extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String hint;

    NoneOfThese(String word, Collection<String> allowed) {
      super("no such word here");
      this.hint = choice(word, allowed);
    }
  }

  /** What is allowed, the likeliest first. */
  private static String choice(String word, Collection<String> allowed) {
    String meant = Spelling.question(word, allowed);
    return (meant.isEmpty() ? "" : meant + " ") + "There may be " + String.join(", ", allowed);
  }

  /**
   * @throws IllegalArgumentException where the word is none of those allowed
   */
  static String oneOf(Collection<String> allowed, String word) {
    if (!allowed.contains(word)) {
      throw new NoneOfThese(word, allowed);
    }
    return word;
  }

  boolean has(String key) {
    return node.has(key);
  }

  String text(String key) {
    Optional<String> found = optionalText(key);
    if (found.isEmpty() && !has(key)) {
      fault(key, "is missing");
    }
    return found.orElse("");
  }

  Optional<String> optionalText(String key) {
    JsonNode value = node.get(key);
    if (value != null && (!value.isTextual() || value.asText().isBlank())) {
      fault(key, "is not a text");
      return Optional.empty();
    }
    return Optional.ofNullable(value).map(JsonNode::asText);
  }

  /** A text that means something to {@code parse}, which throws IllegalArgumentException else. */
  <T> Optional<T> parsed(String key, Function<String, T> parse) {
    return optionalText(key).flatMap(text -> attempt(key, text, parse));
  }

  <T> Optional<T> requiredParsed(String key, Function<String, T> parse) {
    if (!has(key)) {
      fault(key, "is missing");
    }
    return parsed(key, parse);
  }

  /** A constant by its name in lower case, with hyphens: {@code build-test}. */
  <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
    return parsed(
        key,
        text -> {
          Map<String, Enum<?>> words = WORDS.computeIfAbsent(type, RuleObject::words);
          return type.cast(words.get(oneOf(words.keySet(), text)));
        });
  }

  <E extends Enum<E>> Optional<E> requiredWord(String key, Class<E> type) {
    if (!has(key)) {
      fault(key, "is missing");
    }
    return word(key, type);
  }

  private static Map<String, Enum<?>> words(Class<?> type) {
    Map<String, Enum<?>> words = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      words.put(word((Enum<?>) constant), (Enum<?>) constant);
    }
    return words;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  OptionalInt seconds(String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isInt() || value.asInt() < 1) {
      fault(key, "is not a number of seconds");
      return OptionalInt.empty();
    }
    return OptionalInt.of(value.asInt());
  }

  Optional<List<String>> optionalTexts(String key) {
    return has(key) ? Optional.of(texts(key)) : Optional.empty();
  }

  /** The texts of an array; none where the key is absent. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array(key)) {
      if (value.isTextual() && !value.asText().isBlank()) {
        texts.add(value.asText());
      } else {
        fault(key, "holds something that is not a text");
      }
    }
    if (new HashSet<>(texts).size() < texts.size()) {
      fault(key, "holds the same text twice");
    }
    return texts;
  }

  <T> List<T> parsedTexts(String key, Function<String, T> parse) {
    List<T> parsed = new ArrayList<>();
    int index = 0;
    for (String text : texts(key)) {
      attempt(key + "[" + index++ + "]", text, parse).ifPresent(parsed::add);
    }
    return parsed;
  }

  Map<String, String> textsByKey(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    Optional<RuleObject> object = object(key);
    object.ifPresent(
        found ->
            found.node.fieldNames().forEachRemaining(name -> texts.put(name, found.text(name))));
    return texts;
  }

  Optional<RuleObject> object(String key) {
    JsonNode value = node.get(key);
    if (value != null && !value.isObject()) {
      fault(key, "is not an object");
      return Optional.empty();
    }
    return Optional.ofNullable(value).map(found -> new RuleObject(found, at(key), faults));
  }

  List<RuleObject> objects(String key) {
    List<RuleObject> objects = new ArrayList<>();
    int index = 0;
    for (JsonNode value : array(key)) {
      String element = key + "[" + index++ + "]";
      if (value.isObject()) {
        objects.add(new RuleObject(value, at(element), faults));
      } else {
        fault(element, "is not an object");
      }
    }
    return objects;
  }

  private Iterable<JsonNode> array(String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      fault(key, "is not a list");
      return List.of();
    }
    return value;
  }

  private <T> Optional<T> attempt(String key, String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException refused) {
      refused(key, text, refused);
      return Optional.empty();
    }
  }

  private String at(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
