package wheelbase.requirements.pyproject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import wheelbase.pep440.Version;

/**
 * One entry of poetry's dependencies as a PEP 508 text.
 *
 * @param value a constraint, or a table
 */
public record PoetryDependency(String name, JsonNode value) {
  /** Installed only with one of the project's extras. */
  public boolean isOptional() {
    return value.path("optional").asBoolean(false);
  }

  /** The same of any version: its constraint may have no PEP 440 form. */
  public PoetryDependency withoutVersion() {
    ObjectNode any = JsonNodeFactory.instance.objectNode();
    value.properties().forEach(entry -> any.set(entry.getKey(), entry.getValue()));
    any.put("version", "*");
    return new PoetryDependency(name, any);
  }

  /** Empty where its constraint has no PEP 440 form. */
  public Optional<String> requirement() {
    Optional<String> specifiers = Optional.of("");
    Optional<String> address = address();
    if (address.isEmpty()) {
      specifiers =
          PoetryConstraint.toSpecifiers(
              value.isTextual() ? value.asText() : value.path("version").asText("*"));
    }
    Optional<List<String>> markers = markers();
    if (specifiers.isEmpty() || markers.isEmpty()) {
      return Optional.empty();
    }
    String condition = markers.get().isEmpty() ? "" : " ; " + String.join(" and ", markers.get());
    return Optional.of(
        name + extras() + address.map(url -> " @ " + url).orElse(specifiers.get()) + condition);
  }

  private String extras() {
    var extras = new TreeSet<String>();
    value.path("extras").forEach(extra -> extras.add(extra.asText()));
    return extras.isEmpty() ? "" : "[" + String.join(",", extras) + "]";
  }

  private Optional<String> address() {
    if (value.has("git")) {
      for (String kind : List.of("rev", "tag", "branch")) {
        if (value.has(kind)) {
          return Optional.of("git+" + value.path("git").asText() + "@" + value.path(kind).asText());
        }
      }
      return Optional.of("git+" + value.path("git").asText());
    }
    if (value.has("path") || value.has("file")) {
      return Optional.of("file:" + value.path(value.has("path") ? "path" : "file").asText());
    }
    return value.has("url") ? Optional.of(value.path("url").asText()) : Optional.empty();
  }

  /** Conditions that all must hold; empty where the one on Python has no PEP 440 form. */
  private Optional<List<String>> markers() {
    var markers = new ArrayList<String>();
    if (value.has("markers")) {
      markers.add("(" + value.path("markers").asText() + ")");
    }
    if (value.has("platform")) {
      markers.add("sys_platform == '" + value.path("platform").asText() + "'");
    }
    Optional<String> python = PoetryConstraint.toSpecifiers(value.path("python").asText("*"));
    if (python.isEmpty()) {
      return Optional.empty();
    }
    for (String clause : python.get().split(",")) {
      if (!clause.isEmpty()) {
        markers.add(pythonMarker(clause));
      }
    }
    return Optional.of(markers);
  }

  private static String pythonMarker(String clause) {
    String operator = clause.replaceFirst("[^<>=!~].*", "");
    String version = clause.substring(operator.length());
    boolean minor = Version.tryParse(version).map(read -> read.release().size() <= 2).orElse(true);
    String variable = minor ? "python_version" : "python_full_version";
    return variable + " " + operator + " '" + version + "'";
  }
}
