package wheelbase.syslibs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An object of a rules file, read key by key. What is wrong is noted and an empty value returned,
 * so that one reading finds every fault of a file.
 *
 * @param place where the object stands in the file, {@code rules[1].when}; empty for the whole
 */
record RuleObject(JsonNode node, String place, List<String> faults) {
  /** Notes every key that is not among these. */
  RuleObject having(Set<String> keys) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!keys.contains(entry.getKey())) {
        fault(entry.getKey(), "no such key");
      }
    }
    return this;
  }

  void fault(String key, String what) {
    faults.add(at(key) + ": " + what);
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

  /** A constant by its name in lower case, with hyphens: {@code build-test}. */
  <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
    return parsed(
        key,
        text ->
            Stream.of(type.getEnumConstants())
                .filter(constant -> text.equals(word(constant)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such word here")));
  }

  private static String word(Enum<?> constant) {
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
    return texts;
  }

  <T> List<T> parsedTexts(String key, Function<String, T> parse) {
    return texts(key).stream().flatMap(text -> attempt(key, text, parse).stream()).toList();
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
      fault(key, "`" + text + "`: " + refused.getMessage());
      return Optional.empty();
    }
  }

  private String at(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
