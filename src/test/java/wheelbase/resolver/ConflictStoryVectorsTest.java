package wheelbase.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.testing.MiniIndex;
import wheelbase.testing.VectorRun;
import wheelbase.testing.VectorTest;

/** Every scenario without a solution: the story is true, short, a proof, and names the cause. */
class ConflictStoryVectorsTest {
  private static final int MOST_STEPS = 10;
  private static final int LONGEST_SENTENCE = 200;

  private final ResolverVectorsTest vectors = new ResolverVectorsTest();

  @VectorTest("resolver-scenarios.jsonl")
  void publishedAndGeneratedScenarios(VectorRun run) throws InterruptedException {
    check(run);
  }

  @VectorTest("resolver-scenarios-depsdev.jsonl")
  void scenariosOfDepsDev(VectorRun run) throws InterruptedException {
    check(run);
  }

  @VectorTest("resolver-cases.jsonl")
  void casesOfResolvelib(VectorRun run) throws InterruptedException {
    check(run);
  }

  /** The cause that the author of each published scenario had in mind. */
  @VectorTest("resolver-scenarios.jsonl")
  void publishedScenariosNameTheirCause(VectorRun run) throws Exception {
    Map<String, JsonNode> scenarios = new LinkedHashMap<>();
    for (JsonNode scenario : run.cases()) {
      if (scenario.path("source").asText().equals("uv-scenarios")
          && vectors.truth(scenario).equals("no solution")) {
        scenarios.put(scenario.path("name").asText(), scenario);
      }
    }
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> lines = new LinkedHashMap<>();
    try (InputStream table = getClass().getResourceAsStream("/published-conflicts.txt")) {
      for (String row : new String(table.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!row.startsWith("#")) {
          String[] cells = row.split(" \\| ");
          lines.put(cells[0], cells[1]);
          expected.put(cells[0], cells[2]);
        }
      }
    }
    // Another set of vectors may have fewer of them.
    assertThat(expected.keySet()).containsAll(scenarios.keySet());
    for (Map.Entry<String, JsonNode> scenario : scenarios.entrySet()) {
      ResolutionRequest request = ResolverVectorsTest.request(scenario.getValue());
      Resolver resolver = new Resolver(ResolverVectorsTest.index(scenario.getValue()));
      Conflict conflict =
          resolver.explained(request, resolver.resolve(request)).conflict().orElseThrow();
      String name = scenario.getKey();
      assertThat(conflict.lines())
          .as(name)
          .extracting(place -> "" + place.line())
          .containsExactlyInAnyOrder(lines.get(name).split(","));
      assertThat(String.join("\n", conflict.explanation()))
          .as(name)
          .containsSubsequence(expected.get(name).split("; (?!the newest)"));
    }
  }

  private void check(VectorRun run) throws InterruptedException {
    int stories = 0;
    int tried = 0;
    List<String> faults = new ArrayList<>();
    for (JsonNode scenario : run.cases()) {
      if (!vectors.truth(scenario).equals("no solution")
          || ResolverVectorsTest.hasOnlySdistsThatPipDidNotSee(scenario)) {
        continue;
      }
      String about = scenario.path("id").asText();
      try {
        MiniIndex index = ResolverVectorsTest.index(scenario);
        ResolutionRequest request = ResolverVectorsTest.request(scenario);
        Resolver resolver = new Resolver(index);
        Resolution resolution = resolver.explained(request, resolver.resolve(request));
        List<Step> story = resolution.conflict().orElseThrow().story();
        stories++;
        checkLength(resolution.conflict().get(), about);
        StoryJudge judge = new StoryJudge(index, request, about);
        judge.checkEveryStep(story);
        Optional<Boolean> proof = judge.isProof(story);
        tried += proof.isPresent() ? 1 : 0;
        assertThat(proof.orElse(true)).as(about + " is a proof").isTrue();
        checkRootCause(resolver, request, resolution.conflict().get(), about);
      } catch (AssertionError | RuntimeException fault) {
        faults.add(about + ": " + fault.toString().lines().limit(12).toList());
      }
    }
    assertThat(faults).as(String.join("\n", faults)).isEmpty();
    assertThat(tried).isGreaterThanOrEqualTo(stories * 9 / 10);
  }

  private static void checkLength(Conflict conflict, String about) {
    assertThat(conflict.story().size()).as(about).isBetween(1, MOST_STEPS);
    assertThat(conflict.story()).as(about).doesNotHaveDuplicates();
    for (String sentence : conflict.explanation()) {
      assertThat(sentence.length()).as(about + ": " + sentence).isBetween(8, LONGEST_SENTENCE);
      assertThat(sentence).as(about).doesNotContain("@", "wheelbase.", "Optional", "null", "{");
    }
  }

  /** The lines that the story names are in conflict by themselves, and each of them is needed. */
  private static void checkRootCause(
      Resolver resolver, ResolutionRequest request, Conflict conflict, String about)
      throws InterruptedException {
    List<Step.Line> lines = conflict.ownLines();
    assertThat(lines).as(about).anyMatch(line -> !line.constraint());
    assertThat(conflict.story().get(0)).as(about).isInstanceOf(Step.Line.class);
    assertThat(resolver.resolve(request.withLines(lines)).conflict()).as(about).isPresent();
    for (Step.Line line : lines) {
      List<Step.Line> others = lines.stream().filter(other -> other != line).toList();
      assertThat(resolver.resolve(request.withLines(others)).resolved())
          .as(about + " without " + line)
          .isPresent();
    }
  }
}
