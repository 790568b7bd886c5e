package wheelbase.index.pypi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.index.BuildSystem;
import wheelbase.index.BuildSystem.Declared;

/** Reads from the files of an sdist what is asked for before it is built. */
final class BuildSystemReader {
  private static final String SETUP_REQUIRES = "setup_requires";

  private BuildSystemReader() {}

  static BuildSystem of(SdistArchive archive) {
    Optional<String> pyproject = archive.text("pyproject.toml");
    if (pyproject.isEmpty() && archive.isCutOff()) {
      return BuildSystem.UNREAD;
    }
    Optional<JsonNode> toml = pyproject.flatMap(SdistMetadata::toml);
    if (pyproject.isPresent() && toml.isEmpty()) {
      return BuildSystem.UNREAD;
    }
    JsonNode table = toml.map(node -> node.path("build-system")).orElse(null);
    if (table == null || table.isMissingNode()) {
      return of(Declared.BY_DEFAULT, Optional.empty(), List.of(), archive);
    }
    Optional<String> backend =
        Optional.of(table.path("build-backend").asText("")).filter(text -> !text.isEmpty());
    if (!table.path("requires").isArray()) {
      return of(Declared.WITHOUT_REQUIRES, backend, List.of(), archive);
    }
    List<String> requires = new ArrayList<>();
    table.path("requires").forEach(text -> requires.add(text.asText()));
    return of(Declared.LISTED, backend, requires, archive);
  }

  private static BuildSystem of(
      Declared declared, Optional<String> backend, List<String> requires, SdistArchive archive) {
    List<String> setup = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    SetupCfg.parse(archive.text("setup.cfg").orElse(""))
        .list("options", SETUP_REQUIRES)
        .ifPresent(setup::addAll);
    String code = PythonCode.withoutProse(archive.text("setup.py").orElse(""));
    if (code.contains(SETUP_REQUIRES)) {
      PythonCode.textsHandedOver(SETUP_REQUIRES, code)
          .ifPresentOrElse(setup::addAll, () -> unseen.add("setup.py: " + SETUP_REQUIRES));
    }
    return new BuildSystem(declared, backend, requires, setup, unseen);
  }
}
