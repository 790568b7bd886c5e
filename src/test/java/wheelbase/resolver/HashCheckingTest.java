package wheelbase.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.resolver.HashChecking.Fault;
import wheelbase.resolver.ResolutionRequest.Formats;
import wheelbase.resolver.ResolutionRequest.HashMode;
import wheelbase.testing.MiniIndex;

/** {@code --hash} as pip 26.3 has it. */
class HashCheckingTest {
  private static final String WHEEL = "a-1-py3-none-any.whl";
  private static final String SDIST = "a-1.tar.gz";

  private final MiniIndex index =
      MiniIndex.of("a 1 {wheel=py3-none-any, sdist}", "a 2", "b 1 -> a");

  /** A line, and the files whose digests it gives. */
  private static RootRequirement line(String requirement, String... files) {
    List<String> hashes = new ArrayList<>();
    for (String file : files) {
      hashes.add("sha256:" + MiniIndex.digest(file));
    }
    return new RootRequirement(
        Requirement.parse(requirement),
        SourceSpan.line("requirements.txt", 1, requirement),
        Hashes.of(hashes));
  }

  private static ResolutionRequest request(
      HashMode mode, List<RootRequirement> lines, List<RootRequirement> constraints) {
    return new ResolutionRequest(Drawn.TARGET, lines, constraints, Formats.ANY, false, mode);
  }

  private static ResolutionRequest request(RootRequirement... lines) {
    return request(HashMode.AS_GIVEN, List.of(lines), List.of());
  }

  private Resolved resolved(ResolutionRequest request) {
    return Drawn.resolve(index, request).resolved().orElseThrow();
  }

  private Map<String, String> files(ResolutionRequest request) {
    Map<String, String> files = new LinkedHashMap<>();
    resolved(request)
        .pins()
        .forEach((name, pin) -> files.put(name.value(), pin.file().get().fileName()));
    return files;
  }

  private Map<String, Fault> faults(ResolutionRequest request) {
    Map<String, Fault> faults = new LinkedHashMap<>();
    HashChecking.of(request)
        .faults(resolved(request))
        .forEach((name, fault) -> faults.put(name.value(), fault));
    return faults;
  }

  /** CandidateEvaluator.get_applicable_candidates and filter_unallowed_hashes. */
  @Nested
  class TheFileTaken {
    @Test
    void isOneWhoseHashIsGiven() {
      assertThat(files(request(line("a==1", SDIST)))).isEqualTo(Map.of("a", SDIST));
      assertThat(files(request(line("a==1", WHEEL)))).isEqualTo(Map.of("a", WHEEL));
      assertThat(files(request(line("a==1", WHEEL, SDIST)))).isEqualTo(Map.of("a", WHEEL));
    }

    @Test
    void isOfTheReleaseWhoseHashIsGiven() {
      assertThat(files(request(line("a", WHEEL)))).isEqualTo(Map.of("a", WHEEL));
    }

    @Test
    void isTheUsualOneWhereNoneHasAGivenHash() {
      assertThat(files(request(line("a==1", "other")))).isEqualTo(Map.of("a", WHEEL));
    }

    @Test
    void meetsAllLinesTogether() {
      assertThat(files(request(line("a==1", WHEEL, SDIST), line("a==1", SDIST))))
          .isEqualTo(Map.of("a", SDIST));
      assertThat(
              files(
                  request(
                      HashMode.AS_GIVEN,
                      List.of(line("a==1", WHEEL, SDIST)),
                      List.of(line("a", SDIST)))))
          .isEqualTo(Map.of("a", SDIST));
    }

    @Test
    void isFreeOfLinesForOtherTargets() {
      assertThat(
              files(request(line("a==1; python_version < '3'", SDIST), line("a==1", WHEEL, SDIST))))
          .isEqualTo(Map.of("a", WHEEL));
    }

    @Test
    void isYankedWhereOnlyThatHasAGivenHash() {
      MiniIndex yanked = MiniIndex.of("a 1 {yanked, wheel=py3-none-any}", "a 1 {sdist}");
      Resolution resolution = Drawn.resolve(yanked, request(line("a==1", WHEEL)));
      assertThat(resolution.resolved().orElseThrow().pins().values())
          .extracting(pin -> pin.file().get().fileName())
          .containsExactly(WHEEL);
    }

    @Test
    void leavesOutTheOthersForTheirHash() throws Exception {
      Candidates candidates =
          new Releases(index.page(new PackageName("a")).get())
              .candidates(
                  Drawn.TARGET,
                  Formats.ANY,
                  Hashes.of(Set.of("sha256:" + MiniIndex.digest(SDIST))));
      assertThat(candidates.skipped())
          .containsExactly(new SkippedFile(file(WHEEL), SkippedFile.Reason.HASH_NOT_ALLOWED));
    }

    private ReleaseFile file(String name) throws Exception {
      return index.page(new PackageName("a")).get().files().stream()
          .filter(file -> file.fileName().equals(name))
          .findFirst()
          .orElseThrow();
    }
  }

  /** RequirementCommand.get_requirements: one hash anywhere switches the mode on. */
  @Nested
  class TheMode {
    @Test
    void isInForceAsSoonAsOneLineHasAHash() {
      assertThat(HashChecking.of(request(line("a==1"))).isInForce()).isFalse();
      assertThat(HashChecking.of(request(line("b"), line("a==1", WHEEL))).isInForce()).isTrue();
    }

    @Test
    void isSwitchedOnByALineForAnotherTargetToo() {
      assertThat(HashChecking.of(request(line("a==1; python_version < '3'", WHEEL))).isInForce())
          .isTrue();
    }

    @Test
    void isSwitchedOnByAConstraint() {
      assertThat(
              HashChecking.of(
                      request(HashMode.AS_GIVEN, List.of(line("b")), List.of(line("a==1", WHEEL))))
                  .isInForce())
          .isTrue();
    }

    @Test
    void isWhatTheOptionsSay() {
      assertThat(
              HashChecking.of(request(HashMode.REQUIRED, List.of(line("a==1")), List.of()))
                  .isInForce())
          .isTrue();
      assertThat(
              HashChecking.of(
                      request(HashMode.NOT_REQUIRED, List.of(line("a==1", WHEEL)), List.of()))
                  .isInForce())
          .isFalse();
    }
  }

  /** RequirementPreparer._get_linked_req_hashes. */
  @Nested
  class TheFaults {
    @Test
    void areNoneWhereEveryPackageIsCovered() {
      assertThat(faults(request(line("b==1", "b-1-py3-none-any.whl"), line("a==1", SDIST))))
          .isEmpty();
    }

    @Test
    void areADependencyWithoutALine() {
      assertThat(faults(request(line("b==1", "b-1-py3-none-any.whl"))))
          .isEqualTo(Map.of("a", Fault.MISSING));
    }

    @Test
    void areALineWithoutAHash() {
      assertThat(faults(request(HashMode.REQUIRED, List.of(line("b==1"), line("a")), List.of())))
          .isEqualTo(Map.of("a", Fault.UNPINNED, "b", Fault.MISSING));
    }

    @Test
    void areAFileWithAnotherHash() {
      assertThat(faults(request(line("a==1", "other")))).isEqualTo(Map.of("a", Fault.MISMATCH));
    }

    /** Factory._iter_found_candidates hands a constraint's hashes to a line without any. */
    @Test
    void endWhereAConstraintGivesTheHash() {
      assertThat(
              faults(
                  request(
                      HashMode.AS_GIVEN,
                      List.of(line("b==1", "b-1-py3-none-any.whl")),
                      List.of(line("a==1", WHEEL)))))
          .isEmpty();
    }

    @Test
    void areOfGivenHashesOnlyWhereTheModeIsOff() {
      assertThat(
              faults(
                  request(
                      HashMode.NOT_REQUIRED, List.of(line("b"), line("a", "other")), List.of())))
          .isEqualTo(Map.of("a", Fault.MISMATCH));
    }
  }
}
