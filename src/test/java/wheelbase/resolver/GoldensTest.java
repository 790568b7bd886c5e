package wheelbase.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wheelbase.index.pypi.IndexOptions;
import wheelbase.index.pypi.PypiIndex;
import wheelbase.platform.Architecture;
import wheelbase.platform.Libc;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.RequirementsReader;
import wheelbase.testing.Shared;

/**
 * Real projects, resolved on the real index as it was on the day when pip resolved them. Prints a
 * table of what differs; each difference is listed, with its reason, in {@code
 * goldens-known-differences.txt}.
 */
@Tag("corpus")
@Tag("network")
class GoldensTest {
  private static final String TARGET = "cp311-manylinux_x86_64";
  private static final TargetPlatform PLATFORM =
      new TargetPlatform(new PythonRelease(3, 11, 7), Libc.glibc(2, 36), Architecture.AMD64);

  @Test
  void pinsAndFilesAreThoseOfPip() throws Exception {
    List<String> differences = new ArrayList<>();
    for (Path golden : goldens()) {
      JsonNode pip = Shared.json(golden).path("targets").path(TARGET);
      String project = golden.getFileName().toString().replace(".json", "");
      compare(project, "pip", pip.path("pip"), resolve(project, golden, false), differences);
      compare(
          project,
          "pip, wheels only",
          pip.path("pip_wheels_only"),
          resolve(project, golden, true),
          differences);
    }
    differences.forEach(System.out::println);
    Set<String> known = known();
    assertThat(differences.stream().filter(line -> !known.contains(key(line)))).isEmpty();
  }

  static List<Path> goldens() throws IOException {
    String only = System.getProperty("goldens.only", "");
    try (Stream<Path> files = Files.list(Shared.directory("goldens"))) {
      return files
          .filter(file -> file.toString().endsWith(".json") && file.toString().contains(only))
          .sorted()
          .toList();
    }
  }

  private static Resolution resolve(String project, Path golden, boolean wheelsOnly)
      throws InterruptedException {
    Path directory = Shared.directory("corpus").resolve(project);
    List<Path> files = new ArrayList<>();
    for (JsonNode file : Shared.json(golden).path("install")) {
      files.add(directory.resolve(file.asText()));
    }
    ProjectRequirements read =
        new RequirementsReader(directory, FileReader.disk(), Map.of()).read(files, List.of());
    Instant cutoff = Instant.parse(Shared.json(golden).path("uploaded_before").asText());
    IndexOptions options =
        IndexOptions.publicIndex(System.getenv()).withExcludeNewer(Optional.of(cutoff));
    long start = System.nanoTime();
    try (PypiIndex index = new PypiIndex(options)) {
      Resolution resolution =
          new Resolver(index)
              .resolve(
                  new ResolutionRequest(
                      PLATFORM,
                      roots(read.requirements()),
                      roots(read.constraints()),
                      wheelsOnly
                          ? ResolutionRequest.Formats.WHEELS_ONLY
                          : new ResolutionRequest.Formats(
                              read.options().noBinary(),
                              read.options().onlyBinary(),
                              read.options().preferBinary()),
                      read.options().allowPrereleases()));
      long milliseconds = (System.nanoTime() - start) / 1_000_000;
      System.out.println(project + (wheelsOnly ? " (wheels only) " : " ") + milliseconds + " ms");
      return resolution;
    }
  }

  private static List<RootRequirement> roots(List<DeclaredRequirement> declared) {
    return declared.stream()
        .filter(requirement -> requirement.requirement().isPresent())
        .map(each -> new RootRequirement(each.requirement().get(), each.place()))
        .toList();
  }

  private static void compare(
      String project,
      String what,
      JsonNode theirs,
      Resolution resolution,
      List<String> differences) {
    Map<String, String> expected = new TreeMap<>();
    for (Map.Entry<String, JsonNode> pin : theirs.path("pins").properties()) {
      String version = pin.getValue().asText();
      JsonNode file = theirs.path("files").path(pin.getKey());
      boolean outside = version.startsWith("@");
      expected.put(pin.getKey(), outside ? "outside" : version + " " + file.asText());
    }
    Map<String, String> ours =
        resolution.fold(GoldensTest::table, conflict -> Map.of("(conflict)", "see above"));
    resolution.fold(
        resolved -> "",
        conflict -> {
          System.out.println(project + ", " + what + ":");
          conflict.explanation().forEach(line -> System.out.println("    " + line));
          return "";
        });
    if (!theirs.path("ok").asBoolean()) {
      expected.put("(conflict)", "see above");
    }
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(ours.keySet());
    for (String name : names) {
      String one = ours.getOrDefault(name, "-");
      String other = expected.getOrDefault(name, "-");
      if (!one.equals(other)) {
        differences.add(String.join("\t", project, what, name, one, other));
      }
    }
  }

  private static Map<String, String> table(Resolved resolved) {
    Map<String, String> pins = new TreeMap<>();
    resolved
        .pins()
        .forEach(
            (name, pin) ->
                pins.put(
                    name.value(),
                    pin.file()
                        .map(file -> file.version() + " " + file.fileName())
                        .orElse("outside")));
    return pins;
  }

  /** Project, resolution and package: what the list of known differences is keyed by. */
  private static String key(String line) {
    String[] parts = line.split("\t");
    return String.join("\t", parts[0], parts[1], parts[2]);
  }

  private static Set<String> known() throws IOException {
    try (InputStream in = GoldensTest.class.getResourceAsStream("/goldens-known-differences.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(GoldensTest::key)
          .collect(Collectors.toSet());
    }
  }
}
