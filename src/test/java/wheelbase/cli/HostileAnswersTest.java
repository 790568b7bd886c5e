package wheelbase.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import wheelbase.dockerfile.syntax.Dockerfile;
import wheelbase.report.AnswersJson;
import wheelbase.testing.HostileTexts;
import wheelbase.wizard.Topic;

/**
 * Whatever is answered to a question, in an answers file or by a flag: either it is refused with a
 * word about it and nothing is written, or the Dockerfile has the instructions that a harmless
 * answer gives.
 */
class HostileAnswersTest {
  /** What comes around a hostile text, so that some of them get as far as the file. */
  private static final Map<Topic, List<String>> AROUND =
      Map.ofEntries(
          Map.entry(Topic.REQUIREMENTS, List.of("%", "%.txt", "in/%/r.txt")),
          Map.entry(Topic.OUTPUT, List.of("%", "out/%")),
          Map.entry(Topic.PYTHON, List.of("%", "3.13%")),
          Map.entry(Topic.ARCHITECTURES, List.of("%", "amd64%")),
          Map.entry(Topic.NO_BINARY, List.of("%", "gunicorn%", "a%b")),
          Map.entry(Topic.CURES, List.of("%", "flask:%", "flask:flask==3.0.0%", "flask:flask ; %")),
          Map.entry(
              Topic.BASE,
              List.of(
                  "%",
                  "registry.test/%:1=debian:13/3.13",
                  "registry.test/x:1%=debian:13/3.13",
                  "registry.test/x:1=debian:13%/3.13",
                  "registry.test/x:1=debian:13/3.13%")),
          Map.entry(Topic.APPLICATION, List.of("%", "%.py", "in/%.py", "in%/main.py")),
          Map.entry(Topic.PORT, List.of("%", "80%")),
          Map.entry(Topic.HEALTH, List.of("%", "/%", "/a%b")),
          Map.entry(Topic.WORKERS, List.of("%", "2%")),
          Map.entry(Topic.TEST, List.of("%", "pytest %", "pytest '%'", "%pytest")),
          Map.entry(Topic.USER, List.of("%", "10001%")));

  /** Harmless answers that come to stand in the file. */
  private static final Map<Topic, String> SHOWN =
      Map.of(
          Topic.APPLICATION, "in/harmless.py",
          Topic.HEALTH, "/harmless",
          Topic.TEST, "pytest 'harmless'",
          Topic.BASE, "registry.test/harmless:1=debian:13/3.13");

  /** Every value that there is, the quoted ones in another order than the program's. */
  private static final String TEMPLATE =
      """
      # {{#stages}}{{name}} on {{image}}, {{/stages}}
      {{#head}}
      {{.}}
      {{/head}}
      {{#stages}}
      {{from}}
      LABEL stage="{{name}}" base="{{image}}"
      {{#purpose}}
      {{.}}
      {{/purpose}}
      {{#steps}}
      {{#lines}}
      {{.}}
      {{/lines}}
      {{#reasons}}
      {{.}}
      {{/reasons}}
      {{/steps}}
      {{/stages}}
      """;

  private static HostileRun run;
  private static final Map<String, Dockerfile> TWINS = new TreeMap<>();

  @BeforeContainer
  static void anIndex() throws IOException {
    run = new HostileRun();
  }

  @AfterContainer
  static void close() throws IOException {
    run.close();
  }

  @Provide
  Arbitrary<Topic> topics() {
    return Arbitraries.of(AROUND.keySet());
  }

  @Provide
  Arbitrary<Topic> flags() {
    return Arbitraries.of(Topic.APPLICATION, Topic.HEALTH, Topic.TEST);
  }

  @Provide
  Arbitrary<Topic> shown() {
    return Arbitraries.of(SHOWN.keySet());
  }

  @Provide
  Arbitrary<String> hostile() {
    return HostileTexts.brief();
  }

  @Property(tries = 80, edgeCases = EdgeCasesMode.NONE)
  void inAnAnswersFile(
      @ForAll("topics") Topic topic, @ForAll("hostile") String text, @ForAll int shape)
      throws IOException {
    List<String> around = AROUND.get(topic);
    String pattern = around.get(Math.floorMod(shape, around.size()));
    Optional<Dockerfile> hostile = answered(topic, pattern.replace("%", text));
    if (hostile.isPresent()) {
      HostileRun.assertSameInstructions(hostile.get(), twin(topic, pattern));
    }
  }

  /** A command is the user's own, and runs as it was given or not at all. */
  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void theTestCommandIsTheOneThatWasGiven(@ForAll("hostile") String text) throws IOException {
    String word = "pytest " + text;
    Optional<Dockerfile> file = answered(Topic.TEST, word);
    assertThat(file.isPresent()).isEqualTo(HostileTexts.isPlain(word.strip()));
    if (file.isPresent()) {
      String line = word.strip().replace("'", "'\\''");
      String run = file.get().stage("test").orElseThrow().instructions().get(0).body().value();
      assertThat(run.replaceAll("&& touch /tested", "").strip())
          .isIn(word.strip(), "sh -c '" + line + "'");
    }
  }

  /** The same word on the command line. */
  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void byAFlag(@ForAll("flags") Topic topic, @ForAll("hostile") String text, @ForAll int shape)
      throws IOException {
    List<String> around = AROUND.get(topic);
    String word = around.get(Math.floorMod(shape, around.size())).replace("%", text);
    Path project = run.project(Map.of());
    CommandLineRun typed =
        run.generate(project, topic.flag() + "=" + word, "--python=3.13", "--base", "slim-trixie");
    assertThat(HostileRun.written(typed, project).map(file -> file.source().text()))
        .isEqualTo(answered(topic, word).map(file -> file.source().text()));
  }

  /** What a template of one's own is given is quoted for where the program's own has it. */
  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void inTemplatesOfOnesOwn(
      @ForAll("shown") Topic topic, @ForAll("hostile") String text, @ForAll int shape)
      throws IOException {
    List<String> around = AROUND.get(topic);
    String pattern = around.get(Math.floorMod(shape, around.size()));
    String word = pattern.replace("%", text);
    Optional<Dockerfile> hostile = laidOut(topic, word);
    if (hostile.isPresent()) {
      // A blank answer is none, and a list of blanks neither: its twin is the file of nobody's
      // choice, not of another one.
      String said = topic == Topic.BASE ? word.replace(',', ' ') : word;
      String harmless = said.isBlank() ? "" : SHOWN.get(topic);
      HostileRun.assertSameInstructions(hostile.get(), laidOut(topic, harmless).orElseThrow());
    }
  }

  private static Optional<Dockerfile> laidOut(Topic topic, String word) throws IOException {
    Path project = run.project(Map.of("mine/Dockerfile.mustache", TEMPLATE));
    String templates = project.resolve("mine").toString();
    List<String> base =
        topic == Topic.BASE ? List.of() : List.of("--base", "slim-trixie", "--python", "3.13");
    List<String> arguments = new ArrayList<>(List.of("--templates", templates));
    arguments.add(topic.flag() + "=" + word);
    arguments.addAll(base);
    return HostileRun.written(run.generate(project, arguments.toArray(String[]::new)), project);
  }

  private static Dockerfile twin(Topic topic, String pattern) throws IOException {
    Dockerfile known = TWINS.get(topic.id() + pattern);
    if (known != null) {
      return known;
    }
    for (String harmless : List.of("harmless", "", "harmless.py", "/harmless")) {
      Optional<Dockerfile> twin = answered(topic, pattern.replace("%", harmless));
      if (twin.isPresent()) {
        TWINS.put(topic.id() + pattern, twin.get());
        return twin.get();
      }
    }
    throw new AssertionError("nothing harmless is taken: " + topic + " " + pattern);
  }

  private static Optional<Dockerfile> answered(Topic topic, String word) throws IOException {
    Map<String, List<String>> said = new LinkedHashMap<>();
    said.put("python", List.of("3.13"));
    said.put("base", List.of("slim-trixie"));
    said.put(topic.id(), List.of(word));
    Path project = run.project(Map.of());
    if (topic == Topic.OUTPUT) {
      directory(under(project, word));
    }
    if (topic == Topic.REQUIREMENTS) {
      file(project, word);
    }
    Files.write(project.resolve("image.json"), json(said));
    CommandLineRun hostile =
        run.generate(project, "--answers", project.resolve("image.json").toString());
    return HostileRun.written(hostile, topic == Topic.OUTPUT ? under(project, word) : project);
  }

  /** All in ASCII, so that halves of a pair get into the file too. */
  private static byte[] json(Map<String, List<String>> said) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>(said);
    document.put("schema", AnswersJson.SCHEMA);
    return JsonMapper.builder()
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .build()
        .writeValueAsBytes(document);
  }

  /** A requirements file of that name, where a file system has such names. */
  private static void file(Path project, String name) throws IOException {
    try {
      Path file = project.resolve(name).normalize();
      if (file.startsWith(project) && !Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "flask==3.0.0\ngunicorn\n");
      }
    } catch (InvalidPathException | FileSystemException e) {
      // Then the answer is refused.
    }
  }

  private static void directory(Path wanted) throws IOException {
    try {
      Files.createDirectories(wanted);
    } catch (FileSystemException takenByAFile) {
      // Then nothing can be written there.
    }
  }

  private static Path under(Path project, String name) {
    try {
      return project.resolve(name);
    } catch (InvalidPathException e) {
      return project;
    }
  }
}
