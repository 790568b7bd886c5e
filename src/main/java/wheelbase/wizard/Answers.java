package wheelbase.wizard;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user has said, topic by topic, each as the words that its flag would be given. A topic
 * that is not among them keeps its default: what was found or is usual.
 */
public final class Answers {
  /** Nothing said yet. */
  public static final Answers NONE = new Answers(new EnumMap<>(Topic.class));

  /** The one word that a switch is answered with, or {@link #NO}. */
  public static final String YES = "yes";

  public static final String NO = "no";

  private final Map<Topic, List<String>> values;

  private Answers(EnumMap<Topic, List<String>> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** The words said to a topic; empty where nothing was said. */
  public Optional<List<String>> to(Topic topic) {
    return Optional.ofNullable(values.get(topic));
  }

  /** The one word said to a topic that takes one. */
  public Optional<String> one(Topic topic) {
    return to(topic).flatMap(words -> words.stream().findFirst());
  }

  /** These answers, with another one to the topic. */
  public Answers with(Topic topic, List<String> words) {
    EnumMap<Topic, List<String>> changed = copy();
    changed.put(topic, List.copyOf(words));
    return new Answers(changed);
  }

  public Answers with(Topic topic, String word) {
    return with(topic, List.of(word));
  }

  /** These answers, with the topic left to its default. */
  public Answers without(Topic topic) {
    EnumMap<Topic, List<String>> changed = copy();
    changed.remove(topic);
    return new Answers(changed);
  }

  /** These answers, and under them those of others: what both answer stays as it is here. */
  public Answers over(Answers others) {
    EnumMap<Topic, List<String>> all = others.copy();
    all.putAll(values);
    return new Answers(all);
  }

  /** By the topics' names, in the topics' order. */
  public Map<String, List<String>> byId() {
    Map<String, List<String>> named = new LinkedHashMap<>();
    values.forEach((topic, words) -> named.put(topic.id(), words));
    return Collections.unmodifiableMap(named);
  }

  private EnumMap<Topic, List<String>> copy() {
    EnumMap<Topic, List<String>> copy = new EnumMap<>(Topic.class);
    copy.putAll(values);
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Answers answers && values.equals(answers.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return byId().toString();
  }
}
