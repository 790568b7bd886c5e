package wheelbase.requirements.pyproject;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;

/**
 * A TOML file: its tree, and its text for places, which the library does not keep.
 *
 * @param name as the user would name it
 * @param fault why it cannot be read; the tree is then empty
 */
public record Toml(String name, List<String> lines, JsonNode tree, Optional<Diagnostic> fault) {
  private static final TomlMapper MAPPER = new TomlMapper();

  public static Toml parse(String name, String text) {
    List<String> lines = text.lines().toList();
    try {
      return new Toml(name, lines, MAPPER.readTree(text), Optional.empty());
    } catch (JsonProcessingException unreadable) {
      var error =
          Diagnostic.error("invalid-toml", "this is not TOML: " + unreadable.getOriginalMessage());
      return new Toml(
          name,
          lines,
          MissingNode.getInstance(),
          Optional.of(placed(error, name, lines, unreadable)));
    } catch (RuntimeException unreadable) {
      // The library lets what its own parts throw at an impossible date or number through.
      var error = Diagnostic.error("invalid-toml", "this is not TOML: " + unreadable.getMessage());
      return new Toml(name, lines, MissingNode.getInstance(), Optional.of(error));
    }
  }

  private static Diagnostic placed(
      Diagnostic error, String name, List<String> lines, JsonProcessingException unreadable) {
    JsonLocation at = unreadable.getLocation();
    if (at == null || at.getLineNr() < 1 || at.getLineNr() > lines.size()) {
      return error;
    }
    int column = Math.max(1, at.getColumnNr());
    return error.at(new SourceSpan(name, at.getLineNr(), column, 1, lines.get(at.getLineNr() - 1)));
  }

  /**
   * The header of a table, as an index of lines; -1 where there is none.
   *
   * @param table {@code tool.poetry.dependencies}
   */
  public int header(String table) {
    var pattern = Pattern.compile("\\s*\\[\\s*" + Pattern.quote(table) + "\\s*].*");
    for (int index = 0; index < lines.size(); index++) {
      if (pattern.matcher(lines.get(index)).matches()) {
        return index;
      }
    }
    return -1;
  }

  /**
   * Where a key of a table is set: its own line, its sub-table, else the table's header, else the
   * first line.
   */
  public SourceSpan key(String table, String key) {
    int header = header(table);
    var pattern = Pattern.compile("\\s*[\"']?" + Pattern.quote(key) + "[\"']?\\s*=.*");
    for (int index = header + 1; header >= 0 && index < lines.size(); index++) {
      if (lines.get(index).strip().startsWith("[") && lines.get(index).strip().endsWith("]")) {
        break;
      }
      if (pattern.matcher(lines.get(index)).matches()) {
        return line(index);
      }
    }
    int own = header(table + "." + key);
    return line(Math.max(0, own >= 0 ? own : header));
  }

  /**
   * Where a text stands in quotes, from a line on; empty where it is written in another way.
   *
   * @param from index of the first line to look in
   */
  public Optional<SourceSpan> quoted(String text, int from) {
    for (int index = from; index < lines.size(); index++) {
      String line = lines.get(index);
      int at = Math.max(line.indexOf('"' + text + '"'), line.indexOf("'" + text + "'"));
      if (at >= 0) {
        return Optional.of(
            new SourceSpan(name, index + 1, at + 2, Math.max(1, text.length()), line));
      }
    }
    return Optional.empty();
  }

  private SourceSpan line(int index) {
    String text = index < lines.size() ? lines.get(index) : "";
    int indent = text.length() - text.stripLeading().length();
    return new SourceSpan(name, index + 1, indent + 1, Math.max(1, text.strip().length()), text);
  }
}
