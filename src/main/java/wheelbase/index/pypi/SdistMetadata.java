package wheelbase.index.pypi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import wheelbase.index.CoreMetadata.Provenance;

/**
 * Says what an sdist depends on without running anything of it. In this order:
 *
 * <ol>
 *   <li>PKG-INFO of Metadata 2.2 and later, where Requires-Dist is not Dynamic: it holds for every
 *       wheel built from it (PEP 643);
 *   <li>PKG-INFO of any version, where the build backend is one that writes what pyproject.toml
 *       says (all but setuptools and those that wrap it);
 *   <li>{@code requires.txt} of setuptools' egg-info; an egg-info without one means none;
 *   <li>a static {@code [project]} table of pyproject.toml (PEP 621);
 *   <li>{@code install_requires} of setup.cfg;
 *   <li>a {@code setup.py} that writes its requirements out as texts, or has none.
 * </ol>
 */
final class SdistMetadata {
  private static final TomlMapper TOML = new TomlMapper();
  private static final Pattern UNCLEAR_SETUP =
      Pattern.compile("extras_require|\\*\\*\\s*\\w|\\bexec\\w*\\(|\\bsetup\\.cfg\\b|\\bpbr\\b");

  private SdistMetadata() {}

  /** Whether what was read so far settles the matter. */
  static boolean isSettled(SdistArchive archive) {
    return archive
            .text("PKG-INFO")
            .map(MetadataFields::parse)
            .filter(SdistMetadata::isBinding)
            .isPresent()
        || archive.text("PKG-INFO").isPresent()
            && archive.text("pyproject.toml").isPresent()
            && archive.eggInfo("requires.txt").isPresent();
  }

  /** The dependencies, or {@link Provenance#UNKNOWN}. */
  static MetadataText of(SdistArchive archive) {
    Optional<MetadataFields> pkgInfo =
        archive
            .text("PKG-INFO")
            .or(() -> archive.eggInfo("PKG-INFO"))
            .map(MetadataFields::parse)
            .filter(MetadataFields::isCoreMetadata);
    Optional<JsonNode> pyproject = archive.text("pyproject.toml").flatMap(SdistMetadata::toml);
    Optional<String> requiresPython =
        pkgInfo
            .flatMap(fields -> fields.first("Requires-Python"))
            .or(() -> projectText(pyproject, "requires-python"))
            .or(() -> setupCfg(archive).first("options", "python_requires"));
    if (pkgInfo.isPresent()
        && (isBinding(pkgInfo.get())
            || !isBuiltBySetuptools(pyproject) && archive.text("PKG-INFO").isPresent())) {
      return MetadataText.of(pkgInfo.get(), Provenance.PKG_INFO);
    }
    return fromEggInfo(archive, requiresPython)
        .or(() -> fromProject(pyproject, requiresPython))
        .or(() -> fromSetupCfg(archive, requiresPython))
        .or(() -> fromSetupPy(archive, requiresPython))
        .orElseGet(
            () -> new MetadataText(List.of(), List.of(), requiresPython, Provenance.UNKNOWN));
  }

  private static boolean isBinding(MetadataFields fields) {
    String version = fields.first("Metadata-Version").orElse("1.0");
    boolean static22 = version.matches("\\d{1,3}\\.\\d{1,3}") && compare(version, 2, 2) >= 0;
    return fields.isCoreMetadata()
        && static22
        && fields.all("Dynamic").stream()
            .noneMatch(
                name ->
                    name.equalsIgnoreCase("Requires-Dist")
                        || name.equalsIgnoreCase("Provides-Extra"));
  }

  private static int compare(String version, int major, int minor) {
    String[] parts = version.split("\\.");
    int first = Integer.compare(Integer.parseInt(parts[0]), major);
    return first != 0 ? first : Integer.compare(Integer.parseInt(parts[1]), minor);
  }

  /** Without a pyproject.toml, or without a backend in it, setuptools builds (PEP 517). */
  private static boolean isBuiltBySetuptools(Optional<JsonNode> pyproject) {
    String backend =
        pyproject.map(node -> node.at("/build-system/build-backend").asText("")).orElse("");
    return !backend.matches(
        "(?:poetry|flit|hatchling|pdm|maturin|mesonpy|scikit_build_core|uv_build|whey|enscons).*");
  }

  private static Optional<MetadataText> fromEggInfo(
      SdistArchive archive, Optional<String> requiresPython) {
    Optional<EggInfoRequires> requires =
        archive.eggInfo("requires.txt").map(EggInfoRequires::parse);
    if (requires.isEmpty() && archive.eggInfo("PKG-INFO").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MetadataText(
            requires.map(EggInfoRequires::requires).orElse(List.of()),
            requires.map(EggInfoRequires::extras).orElse(List.of()),
            requiresPython,
            Provenance.EGG_INFO));
  }

  private static Optional<MetadataText> fromProject(
      Optional<JsonNode> pyproject, Optional<String> requiresPython) {
    Optional<JsonNode> project = pyproject.map(node -> node.path("project"));
    if (project.isEmpty() || !project.get().isObject()) {
      return Optional.empty();
    }
    for (JsonNode dynamic : project.get().path("dynamic")) {
      if (dynamic.asText().equals("dependencies")
          || dynamic.asText().equals("optional-dependencies")) {
        return Optional.empty();
      }
    }
    List<String> requires = new ArrayList<>();
    List<String> extras = new ArrayList<>();
    project.get().path("dependencies").forEach(node -> requires.add(node.asText()));
    for (Map.Entry<String, JsonNode> extra :
        project.get().path("optional-dependencies").properties()) {
      extras.add(extra.getKey());
      StringBuilder section = new StringBuilder("[" + extra.getKey() + "]\n");
      extra.getValue().forEach(node -> section.append(node.asText()).append('\n'));
      requires.addAll(EggInfoRequires.parse(section.toString()).requires());
    }
    return Optional.of(new MetadataText(requires, extras, requiresPython, Provenance.PYPROJECT));
  }

  private static Optional<MetadataText> fromSetupCfg(
      SdistArchive archive, Optional<String> requiresPython) {
    SetupCfg setupCfg = setupCfg(archive);
    boolean setupPyAdds =
        archive.text("setup.py").filter(text -> text.contains("_require")).isPresent();
    Optional<List<String>> install = setupCfg.list("options", "install_requires");
    if (install.isEmpty() || setupPyAdds) {
      return Optional.empty();
    }
    StringBuilder sections = new StringBuilder(String.join("\n", install.get()));
    setupCfg
        .section("options.extras_require")
        .keySet()
        .forEach(
            extra ->
                sections
                    .append("\n[")
                    .append(extra)
                    .append("]\n")
                    .append(
                        String.join(
                            "\n",
                            setupCfg.list("options.extras_require", extra).orElse(List.of()))));
    if (install.get().stream().anyMatch(line -> line.startsWith("file:"))) {
      return Optional.empty();
    }
    EggInfoRequires requires = EggInfoRequires.parse(sections.toString());
    return Optional.of(
        new MetadataText(
            requires.requires(), requires.extras(), requiresPython, Provenance.SETUP_CFG));
  }

  /**
   * The list that setup.py hands over where it is written out as texts, and none where setup.py
   * hands over no requirements at all. Says nothing of a setup.py that passes on collected
   * arguments, runs other text, or names its requirements more than once.
   */
  private static Optional<MetadataText> fromSetupPy(
      SdistArchive archive, Optional<String> requiresPython) {
    Optional<String> code = archive.text("setup.py").map(PythonCode::withoutProse);
    if (!archive.isComplete()
        || code.isEmpty()
        || UNCLEAR_SETUP.matcher(code.get()).find()
        || setupCfg(archive).list("options", "install_requires").isPresent()) {
      return Optional.empty();
    }
    Optional<List<String>> requires =
        code.get().contains("install_requires")
            ? PythonCode.textsHandedOver("install_requires", code.get())
            : Optional.of(List.of());
    return requires.map(
        texts -> new MetadataText(texts, List.of(), requiresPython, Provenance.SETUP_PY));
  }

  private static SetupCfg setupCfg(SdistArchive archive) {
    return SetupCfg.parse(archive.text("setup.cfg").orElse(""));
  }

  private static Optional<String> projectText(Optional<JsonNode> pyproject, String key) {
    return pyproject
        .map(node -> node.path("project").path(key).asText(""))
        .filter(text -> !text.isEmpty());
  }

  /** Empty where it is no TOML. */
  static Optional<JsonNode> toml(String text) {
    try {
      return Optional.of(TOML.readTree(text));
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }
}
