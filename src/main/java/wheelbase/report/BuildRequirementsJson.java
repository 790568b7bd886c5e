package wheelbase.report;

import java.util.Map;
import java.util.TreeMap;
import wheelbase.buildsystem.BuildDependency;
import wheelbase.buildsystem.BuildEnvironment;
import wheelbase.pep508.Requirement;

/** What pip installs to build an sdist, and what of that it builds first. */
final class BuildRequirementsJson {
  private final JsonText json;

  BuildRequirementsJson(JsonText json) {
    this.json = json;
  }

  void environment(BuildEnvironment environment) {
    json.object(
        () -> {
          if (environment instanceof BuildEnvironment.Impossible impossible) {
            json.text("impossible", String.join("\n", impossible.why()));
          } else if (environment instanceof BuildEnvironment.Unseen unseen) {
            json.text("unknown", unseen.why());
          } else if (environment instanceof BuildEnvironment.Complete complete) {
            complete(complete);
          }
        });
  }

  private void complete(BuildEnvironment.Complete complete) {
    json.text("backend", complete.demand().backend());
    json.texts(
        "requires", complete.demand().required().stream().map(Requirement::toString).toList());
    json.texts("added", complete.added().stream().map(Requirement::toString).toList());
    json.texts("unseen", complete.demand().unseen());
    Map<String, String> pins = new TreeMap<>();
    Map<String, String> files = new TreeMap<>();
    for (BuildDependency each : complete.dependencies()) {
      pins.put(each.file().project().value(), each.file().version().toString());
      files.put(each.file().project().value(), each.file().fileName());
    }
    json.field("pins", () -> json.map(pins, json::text));
    json.field("files", () -> json.map(files, json::text));
    // What is built first comes first: the order is what they say.
    json.field(
        "chain",
        () ->
            json.array(
                complete.chain("").stream().filter(link -> link.built().isBuilt()).toList(),
                this::link));
  }

  private void link(BuildEnvironment.Link link) {
    BuildDependency built = link.built();
    json.object(
        () -> {
          json.text("name", built.file().project().value());
          json.text("version", built.file().version().toString());
          json.text("file", built.file().fileName());
          json.text("for", link.forWhat().isEmpty() ? null : link.forWhat());
          json.flag("compiles", built.compiles());
          json.flag("known", built.needs().known());
          json.texts("build_tools", built.needs().buildTools());
          json.texts("build_libraries", built.needs().buildLibraries());
          json.field(
              "seconds",
              () -> {
                if (built.time().isPresent()) {
                  json.number(built.time().get().seconds());
                } else {
                  json.nothing();
                }
              });
        });
  }
}
