package wheelbase.dockerfile.syntax;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What each variable is worth at each instruction of a file: ARGs before the first FROM hold in
 * FROM lines, and in a stage that names them again; a stage built on another has what that one had;
 * the arguments that BuildKit sets by itself (TARGETARCH and its like) hold in FROM lines, and in
 * stages that name them.
 */
public final class VariableScopes {
  private final Dockerfile dockerfile;
  private final Map<String, String> given;
  private final Map<String, String> global;
  private final Map<ParsedInstruction, Map<String, String>> before = new IdentityHashMap<>();
  private final Map<ParsedStage, Map<String, String>> after = new IdentityHashMap<>();

  private VariableScopes(
      Dockerfile dockerfile, Map<String, String> given, Map<String, String> automatic) {
    this.dockerfile = dockerfile;
    this.given = Map.copyOf(given);
    this.global = new HashMap<>(automatic);
    dockerfile.globalArguments().forEach(each -> declareGlobal(each));
    dockerfile.stages().forEach(this::walk);
  }

  /**
   * Follows the variables of a file.
   *
   * @param given values of {@code --build-arg}
   * @param platform operating system and architecture that is built for, such as {@code
   *     linux/amd64}
   */
  public static VariableScopes of(
      Dockerfile dockerfile, Map<String, String> given, String platform) {
    return new VariableScopes(dockerfile, given, automatic(platform));
  }

  private static Map<String, String> automatic(String platform) {
    Map<String, String> values = new HashMap<>();
    String[] parts = platform.split("/", 3);
    for (String side : new String[] {"TARGET", "BUILD"}) {
      values.put(side + "PLATFORM", platform);
      values.put(side + "OS", parts[0]);
      values.put(side + "ARCH", parts.length > 1 ? parts[1] : "");
      values.put(side + "VARIANT", parts.length > 2 ? parts[2] : "");
    }
    values.put("TARGETSTAGE", "default");
    return values;
  }

  private void declareGlobal(ParsedInstruction argument) {
    for (Assignment each : argument.assignments()) {
      String name = each.name().value();
      Optional<String> value =
          Optional.ofNullable(given.get(name))
              .or(() -> each.value().map(word -> expand(word.value(), global).value()));
      value.ifPresent(known -> global.put(name, known));
    }
  }

  private void walk(ParsedStage stage) {
    Map<String, String> values = new HashMap<>();
    dockerfile
        .stage(base(stage).value())
        .filter(after::containsKey)
        .ifPresent(parent -> values.putAll(after.get(parent)));
    for (ParsedInstruction each : stage.instructions()) {
      before.put(each, Map.copyOf(values));
      if (each.is(Keyword.ARG)) {
        each.assignments().forEach(assignment -> declare(assignment, values));
      } else if (each.is(Keyword.ENV)) {
        Map<String, String> unchanged = Map.copyOf(values);
        each.assignments()
            .forEach(
                assignment ->
                    values.put(
                        expand(assignment.name().value(), unchanged).value(),
                        expand(assignment.value().orElseThrow().value(), unchanged).value()));
      }
    }
    after.put(stage, Map.copyOf(values));
  }

  private void declare(Assignment argument, Map<String, String> values) {
    String name = argument.name().value();
    Optional<String> value =
        Optional.ofNullable(given.get(name))
            .or(() -> argument.value().map(word -> expand(word.value(), values).value()))
            .or(() -> Optional.ofNullable(global.get(name)));
    value.ifPresent(known -> values.put(name, known));
  }

  /** The image or stage that a stage is built on. */
  public WordExpansion base(ParsedStage stage) {
    return expand(stage.base().value(), global);
  }

  /** A word of an instruction with the values that hold there. */
  public WordExpansion expand(ParsedInstruction where, String word) {
    return expand(word, at(where));
  }

  /** The values that hold where an instruction starts. */
  public Map<String, String> at(ParsedInstruction where) {
    return before.getOrDefault(where, global);
  }

  private WordExpansion expand(String word, Map<String, String> values) {
    return WordExpansion.of(
        word, dockerfile.escape(), name -> Optional.ofNullable(values.get(name)));
  }
}
