package wheelbase.dockerfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import wheelbase.dockerfile.syntax.DockerfileReader;
import wheelbase.dockerfile.syntax.Flag;
import wheelbase.dockerfile.syntax.ParsedInstruction;

/**
 * A Dockerfile as a builder reads it, line by line; read by the parser that is held against
 * BuildKit's own, and not by the code under test.
 */
record ParsedDockerfile(String text, List<Line> lines) {
  /**
   * @param stage from 0; an instruction belongs to the stage of the {@code FROM} before it
   * @param comment the comment lines right above, joined by spaces
   */
  record Line(int stage, String keyword, String rest, String comment) {
    /** The words of an exec form or of a JSON {@code COPY}. */
    List<String> json() {
      if (!rest.contains("[")) {
        throw new AssertionError("no JSON array: " + rest);
      }
      try {
        return new ObjectMapper()
            .readValue(rest.substring(rest.indexOf('[')), new TypeReference<List<String>>() {});
      } catch (JsonProcessingException e) {
        throw new AssertionError("not a JSON array: " + rest, e);
      }
    }
  }

  static ParsedDockerfile of(String text) {
    List<Line> lines = new ArrayList<>();
    int stage = -1;
    for (ParsedInstruction one : DockerfileReader.read("Dockerfile", text).instructions()) {
      String keyword = one.name().value();
      stage += keyword.equals("FROM") ? 1 : 0;
      String flags = String.join(" ", one.flags().stream().map(Flag::toString).toList());
      lines.add(
          new Line(
              stage, keyword, (flags + " " + one.body().value()).strip(), GoldenFile.comment(one)));
    }
    return new ParsedDockerfile(text, List.copyOf(lines));
  }

  List<String> keywords() {
    return lines.stream().map(Line::keyword).toList();
  }

  List<Line> of(int stage) {
    return lines.stream().filter(line -> line.stage() == stage).toList();
  }

  List<Line> all(String keyword) {
    return lines.stream().filter(line -> line.keyword().equals(keyword)).toList();
  }

  List<Line> last(String keyword) {
    return of(1).stream().filter(line -> line.keyword().equals(keyword)).toList();
  }

  Line one(String keyword) {
    List<Line> found = all(keyword);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " x " + keyword + " in\n" + text);
    }
    return found.get(0);
  }

  /** Where the first line stands that has the keyword and mentions the words. */
  int index(String keyword, String words) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).keyword().equals(keyword) && lines.get(i).rest().contains(words)) {
        return i;
      }
    }
    return -1;
  }
}
