package wheelbase.index.pypi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import wheelbase.index.BuildSystem;
import wheelbase.index.PythonSources;
import wheelbase.index.SdistContents;
import wheelbase.index.SdistContents.Language;

/**
 * Judges from the files of an sdist whether building it compiles anything. The build decides, not
 * the mere presence of C files, which also lie in tests and vendored sources: first the backend
 * that pyproject.toml names, then what setup.py says.
 */
final class SdistInspection {
  /** What lies beside the packages, or only builds and tests them. */
  private static final Pattern NOT_INSTALLED =
      Pattern.compile(
          "(?:tests?|testing|docs?|examples?|demos?|benchmarks?|tools|ci)/.*"
              + "|(?:setup|conftest|noxfile|fabfile|tasks)\\.py",
          Pattern.CASE_INSENSITIVE);

  private SdistInspection() {}

  static SdistContents of(SdistArchive archive) {
    Optional<JsonNode> pyproject = archive.text("pyproject.toml").flatMap(SdistMetadata::toml);
    String backend =
        pyproject.map(node -> node.at("/build-system/build-backend").asText("")).orElse("");
    Set<Language> sources = SourceLanguages.of(archive.members());
    Set<Language> needed = EnumSet.noneOf(Language.class);
    Set<Language> optional = EnumSet.noneOf(Language.class);
    List<String> evidence = new ArrayList<>();

    if (backend.startsWith("maturin")) {
      needed.add(Language.RUST);
      evidence.add("pyproject.toml: build-backend " + backend);
    } else if (backend.startsWith("scikit_build_core") || backend.startsWith("mesonpy")) {
      needed.addAll(sources);
      if (!needed.isEmpty()) {
        evidence.add("pyproject.toml: build-backend " + backend);
      }
    } else if (pyproject.map(node -> node.at("/build-system/backend-path").isArray()).orElse(false)
        && archive.text("setup.py").filter(text -> text.contains("setup(")).isEmpty()) {
      needed.addAll(sources);
      if (!needed.isEmpty()) {
        evidence.add("pyproject.toml: a build backend of its own");
      }
    } else {
      SetupScript script =
          SetupScript.of(
              archive.text("setup.py").orElse(""), archive.text("build.py").orElse(""), pyproject);
      evidence.addAll(script.evidence());
      Set<Language> languages = EnumSet.noneOf(Language.class);
      if (script.rust()) {
        languages.add(Language.RUST);
      }
      if (script.extensions()) {
        Set<Language> compiled = EnumSet.noneOf(Language.class);
        compiled.addAll(sources);
        compiled.remove(Language.RUST);
        if (compiled.isEmpty()) {
          compiled.add(Language.C);
        }
        languages.addAll(compiled);
      } else if (script.ownCommands() && !sources.isEmpty()) {
        languages.addAll(sources);
        evidence.add("setup.py: its own build commands, and sources to compile");
      }
      (script.fallsBack() ? optional : needed).addAll(languages);
    }
    if (!needed.isEmpty() || !optional.isEmpty()) {
      evidence.addAll(SourceLanguages.examples(archive.members()));
    }
    if (archive.isCutOff()) {
      evidence.add("only its beginning was looked at: it is too long");
    }
    long unpacked = 0;
    PythonSources installed = PythonSources.NONE;
    for (SdistArchive.Member member : archive.members()) {
      unpacked += member.size();
      if (!NOT_INSTALLED.matcher(member.path()).matches()) {
        installed = installed.plus(PythonSources.ofFile(member.path(), member.size()));
      }
    }
    return new SdistContents(
        needed, optional, evidence, BuildSystemReader.of(archive), unpacked, installed);
  }

  /** Of an archive that cannot be looked into: nothing is known to compile, and that is said. */
  static SdistContents unreadable(String fileName) {
    return new SdistContents(
        Set.of(), List.of(fileName + ": cannot be looked into"), BuildSystem.UNREAD, 0, 0);
  }

  static byte[] toBytes(SdistContents contents) {
    BuildSystem system = contents.buildSystem();
    return new Packing.Writer()
        .texts(names(contents.languages()))
        .texts(names(contents.optionalLanguages()))
        .texts(contents.evidence())
        .texts(system.requires())
        .number(contents.unpackedBytes())
        .number(contents.sources().bytes())
        .number(contents.sources().ofTests())
        .number(contents.sources().files())
        .text(system.declared().name())
        .optional(system.backend())
        .texts(system.setupRequires())
        .texts(system.unseen())
        .toBytes();
  }

  /** Empty where the bytes are damaged, or of another version of this program. */
  static Optional<SdistContents> fromBytes(byte[] bytes) {
    try {
      Packing.Reader reader = new Packing.Reader(bytes);
      Set<Language> languages = languages(reader.texts());
      Set<Language> optional = languages(reader.texts());
      List<String> evidence = reader.texts();
      List<String> requires = reader.texts();
      long unpackedBytes = reader.number();
      PythonSources sources = new PythonSources(reader.number(), reader.number(), reader.number());
      BuildSystem system =
          new BuildSystem(
              BuildSystem.Declared.valueOf(reader.text()),
              reader.optionalText(),
              requires,
              reader.texts(),
              reader.texts());
      return Optional.of(
          new SdistContents(languages, optional, evidence, system, unpackedBytes, sources));
    } catch (Packing.DamagedException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  private static List<String> names(Set<Language> languages) {
    return languages.stream().sorted().map(Language::name).toList();
  }

  private static Set<Language> languages(List<String> names) {
    Set<Language> languages = EnumSet.noneOf(Language.class);
    names.forEach(name -> languages.add(Language.valueOf(name)));
    return languages;
  }
}
