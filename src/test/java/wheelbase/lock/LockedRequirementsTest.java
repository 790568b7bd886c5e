package wheelbase.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static wheelbase.testing.Targets.SLIM_311;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.index.CoreMetadata;
import wheelbase.index.CoreMetadata.Provenance;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.Architecture;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.FileSources;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.resolver.Pin;
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
            FileSources.UNTOLD);
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
    FileSources options =
        new FileSources(
            Optional.of("https://index.test/first/"),
            List.of("https://me:secret@index.test/second/"),
            false,
            List.of("https://index.test/links/", "/home/me/wheels", "wheels"),
            List.of("index.test"),
            Map.of());
    assertThat(LockText.of(locked("app"), List.of("requirements.txt"), "x", options))
        .contains(
            """

            --index-url https://index.test/first/
            --extra-index-url https://index.test/second/
            --find-links https://index.test/links/
            --trusted-host index.test

            app==1""")
        .doesNotContain("secret", "wheels\n");
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
  void whatIsAskedForOnNoTargetOfTheImageIsNoObstacle() throws Exception {
    String text =
        LockText.of(
            locked(
                "app",
                "tool @ git+https://index.test/tool.git@v1 ; sys_platform == 'win32'",
                "older @ https://index.test/older-1.tar.gz ; python_version < '3.9'"),
            List.of("requirements.txt"),
            "x",
            FileSources.UNTOLD);
    assertThat(text).contains("app==1").doesNotContain("tool", "older");
  }

  @Test
  void whatLiesOnThisMachineIsRefused() {
    ReleaseFile file =
        new ReleaseFile(
            new PackageName("app"),
            Version.parse("1"),
            "app-1.tar.gz",
            URI.create("file:///wheels/app-1.tar.gz"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of("sha256", "0".repeat(64)),
            OptionalLong.empty(),
            Optional.empty(),
            ReleaseFile.MetadataOffer.UNSAID);
    Diagnostic refusal = of(pinned(file, Provenance.PKG_INFO)).refusal().orElseThrow();
    assertThat(refusal.id()).isEqualTo("cannot-lock");
    assertThat(refusal.message())
        .isEqualTo(
            "app-1.tar.gz cannot be locked: it lies on this machine, and nobody else vouches for"
                + " it");
  }

  @Test
  void itSaysOfWhatTheDependenciesAreNotKnown() {
    ReleaseFile file = INDEX.page(new PackageName("native")).join().files().get(1);
    assertThat(text(pinned(file, Provenance.UNKNOWN)))
        .contains(
            "# What native 5 depends on is not known: only what else the requirements name is"
                + " here\n");
    assertThat(text(pinned(file, Provenance.SETUP_PY))).doesNotContain("not known");
  }

  private static String text(Resolved resolved) {
    return LockText.of(
        of(resolved).value().orElseThrow(), List.of("a.txt"), "x", FileSources.UNTOLD);
  }

  private static Resolved pinned(ReleaseFile file, Provenance provenance) {
    CoreMetadata metadata = new CoreMetadata(List.of(), Set.of(), Optional.empty(), provenance);
    Pin pin =
        new Pin(
            file.project(),
            Optional.of(file.version()),
            Optional.of(file),
            Set.of(),
            Optional.of(metadata),
            List.of());
    return new Resolved(new TreeMap<>(Map.of(file.project(), pin)));
  }

  private static Checked<LockedRequirements> of(Resolved resolved) {
    return LockedRequirements.of(
        new ProjectRequirements(List.of(), List.of(), List.of(), ReaderOptions.NONE, List.of()),
        Map.of(SLIM_311, resolved));
  }

  @Test
  void aCommentStaysAComment() throws Exception {
    String text = LockText.of(locked("app"), List.of("a\nevil==1\n#.txt"), "x", FileSources.UNTOLD);
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
    Map<TargetPlatform, Resolved> resolutions = new LinkedHashMap<>();
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
      resolutions.put(target, (Resolved) new Resolver(INDEX).resolve(request));
    }
    return LockedRequirements.of(
        new ProjectRequirements(
            List.of(Path.of("requirements.txt")),
            declared,
            List.of(),
            ReaderOptions.NONE,
            List.of()),
        resolutions);
  }

  private static String withShortHashes(String text) {
    return Pattern.compile("[0-9a-f]{64}").matcher(text).replaceAll("#");
  }
}
