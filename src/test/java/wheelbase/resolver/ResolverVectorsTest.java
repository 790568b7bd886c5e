package wheelbase.resolver;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.Architecture;
import wheelbase.platform.Libc;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.Shared;
import wheelbase.testing.VectorRun;
import wheelbase.testing.VectorTest;

/** Small universes, resolved as pip 26.3 resolved them: the same pins, the same files. */
class ResolverVectorsTest {
  @VectorTest("resolver-scenarios.jsonl")
  void publishedAndGeneratedScenarios(VectorRun run) {
    run.check(this::truth, this::answer);
  }

  @VectorTest("resolver-scenarios-depsdev.jsonl")
  void scenariosOfDepsDev(VectorRun run) {
    run.check(this::truth, this::answer);
  }

  @VectorTest("resolver-cases.jsonl")
  void casesOfResolvelib(VectorRun run) {
    run.check(this::truth, this::answer);
  }

  /** Pins with their files, or nothing where there is no solution. */
  Object truth(JsonNode scenario) {
    JsonNode pip = scenario.path("pip");
    return switch (pip.path("status").asText()) {
      case "pins" -> pins(pip.path("pins"), pip.path("files"));
      case "unsat" -> "no solution";
      // pip has no answer: it crashed, or was not run. Then the case's own author has it.
      default ->
          scenario.path("expected").path("satisfiable").asBoolean()
                  && pip.path("status").asText().equals("crash")
              ? pins(scenario.path("expected").path("packages"), pip.path("files"))
              : "not compared";
    };
  }

  private static SortedMap<String, String> pins(JsonNode versions, JsonNode files) {
    SortedMap<String, String> pins = new TreeMap<>();
    versions
        .properties()
        .forEach(
            pin ->
                pins.put(
                    pin.getKey(),
                    files.isMissingNode()
                        ? pin.getValue().asText()
                        : files.path(pin.getKey()).asText().replace("%2B", "+")));
    return pins;
  }

  Object answer(JsonNode scenario) {
    if (truth(scenario).equals("not compared") || hasOnlySdistsThatPipDidNotSee(scenario)) {
      return truth(scenario);
    }
    boolean comparesFiles = scenario.path("pip").has("files");
    ResolutionRequest request = request(scenario);
    try {
      return new Resolver(index(scenario))
          .resolve(request)
          .<Object>fold(
              resolved -> {
                SortedMap<String, String> pins = new TreeMap<>();
                resolved
                    .pins()
                    .forEach(
                        (name, pin) ->
                            pins.put(
                                name.value(),
                                comparesFiles
                                    ? pin.file().get().fileName()
                                    : pin.version().get().toString()));
                return pins;
              },
              conflict -> "no solution");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** pip, run for another Python than its own, looks at wheels only. */
  static boolean hasOnlySdistsThatPipDidNotSee(JsonNode scenario) {
    if (scenario.path("pip").path("sdists_visible").asBoolean(true)) {
      return false;
    }
    for (JsonNode versions : scenario.path("packages")) {
      for (JsonNode release : versions) {
        if (!release.path("wheel").asBoolean(true)) {
          return true;
        }
      }
    }
    return false;
  }

  static ResolutionRequest request(JsonNode scenario) {
    JsonNode options = scenario.path("options");
    Set<String> onlyBinary = names(options.path("only_binary"));
    onlyBinary.addAll(names(options.path("no_build")));
    if (!scenario.path("pip").path("sdists_visible").asBoolean(true)) {
      onlyBinary.add(":all:");
    }
    return new ResolutionRequest(
        target(scenario.path("pip")),
        requirements("requirements.txt", scenario.path("requires")),
        requirements("constraints.txt", scenario.path("constraints")),
        new ResolutionRequest.Formats(
            names(options.path("no_binary")),
            onlyBinary,
            options.path("prefer_binary").asBoolean()),
        options.has("prereleases"),
        ResolutionRequest.HashMode.AS_GIVEN);
  }

  private static Set<String> names(JsonNode names) {
    Set<String> normalised = new HashSet<>();
    for (JsonNode name : names) {
      String text = name.asText();
      normalised.add(text.equals(":all:") ? text : new PackageName(text).value());
    }
    return normalised;
  }

  private static List<RootRequirement> requirements(String file, JsonNode texts) {
    List<RootRequirement> requirements = new ArrayList<>();
    for (JsonNode text : texts) {
      requirements.add(
          new RootRequirement(
              Requirement.parse(text.asText()),
              SourceSpan.line(file, requirements.size() + 1, text.asText())));
    }
    return requirements;
  }

  /** From {@code 3.12.1} and {@code manylinux_2_36_x86_64}. */
  private static TargetPlatform target(JsonNode pip) {
    String[] python = pip.path("python").asText().split("\\.");
    String[] platform = pip.path("platform").asText().split("_");
    return new TargetPlatform(
        new PythonRelease(
            Integer.parseInt(python[0]), Integer.parseInt(python[1]), Integer.parseInt(python[2])),
        Libc.glibc(Integer.parseInt(platform[1]), Integer.parseInt(platform[2])),
        Architecture.AMD64);
  }

  static MiniIndex index(JsonNode scenario) {
    MiniIndex index = MiniIndex.of();
    if (scenario.has("index")) {
      JsonNode packages = Shared.json(Shared.vectors().resolve(scenario.path("index").asText()));
      packages
          .properties()
          .forEach(
              project ->
                  project
                      .getValue()
                      .properties()
                      .forEach(release -> add(index, project.getKey(), release, Map.of())));
      return index;
    }
    scenario
        .path("packages")
        .properties()
        .forEach(
            project ->
                project
                    .getValue()
                    .properties()
                    .forEach(release -> add(index, project.getKey(), release)));
    return index;
  }

  /** A release of resolvelib's form: a list of dependencies, some with extras in their markers. */
  private static void add(
      MiniIndex index, String name, Map.Entry<String, JsonNode> entry, Map<String, String> none) {
    MiniIndex.Release release = index.release(name, entry.getKey());
    for (JsonNode text : entry.getValue()) {
      release.requires(text.asText());
      var extra =
          java.util.regex.Pattern.compile("extra *== *['\"]([^'\"]+)['\"]").matcher(text.asText());
      while (extra.find()) {
        release.provides(extra.group(1));
      }
    }
    release.add();
  }

  private static void add(MiniIndex index, String name, Map.Entry<String, JsonNode> entry) {
    JsonNode drawn = entry.getValue();
    MiniIndex.Release release = index.release(name, entry.getKey());
    for (JsonNode text : drawn.path("requires")) {
      release.requires(text.asText());
    }
    for (JsonNode extra : drawn.path("provides")) {
      release.provides(extra.asText());
    }
    drawn
        .path("extras")
        .properties()
        .forEach(
            extra -> {
              release.provides(extra.getKey());
              for (JsonNode text : extra.getValue()) {
                release.requires(withExtra(text.asText(), extra.getKey()));
              }
            });
    if (drawn.path("requires_python").isTextual()) {
      release.requiresPython(drawn.path("requires_python").asText());
    }
    if (drawn.path("yanked").asBoolean()) {
      release.yanked("");
    }
    if (drawn.path("sdist").asBoolean(true)) {
      release.sdist();
    }
    if (drawn.path("wheel").asBoolean(true)) {
      if (drawn.path("wheel_tags").isEmpty()) {
        release.wheel("py3-none-any");
      }
      for (JsonNode tag : drawn.path("wheel_tags")) {
        release.wheel(tag.asText());
      }
    }
    release.add();
  }

  private static String withExtra(String requirement, String extra) {
    int semicolon = requirement.indexOf(';');
    String condition = "extra == \"" + new PackageName(extra).value() + "\"";
    return semicolon < 0
        ? requirement + " ; " + condition
        : requirement.substring(0, semicolon)
            + " ; ("
            + requirement.substring(semicolon + 1)
            + ") and "
            + condition;
  }
}
