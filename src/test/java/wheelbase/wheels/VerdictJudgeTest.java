package wheelbase.wheels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static wheelbase.testing.Targets.ALPINE_311;
import static wheelbase.testing.Targets.SLIM_311;
import static wheelbase.testing.Targets.SLIM_311_ARM;
import static wheelbase.testing.Targets.request;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Pin;
import wheelbase.resolver.ResolutionRequest.Formats;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.Resolver;
import wheelbase.testing.MiniIndex;

class VerdictJudgeTest {
  private static final String X86 = "cp311-cp311-manylinux_2_28_x86_64";

  @Test
  void aWheelThatFitsNeedsNoReason() throws Exception {
    assertThat(judge(MiniIndex.of("a 1 {wheel=" + X86 + ", sdist}"), SLIM_311))
        .isEqualTo(new Verdict(VerdictClass.WHEEL, Optional.of("a-1-" + X86 + ".whl"), List.of()));
  }

  @Test
  void anSdistInWhichNothingCompilesIsNoSourceBuild() throws Exception {
    Verdict verdict = judge(MiniIndex.of("a 1 {sdist}"), SLIM_311);
    assertThat(verdict.kind()).isEqualTo(VerdictClass.PURE_SDIST);
    assertThat(verdict.reasons()).extracting(Reason::id).containsExactly("no-wheel");
  }

  @Test
  void anSdistThatCompilesSaysWhat() throws Exception {
    Verdict verdict = judge(MiniIndex.of("a 1 {compiles=CPLUSPLUS}"), SLIM_311);
    assertThat(verdict.kind()).isEqualTo(VerdictClass.SOURCE_BUILD);
    assertThat(verdict.reasons()).extracting(Reason::message).last().isEqualTo("compiles C++");
  }

  @Test
  void theNearestWheelsComeFirstWithWhatIsWrongWithThem() throws Exception {
    MiniIndex index =
        MiniIndex.of(
            "a 1 {wheel=cp310-cp310-win_amd64}",
            "a 1 {wheel=" + X86 + "}",
            "a 1 {wheel=cp312-cp312-musllinux_1_2_x86_64}",
            "a 1 {compiles=C}");
    assertThat(judge(index, ALPINE_311).reasons())
        .extracting(Reason::id, Reason::message)
        .startsWith(
            tuple("python", "for Python 3.12 only"),
            tuple("libc-kind", "needs glibc, the image has musl"));
    assertThat(judge(index, SLIM_311_ARM).reasons())
        .extracting(Reason::id)
        .startsWith("architecture");
  }

  @Test
  void aReleaseIsUnusableWhereNothingFitsAndThereIsNoSdist() {
    MiniIndex index = MiniIndex.of("a 1 {wheel=" + X86 + "}");
    Verdict verdict =
        new VerdictJudge(index, Formats.ANY)
            .judge(new PackageName("a"), Version.parse("1"), ALPINE_311)
            .join();
    assertThat(verdict.kind()).isEqualTo(VerdictClass.UNUSABLE);
    assertThat(verdict.reasons().get(1).message())
        .isEqualTo("no file of a 1 fits cp311-musllinux_1_2_x86_64, and there is no sdist");
  }

  @Test
  void aYankedFileIsSaid() throws Exception {
    assertThat(judge(MiniIndex.of("a 1 {yanked}"), SLIM_311).reasons())
        .extracting(Reason::id)
        .containsExactly("yanked");
  }

  @Test
  void whatIsOutsideTheIndexIsUnknown() throws Exception {
    Resolved resolved = resolve(MiniIndex.of("b 1"), SLIM_311, "a @ git+https://index.test/a.git");
    Verdict verdict =
        new VerdictJudge(MiniIndex.of(), Formats.ANY)
            .judge(resolved.pins().get(new PackageName("a")), SLIM_311)
            .join();
    assertThat(verdict.kind()).isEqualTo(VerdictClass.UNKNOWN);
    assertThat(verdict.reasons()).extracting(Reason::id).containsExactly("outside-the-index");
  }

  private static Verdict judge(MiniIndex index, TargetPlatform target) throws InterruptedException {
    Pin pin = resolve(index, target, "a==1").pins().get(new PackageName("a"));
    return new VerdictJudge(index, Formats.ANY).judge(pin, target).join();
  }

  private static Resolved resolve(MiniIndex index, TargetPlatform target, String line)
      throws InterruptedException {
    return (Resolved) new Resolver(index).resolve(request(target, line));
  }
}
