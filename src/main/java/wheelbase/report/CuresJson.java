package wheelbase.report;

import java.util.Map;
import java.util.TreeMap;
import wheelbase.Analysis;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.wheels.Cure;
import wheelbase.wheels.SideEffects;

/** The changes that were tried and help. */
final class CuresJson {
  private final JsonText json;

  CuresJson(JsonText json) {
    this.json = json;
  }

  /** Those that change least come first: the order is what they say. */
  void cures(Analysis analysis) {
    json.field("cures", () -> json.array(analysis.cures(), this::cure));
  }

  void cures(Analysis analysis, PackageName name) {
    json.field(
        "cures",
        () ->
            json.array(
                analysis.cures().stream().filter(cure -> cure.cures(name)).toList(), this::cure));
  }

  private void cure(Cure cure) {
    json.object(
        () -> {
          json.text("id", cure.id());
          json.text("name", cure.name().value());
          json.texts("names", cure.names().stream().map(PackageName::value).sorted().toList());
          json.text("place", cure.place().orElse(null));
          json.text("edit", cure.edit());
          json.text("effect", cure.effect());
          json.field("side_effects", () -> sideEffects(cure.sideEffects()));
          json.texts("targets", cure.targets().stream().map(TargetPlatform::id).sorted().toList());
          // A cure is only ever offered after resolving again with it.
          json.flag("tried", true);
        });
  }

  private void sideEffects(SideEffects others) {
    Map<String, SideEffects.Move> moved = new TreeMap<>();
    others.moved().forEach((name, move) -> moved.put(name.value(), move));
    json.object(
        () -> {
          json.field("moved", () -> json.map(moved, this::move));
          json.texts("added", others.added().stream().map(PackageName::value).toList());
          json.texts("removed", others.removed().stream().map(PackageName::value).toList());
        });
  }

  private void move(SideEffects.Move move) {
    json.object(
        () -> {
          json.text("from", move.from().toString());
          json.text("to", move.to().toString());
        });
  }
}
