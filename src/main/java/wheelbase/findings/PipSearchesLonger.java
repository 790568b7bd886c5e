package wheelbase.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Resolved;
import wheelbase.survey.Whereabouts;

/** Where pip's own search was not followed to its end: the pins fit, and may not be pip's. */
final class PipSearchesLonger implements Finder {
  @Override
  public List<Diagnostic> in(Surveyed project) {
    return finding(project.resolved(), project.whereabouts()).stream().toList();
  }

  /** One for all targets: where pip gets lost on several, it does so over the same lines. */
  static Optional<Diagnostic> finding(
      Map<TargetPlatform, Resolved> resolved, Whereabouts whereabouts) {
    Map<TargetPlatform, Integer> rounds = new LinkedHashMap<>();
    resolved.forEach(
        (target, pins) -> pins.leftAfter().ifPresent(after -> rounds.put(target, after)));
    return rounds.values().stream()
        .min(Integer::compare)
        .map(
            fewest ->
                Diagnostic.note(
                        "pip-searches-longer",
                        "pip has found no solution after "
                            + fewest
                            + " rounds"
                            + whereabouts.unlessEverywhere(new ArrayList<>(rounds.keySet()))
                            + ": these pins fit, pip may take others or give up")
                    .withHint("with --lock these pins are what is installed"));
  }
}
