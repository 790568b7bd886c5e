package wheelbase.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.requirements.ReaderOptions;

/** What pip is told on this machine, apart from any project. */
final class PipSettings {
  private PipSettings() {}

  static ReaderOptions read(Map<String, String> environment) {
    return new ReaderOptions(
        Optional.ofNullable(environment.get("PIP_INDEX_URL")),
        List.of(),
        false,
        List.of(),
        Set.of(),
        Set.of(),
        false,
        false,
        false,
        List.of());
  }
}
