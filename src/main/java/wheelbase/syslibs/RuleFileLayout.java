package wheelbase.syslibs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a file of rules is laid out: what fits into a line stands in one, except that each rule and
 * each entry of the file itself begins a line of its own.
 */
final class RuleFileLayout {
  private static final int WIDTH = 100;

  private RuleFileLayout() {}

  static String text(JsonNode file) {
    return broken(file, 0) + "\n";
  }

  private static String laid(JsonNode node, int indentation, int used) {
    String line = line(node);
    boolean rule = node.has("evidence");
    boolean fits = indentation + used + line.length() <= WIDTH;
    return node.isValueNode() || fits && !rule ? line : broken(node, indentation);
  }

  private static String broken(JsonNode node, int indentation) {
    if (node.isValueNode() || node.isEmpty()) {
      return line(node);
    }
    List<String> entries = new ArrayList<>();
    int inner = indentation + 2;
    if (node.isArray()) {
      node.forEach(each -> entries.add(laid(each, inner, 0)));
    } else {
      for (Map.Entry<String, JsonNode> each : node.properties()) {
        String key = quoted(each.getKey()) + ": ";
        entries.add(key + laid(each.getValue(), inner, key.length()));
      }
    }
    String start = "\n" + " ".repeat(inner);
    return (node.isArray() ? "[" : "{")
        + start
        + String.join("," + start, entries)
        + "\n"
        + " ".repeat(indentation)
        + (node.isArray() ? "]" : "}");
  }

  private static String line(JsonNode node) {
    List<String> entries = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> entries.add(line(each)));
      return "[" + String.join(", ", entries) + "]";
    }
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> each : node.properties()) {
        entries.add(quoted(each.getKey()) + ": " + line(each.getValue()));
      }
      return "{" + String.join(", ", entries) + "}";
    }
    return node.toString();
  }

  private static String quoted(String key) {
    return '"' + key + '"';
  }
}
