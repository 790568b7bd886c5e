package wheelbase.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static wheelbase.testing.Targets.SLIM_311;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.Requirement;
import wheelbase.platform.Architecture;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.resolver.ResolutionRequest;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.Resolver;
import wheelbase.resolver.RootRequirement;
import wheelbase.testing.MiniIndex;

/** What is written, to the letter; pip itself reads it in {@code LockedInstallationTest}. */
class LockedRequirementsTest {
  private static final MiniIndex INDEX =
      MiniIndex.of(
          "app 1 -> shared, speedups>=1; platform_machine==\"x86_64\"",
          "shared 3",
          "speedups 2 {wheel=cp311-cp311-manylinux_2_17_x86_64}",
          "native 5 {wheel=cp311-cp311-manylinux_2_17_x86_64}",
          "native 5 {sdist}",
          "older 2 {wheel=cp311-cp311-manylinux_2_17_x86_64}",
          "older 1 {wheel=cp311-cp311-manylinux_2_17_aarch64}");

  @Test
  void aFileForEachArchitectureAndAMarkerWhereTheyDiffer() throws Exception {
    String text =
        LockText.of(
            locked("app", "native", "older"),
            List.of("requirements.txt"),
            "python:3.11-slim-bookworm",
            ReaderOptions.none());
    assertThat(withShortHashes(text))
        .isEqualTo(
            """
            # Written by wheelbase: what pip takes for requirements.txt in python:3.11-slim-bookworm for amd64 and arm64
            # Install with: pip install --require-hashes --no-deps -r requirements.lock
            # Make anew with: wheelbase generate --lock

            app==1 \\
                --hash=sha256:#
                # app-1-py3-none-any.whl
                # for requirements.txt:1

            native==5 \\
                --hash=sha256:# \\
                --hash=sha256:#
                # amd64: native-5-cp311-cp311-manylinux_2_17_x86_64.whl
                # arm64: native-5.tar.gz
                # for requirements.txt:2

            older==2 ; platform_machine == "x86_64" \\
                --hash=sha256:#
                # older-2-cp311-cp311-manylinux_2_17_x86_64.whl
                # for requirements.txt:3

            older==1 ; platform_machine == "aarch64" \\
                --hash=sha256:#
                # older-1-cp311-cp311-manylinux_2_17_aarch64.whl
                # for requirements.txt:3

            shared==3 \\
                --hash=sha256:#
                # shared-3-py3-none-any.whl
                # for app

            speedups==2 ; platform_machine == "x86_64" \\
                --hash=sha256:#
                # speedups-2-cp311-cp311-manylinux_2_17_x86_64.whl
                # for app
            """);
  }

  @Test
  void theHashesAreThoseOfTheFilesThatAreTaken() throws Exception {
    List<LockedRequirement> locked = locked("native").requirements();
    assertThat(locked).hasSize(1);
    assertThat(locked.get(0).hashes())
        .hasSize(2)
        .isSorted()
        .allMatch(hash -> hash.matches("sha256:[0-9a-f]{64}"));
  }

  @Test
  void itSaysWhereTheFilesAreToBeHadAsTheRequirementsDo() throws Exception {
    ReaderOptions options =
        new ReaderOptions(
            Optional.of("https://index.test/first/"),
            List.of("https://me:secret@index.test/second/"),
            false,
            List.of("https://index.test/links/"),
            Set.of("native"),
            Set.of(),
            false,
            false,
            false,
            List.of("index.test"));
    assertThat(LockText.of(locked("app"), List.of("requirements.txt"), "x", options))
        .contains(
            """

            --index-url https://index.test/first/
            --extra-index-url https://index.test/second/
            --find-links https://index.test/links/
            --trusted-host index.test

            app==1""")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tool @ git+https://index.test/tool.git@v1 | tool.git@v1` cannot be locked: no index",
        "tool @ https://index.test/tool-1.tar.gz   | tool-1.tar.gz` cannot be locked: no index",
      })
  void whatNoIndexAnswersForIsRefused(String line, String why) throws Exception {
    Diagnostic refusal = lock(Architecture.values(), line).refusal().orElseThrow();
    assertThat(refusal.id()).isEqualTo("cannot-lock");
    assertThat(refusal.message()).contains(why);
    assertThat(refusal.place()).isPresent();
  }

  @Test
  void aCommentStaysAComment() throws Exception {
    String text =
        LockText.of(locked("app"), List.of("a\nevil==1\n#.txt"), "x", ReaderOptions.none());
    assertThat(text.lines()).noneMatch(line -> line.startsWith("evil"));
  }

  private static LockedRequirements locked(String... lines) throws InterruptedException {
    return lock(Architecture.values(), lines).value().orElseThrow();
  }

  private static Checked<LockedRequirements> lock(Architecture[] architectures, String... lines)
      throws InterruptedException {
    List<DeclaredRequirement> declared = new ArrayList<>();
    for (int at = 0; at < lines.length; at++) {
      Requirement requirement = Requirement.parse(lines[at]);
      SourceSpan place =
          new SourceSpan("requirements.txt", at + 1, 1, lines[at].length(), lines[at]);
      declared.add(
          new DeclaredRequirement(
              lines[at], Optional.of(requirement), requirement.url(), false, List.of(), place));
    }
    Map<Architecture, Resolved> resolutions = new EnumMap<>(Architecture.class);
    for (Architecture architecture : architectures) {
      TargetPlatform target = new TargetPlatform(SLIM_311.python(), SLIM_311.libc(), architecture);
      ResolutionRequest request =
          new ResolutionRequest(
              target,
              declared.stream()
                  .map(each -> new RootRequirement(each.requirement().orElseThrow(), each.place()))
                  .toList(),
              List.of(),
              ResolutionRequest.Formats.ANY,
              false,
              ResolutionRequest.HashMode.AS_GIVEN);
      resolutions.put(architecture, (Resolved) new Resolver(INDEX).resolve(request));
    }
    return LockedRequirements.of(
        new ProjectRequirements(
            List.of(Path.of("requirements.txt")),
            declared,
            List.of(),
            ReaderOptions.none(),
            List.of()),
        resolutions);
  }

  private static String withShortHashes(String text) {
    return Pattern.compile("[0-9a-f]{64}").matcher(text).replaceAll("#");
  }
}
