package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** That the vectors cannot pass by being thinned, left unrun or excused. */
class VectorsTest {
  private static final KnownDifferences NONE = KnownDifferences.parse("");

  @TempDir Path directory;

  @Test
  @Tag("vectors")
  void everyFileIsRunBySomeTest() {
    assertThat(filesWithTests()).containsAll(VectorSet.in(Shared.vectors()).counts().keySet());
  }

  private static Set<String> filesWithTests() {
    return ReflectionSupport.findAllClassesInPackage(
            "wheelbase", type -> true, name -> name.endsWith("VectorsTest"))
        .stream()
        .flatMap(
            type ->
                AnnotationSupport.findAnnotatedMethods(
                    type, VectorTest.class, HierarchyTraversalMode.TOP_DOWN)
                    .stream())
        .map(method -> method.getAnnotation(VectorTest.class).value())
        .collect(Collectors.toSet());
  }

  @Test
  void atMostTenDifferencesAreAllowedEachByARule() {
    assertThat(KnownDifferences.read().reasons())
        .hasSizeLessThanOrEqualTo(10)
        .allSatisfy(
            (id, reason) -> assertThat(reason).as(id).containsPattern("(PEP \\d|standard|pip)"));
  }

  @Test
  void aSetMustHoldWhatItsManifestSays() throws IOException {
    assertThatThrownBy(() -> VectorSet.in(directory)).isInstanceOf(AssertionError.class);

    manifest("{}");
    assertThatThrownBy(() -> VectorSet.in(directory)).isInstanceOf(AssertionError.class);

    manifest("{\"a.jsonl\": 0}");
    assertThatThrownBy(() -> VectorSet.in(directory)).isInstanceOf(AssertionError.class);

    manifest("{\"a.jsonl\": 2}");
    assertFails("a.jsonl", "a file of MANIFEST.json");

    write("a.jsonl", "{\"id\": \"1\"}\n");
    assertFails("a.jsonl", "cases in a.jsonl");

    write("a.jsonl", "{\"id\": \"1\"}\n{\"id\": \"1\"}\n");
    assertFails("a.jsonl", "ids in a.jsonl");

    write("a.jsonl", "{\"id\": \"1\"}\n{\"id\": \"2\"}\n");
    assertThat(VectorSet.in(directory).cases("a.jsonl").orElseThrow()).hasSize(2);
  }

  @Test
  void aSetMayLackAFileButNotHideOne() throws IOException {
    manifest("{\"a.jsonl\": 1}");
    assertThat(VectorSet.in(directory).cases("b.jsonl")).isEmpty();

    write("b.jsonl", "{\"id\": \"1\"}\n");
    assertFails("b.jsonl", "not in MANIFEST.json");
  }

  private void assertFails(String file, String message) {
    assertThatThrownBy(() -> VectorSet.in(directory).cases(file))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(message);
  }

  private void manifest(String text) throws IOException {
    write("MANIFEST.json", text);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  @Test
  void aCaseMayDifferOnlyWhereItIsListed() {
    assertThatThrownBy(() -> run("a1", NONE, false)).hasMessageContaining("a1");
    run("a1", NONE, true);
    run("a1", KnownDifferences.parse("a1\tPEP 1 says otherwise"), false);
    run("a1", KnownDifferences.parse("a2\tPEP 1 says otherwise"), true);
  }

  @Test
  void aListedCaseMayNotPass() {
    assertThatThrownBy(() -> run("a1", KnownDifferences.parse("a1\tPEP 1 says otherwise"), true))
        .hasMessageContaining("a1");
  }

  @Test
  void aBugIsADifference() {
    assertThatThrownBy(
            () ->
                VectorRun.check(
                    List.of(Shared.json("{\"id\": \"a1\"}")),
                    NONE,
                    vector -> "answer",
                    vector -> {
                      throw new IllegalStateException("a bug");
                    }))
        .hasMessageContaining("a bug");
  }

  private static void run(String id, KnownDifferences known, boolean equal) {
    JsonNode vector = Shared.json("{\"id\": \"" + id + "\"}");
    VectorRun.check(List.of(vector), known, each -> true, each -> equal);
  }

  @Test
  void aDifferenceIsListedOnceWithItsReason() {
    assertThatThrownBy(() -> KnownDifferences.parse("a1")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> KnownDifferences.parse("a1\t")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> KnownDifferences.parse("a1\tPEP 1\na1\tPEP 2"))
        .isInstanceOf(AssertionError.class);
    assertThat(KnownDifferences.parse("# a comment\n\na1\tPEP 1").reasons()).containsOnlyKeys("a1");
  }
}
