package wheelbase.resolver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.Requirement;
import wheelbase.platform.Architecture;
import wheelbase.platform.Libc;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.ResolutionRequest.Formats;
import wheelbase.testing.MiniIndex;

/** Resolutions drawn in a few words, on Python 3.11.7 and glibc 2.36, amd64. */
final class Drawn {
  static final TargetPlatform TARGET =
      new TargetPlatform(new PythonRelease(3, 11, 7), Libc.glibc(2, 36), Architecture.AMD64);

  private Drawn() {}

  static ResolutionRequest request(String... requirements) {
    return constrained(List.of(requirements), List.of());
  }

  static ResolutionRequest constrained(List<String> requirements, List<String> constraints) {
    return request(requirements, constraints, Formats.ANY, false);
  }

  static ResolutionRequest wheelsOnly(String... requirements) {
    return request(List.of(requirements), List.of(), Formats.WHEELS_ONLY, false);
  }

  static ResolutionRequest request(
      List<String> requirements,
      List<String> constraints,
      Formats formats,
      boolean allowPrereleases) {
    return new ResolutionRequest(
        TARGET,
        roots("requirements.txt", requirements),
        roots("constraints.txt", constraints),
        formats,
        allowPrereleases,
        ResolutionRequest.HashMode.AS_GIVEN);
  }

  private static List<RootRequirement> roots(String file, List<String> lines) {
    List<RootRequirement> roots = new ArrayList<>();
    for (String line : lines) {
      roots.add(
          new RootRequirement(
              Requirement.parse(line), SourceSpan.line(file, roots.size() + 1, line)));
    }
    return roots;
  }

  static Resolution resolve(MiniIndex index, ResolutionRequest request) {
    try {
      return new Resolver(index).resolve(request);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Name to version, or {@code "outside"}; of a conflict its explanation. */
  static Map<String, String> pins(MiniIndex index, ResolutionRequest request) {
    return resolve(index, request)
        .fold(
            resolved -> {
              Map<String, String> pins = new TreeMap<>();
              resolved
                  .pins()
                  .forEach(
                      (name, pin) ->
                          pins.put(
                              name.value(), pin.version().map(Object::toString).orElse("outside")));
              return pins;
            },
            conflict -> Map.of("conflict", String.join("; ", conflict.explanation())));
  }
}
