package wheelbase.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.dockerfile.syntax.ParsedInstruction;
import wheelbase.dockerfile.syntax.ParsedStage;
import wheelbase.dockerfile.syntax.SourceText;
import wheelbase.dockerfile.syntax.VariableScopes;

/**
 * A stage, and what its commands do.
 *
 * @param stage as it is written
 * @param parent the stage that it is built on; empty where that is an image
 * @param base the image that it is built on in the end; empty for {@code scratch} and for names
 *     that are not known
 * @param calls the commands of each RUN
 */
record StageFacts(
    ParsedStage stage,
    Optional<StageFacts> parent,
    Optional<BaseName> base,
    Map<ParsedInstruction, List<ShellCall>> calls) {

  static StageFacts of(
      ParsedStage stage,
      Optional<StageFacts> parent,
      Optional<BaseName> base,
      VariableScopes scopes,
      SourceText source) {
    Map<ParsedInstruction, List<ShellCall>> calls = new LinkedHashMap<>();
    for (ParsedInstruction each : stage.instructions()) {
      if (each.is(Keyword.RUN)) {
        calls.put(each, ShellReader.calls(each, source, scopes.at(each)));
      }
    }
    return new StageFacts(stage, parent, base, calls);
  }

  /** This stage and those that it is built on, the first of them first. */
  List<StageFacts> chain() {
    List<StageFacts> chain = new ArrayList<>(parent.map(StageFacts::chain).orElse(List.of()));
    chain.add(this);
    return chain;
  }

  /** All instructions that make its image, in order. */
  List<ParsedInstruction> instructions() {
    return chain().stream().flatMap(each -> each.stage.instructions().stream()).toList();
  }

  Optional<ParsedInstruction> last(Keyword keyword) {
    return instructions().stream()
        .filter(each -> each.is(keyword))
        .reduce((first, second) -> second);
  }

  /** Of this stage alone. */
  List<SystemInstall> systemInstalls() {
    return calls.entrySet().stream()
        .flatMap(each -> SystemInstall.of(each.getKey(), each.getValue()).stream())
        .toList();
  }

  /** Of this stage and those that it is built on. */
  List<SystemInstall> allSystemInstalls() {
    return chain().stream().flatMap(each -> each.systemInstalls().stream()).toList();
  }

  /** Of this stage alone. */
  List<PipInstall> pipInstalls() {
    return calls.entrySet().stream()
        .flatMap(
            each ->
                each.getValue().stream()
                    .flatMap(call -> PipInstall.of(each.getKey(), call).stream()))
        .filter(PipInstall::bringsPackages)
        .toList();
  }
}
