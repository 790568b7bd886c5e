package wheelbase.testing;

import java.util.List;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.Requirement;
import wheelbase.platform.Architecture;
import wheelbase.platform.Libc;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.ResolutionRequest;
import wheelbase.resolver.RootRequirement;

/** Targets and requirements to try things on. */
public final class Targets {
  public static final TargetPlatform SLIM_311 = target(11, Libc.glibc(2, 36), Architecture.AMD64);
  public static final TargetPlatform SLIM_311_ARM =
      target(11, Libc.glibc(2, 36), Architecture.ARM64);
  public static final TargetPlatform SLIM_312 = target(12, Libc.glibc(2, 36), Architecture.AMD64);
  public static final TargetPlatform ALPINE_311 = target(11, Libc.musl(1, 2), Architecture.AMD64);

  private Targets() {}

  public static TargetPlatform target(int minor, Libc libc, Architecture architecture) {
    return new TargetPlatform(new PythonRelease(3, minor, 5), libc, architecture);
  }

  /** Each requirement on a line of its own in {@code requirements.txt}. */
  public static ResolutionRequest request(TargetPlatform target, String... requirements) {
    List<String> lines = List.of(requirements);
    return new ResolutionRequest(
        target,
        lines.stream()
            .map(
                line ->
                    new RootRequirement(
                        Requirement.parse(line),
                        SourceSpan.line("requirements.txt", lines.indexOf(line) + 1, line)))
            .toList(),
        List.of(),
        ResolutionRequest.Formats.ANY,
        false,
        ResolutionRequest.HashMode.AS_GIVEN);
  }
}
