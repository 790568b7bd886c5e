package wheelbase.dockerfile.syntax;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;

/** Puts a Dockerfile that was read into the shape that {@code scripts/dockerfile-truth} prints. */
final class ParserTruth {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ParserTruth() {}

  /** How what was read differs from what BuildKit said; empty if it does not. */
  static String difference(JsonNode truth, Dockerfile read) {
    JsonNode expected = expected(truth);
    JsonNode actual = actual(read);
    boolean sameFault =
        expected.has("fault_line")
            && faultyLines(read).contains(expected.get("fault_line").asInt());
    return sameFault || expected.toString().equals(actual.toString())
        ? ""
        : "expected " + expected.toPrettyString() + "\nbut was " + actual.toPrettyString();
  }

  /** BuildKit names the first line of an instruction, and of several faults that of the syntax. */
  private static List<Integer> faultyLines(Dockerfile read) {
    return read.diagnostics().stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .map(each -> each.place().orElseThrow().line())
        .map(
            line ->
                read.instructions().stream()
                    .map(ParsedInstruction::lines)
                    .filter(lines -> lines.first() <= line && line <= lines.last())
                    .map(ParsedInstruction.Lines::first)
                    .findFirst()
                    .orElse(line))
        .toList();
  }

  /** What BuildKit said, with the parts that say the same written alike. */
  private static JsonNode expected(JsonNode truth) {
    ObjectNode result = JSON.createObjectNode();
    JsonNode fault =
        truth.get("syntax_fault").isNull() ? truth.get("fault") : truth.get("syntax_fault");
    if (!fault.isNull()) {
      boolean countsFromNought =
          fault.get("message").asText().matches(".*(escape token|directive).*");
      int line = fault.get("first_line").asInt() + (countsFromNought ? 1 : 0);
      return result.put("fault_line", Math.max(1, line));
    }
    for (String same :
        List.of("escape", "directives", "instructions", "stages", "global_arguments")) {
      result.set(same, withoutNothing(truth.get(same)));
    }
    result.put("warnings", truth.get("warnings").asInt());
    return result;
  }

  /** Null for an empty list is how Go prints a slice that nothing was appended to. */
  private static JsonNode withoutNothing(JsonNode node) {
    if (node.isNull()) {
      return JSON.createArrayNode();
    }
    if (node.isArray()) {
      ArrayNode array = JSON.createArrayNode();
      node.forEach(each -> array.add(withoutNothing(each)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = JSON.createObjectNode();
      node.properties()
          .forEach(field -> object.set(field.getKey(), withoutNothing(field.getValue())));
      return object;
    }
    return node;
  }

  private static JsonNode actual(Dockerfile dockerfile) {
    ObjectNode result = JSON.createObjectNode();
    Optional<Diagnostic> fault =
        dockerfile.diagnostics().stream()
            .filter(each -> each.severity() == Severity.ERROR)
            .findFirst();
    if (fault.isPresent()) {
      return result.put("fault_line", fault.get().place().orElseThrow().line());
    }
    result.put("escape", Character.toString(dockerfile.escape()));
    ArrayNode directives = result.putArray("directives");
    for (Directive each : dockerfile.directives()) {
      directives
          .addObject()
          .put("name", each.name())
          .put("value", each.value())
          .put("line", each.line());
    }
    ArrayNode instructions = result.putArray("instructions");
    dockerfile.instructions().forEach(each -> instructions.add(instruction(each)));
    ArrayNode stages = result.putArray("stages");
    dockerfile.stages().forEach(each -> stages.add(stage(each)));
    ArrayNode arguments = result.putArray("global_arguments");
    dockerfile.globalArguments().stream()
        .flatMap(each -> each.assignments().stream())
        .forEach(each -> arguments.add(each.name().value()));
    result.put(
        "warnings",
        dockerfile.diagnostics().stream()
            .filter(each -> each.severity() == Severity.WARNING)
            .count());
    return JSON.valueToTree(result);
  }

  private static ObjectNode instruction(ParsedInstruction from) {
    ObjectNode result = JSON.createObjectNode();
    result.put("name", from.name().value());
    ArrayNode flags = result.putArray("flags");
    from.flags().forEach(each -> flags.add(each.toString()));
    result.put("exec", from.exec());
    ArrayNode arguments = result.putArray("arguments");
    if (from.is(Keyword.ENV) || from.is(Keyword.LABEL)) {
      boolean old = isOldForm(from);
      for (Assignment each : from.assignments()) {
        arguments
            .add(each.name().value())
            .add(each.value().orElseThrow().value())
            .add(old ? "" : "=");
      }
    } else {
      from.arguments().forEach(each -> arguments.add(each.value()));
    }
    from.trigger().ifPresent(inner -> result.putArray("inner").add(instruction(inner)));
    ArrayNode heredocs = result.putArray("heredocs");
    for (Heredoc each : from.heredocs()) {
      heredocs
          .addObject()
          .put("name", each.name())
          .put("file_descriptor", each.fileDescriptor())
          .put("expand", each.expand())
          .put("chomp", each.chomp())
          .put("content", each.content());
    }
    ArrayNode comments = result.putArray("comments");
    from.comments().forEach(comments::add);
    return result.put("first_line", from.lines().first()).put("last_line", from.lines().last());
  }

  /** {@code ENV name value}: the first word has no =. */
  private static boolean isOldForm(ParsedInstruction from) {
    String body = from.body().value();
    return !body.split("\\s")[0].contains("=");
  }

  private static ObjectNode stage(ParsedStage from) {
    ObjectNode result = JSON.createObjectNode();
    result.put("name", from.name().orElse(""));
    result.put("base", from.base().value());
    result.put("platform", from.from().flag("platform").orElse(""));
    result.put("instructions", from.instructions().size());
    ArrayNode runs = result.putArray("mounts");
    for (ParsedInstruction each : from.instructions()) {
      if (each.is(Keyword.RUN) && !each.mounts().isEmpty()) {
        ArrayNode mounts = runs.addArray();
        each.mounts().forEach(mount -> mounts.add(mount(mount)));
      }
    }
    return result;
  }

  private static ObjectNode mount(MountOption from) {
    return JSON.createObjectNode()
        .put("type", from.type())
        .put("from", from.from().orElse(""))
        .put("source", from.source().orElse(""))
        .put("target", from.target().orElse(""))
        .put("id", from.id().orElse(""))
        .put("sharing", from.sharing().orElse(""))
        .put("read_only", from.readOnly())
        .put("required", from.required())
        .put("env", from.environment().orElse(""));
  }
}
