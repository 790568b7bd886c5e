package wheelbase.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.pep440.Version;
import wheelbase.platform.TargetPlatform;
import wheelbase.reading.ReadFromSdist;
import wheelbase.reading.ReadFromWheel;
import wheelbase.reading.ReadNeeds;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.RequirementPath;
import wheelbase.wheels.Downgrade;
import wheelbase.wheels.Reason;
import wheelbase.wheels.Verdict;

/** What each package comes to on each target, and what wheels only take back. */
final class PackagesJson {
  private final JsonText json;
  private final DiagnosticsJson diagnostics;

  PackagesJson(JsonText json) {
    this.json = json;
    this.diagnostics = new DiagnosticsJson(json);
  }

  void packages(List<PackageAnalysis> packages) {
    json.field(
        "packages",
        () ->
            json.array(
                packages.stream().sorted(Comparator.comparing(PackageAnalysis::name)).toList(),
                this::analysed));
  }

  private void analysed(PackageAnalysis analysed) {
    json.object(
        () -> {
          json.text("name", analysed.name().value());
          json.field("version", () -> version(analysed.versions()));
          json.field(
              "required_by",
              () ->
                  json.array(
                      analysed.paths().stream()
                          .map(PackagesJson::names)
                          .sorted(Comparator.comparing(path -> String.join("\0", path)))
                          .toList(),
                      path -> json.array(path, json::text)));
          // Shortest first: the order is what they say.
          json.field(
              "blame", () -> json.array(analysed.paths(), path -> diagnostics.blame(path.blame())));
          json.field("verdicts", () -> json.map(byId(analysed.verdicts()), this::verdict));
          json.texts("build_libraries", analysed.buildLibraries());
          json.texts("run_libraries", analysed.runLibraries());
          json.texts("evidence", analysed.evidence().stream().sorted().toList());
          json.texts("hints", analysed.hints().stream().sorted().toList());
          if (!analysed.read().isEmpty()) {
            json.field("read", () -> json.map(byId(analysed.read()), this::read));
          }
          if (!analysed.builds().isEmpty()) {
            BuildRequirementsJson builds = new BuildRequirementsJson(json);
            json.field(
                "build_requirements", () -> json.map(byId(analysed.builds()), builds::environment));
          }
        });
  }

  private void read(ReadNeeds read) {
    json.object(
        () -> {
          json.text("artifact", read.artifact());
          json.text("file", read.fileName());
          json.flag("complete", read.complete());
          if (read instanceof ReadFromWheel wheel) {
            json.field("needs", () -> json.array(wheel.links(), this::link));
          } else if (read instanceof ReadFromSdist sdist) {
            json.field("needs", () -> json.array(sdist.needs(), this::named));
            json.field("maybe", () -> json.array(sdist.maybe(), this::named));
          }
        });
  }

  private void named(ReadFromSdist.Need need) {
    json.object(
        () -> {
          json.text("soname", null);
          json.text("name", need.name());
          json.text("library", need.library().orElse(null));
          json.texts("packages", need.runPackages());
          json.texts("build_packages", need.buildPackages());
          json.text("trouble", need.trouble().orElse(null));
          json.flag("copied", need.copied());
          json.field(
              "place",
              () ->
                  json.object(
                      () -> {
                        json.text("file", need.place().file());
                        json.number("line", need.place().line());
                      }));
          json.text("text", need.text());
        });
  }

  private void link(ReadFromWheel.Link link) {
    json.object(
        () -> {
          json.text("soname", link.soname());
          json.text("library", link.library().orElse(null));
          json.texts("packages", link.packages());
        });
  }

  private static List<String> names(RequirementPath path) {
    List<String> names = new ArrayList<>(List.of(path.place()));
    path.names().forEach(name -> names.add(name.value()));
    return names;
  }

  /** One version as a string; several as an object by target; none, outside the index, as null. */
  private void version(Map<TargetPlatform, Version> versions) {
    Set<String> different = new TreeSet<>();
    versions.values().forEach(version -> different.add(version.toString()));
    if (different.size() <= 1) {
      json.text(different.stream().findFirst().orElse(null));
    } else {
      json.map(byId(versions), version -> json.text(version.toString()));
    }
  }

  private void verdict(Verdict verdict) {
    json.object(
        () -> {
          json.text("class", verdict.kind().id());
          json.text("file", verdict.file().orElse(null));
          // Nearest files first: the order is what they say.
          json.field("reasons", () -> json.array(verdict.reasons(), this::reason));
        });
  }

  private void reason(Reason reason) {
    json.object(
        () -> {
          json.text("id", reason.id());
          json.text("file", reason.file().isEmpty() ? null : reason.file());
          json.text("message", reason.message());
          json.number("more", reason.more());
        });
  }

  void downgrades(List<Downgrade> downgrades) {
    List<Downgrade> sorted =
        downgrades.stream()
            .sorted(
                Comparator.comparing(Downgrade::name)
                    .thenComparing(downgrade -> downgrade.target().id()))
            .toList();
    json.field(
        "downgrades",
        () ->
            json.array(
                sorted,
                downgrade ->
                    json.object(
                        () -> {
                          json.text("name", downgrade.name().value());
                          json.text("target", downgrade.target().id());
                          json.text("from", downgrade.from().toString());
                          json.text("to", downgrade.to().toString());
                          json.number("releases", downgrade.releases());
                          json.field("days_older", () -> daysOlder(downgrade));
                          json.text("reason", downgrade.reason());
                        })));
  }

  private void daysOlder(Downgrade downgrade) {
    if (downgrade.older().isPresent()) {
      json.number(downgrade.older().get().toDays());
    } else {
      json.nothing();
    }
  }

  private static <T> Map<String, T> byId(Map<TargetPlatform, T> values) {
    Map<String, T> sorted = new TreeMap<>();
    values.forEach((target, value) -> sorted.put(target.id(), value));
    return sorted;
  }
}
