package wheelbase.requirements.lock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.PackageName;
import wheelbase.requirements.Declared;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.FileNames;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.Lock;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.Selection;
import wheelbase.requirements.pyproject.ProjectReader;
import wheelbase.requirements.pyproject.Pyproject;
import wheelbase.requirements.pyproject.Toml;

/** Reads a lock file, and the file beside it that it was made from. */
public final class LockReader {
  private static final String PYPROJECT = "pyproject.toml";
  private static final String PIPFILE = "Pipfile";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path root;
  private final FileReader files;

  /**
   * @param root the project's directory: places name files relative to it
   */
  public LockReader(Path root, FileReader files) {
    this.root = root.toAbsolutePath().normalize();
    this.files = files;
  }

  /**
   * @param format of the one file among the inputs
   * @return the lock, with the user's own requirements that led to it as far as they are known;
   *     where it cannot be read, an error among the diagnostics
   */
  public ProjectRequirements read(LockFormat format, Inputs inputs) {
    Path path = root.resolve(inputs.files().get(0)).normalize();
    String name = FileNames.within(root, path);
    if (inputs.files().size() > 1 || !inputs.constraints().isEmpty()) {
      return failed(
          inputs.options(),
          Diagnostic.error(
                  "lock-not-alone", name + " pins everything: no other file can be read beside it")
              .withHint("name it alone, or leave it out"));
    }
    Optional<String> content;
    try {
      content = files.read(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return failed(
          inputs.options(),
          Diagnostic.error(
              "unreadable-requirements-file",
              name + " cannot be read: " + unreadable.getMessage()));
    }
    if (content.isEmpty()) {
      return failed(
          inputs.options(),
          Diagnostic.error("missing-requirements-file", "there is no file " + name));
    }
    return format == LockFormat.PIPENV
        ? pipenv(path, name, content.get(), inputs)
        : toml(format, path, Toml.parse(name, content.get()), inputs);
  }

  private static ProjectRequirements failed(ReaderOptions options, Diagnostic error) {
    return new ProjectRequirements(List.of(), List.of(), List.of(), options, List.of(error));
  }

  private ProjectRequirements toml(LockFormat format, Path path, Toml toml, Inputs inputs) {
    Optional<Diagnostic> fault =
        toml.fault().or(() -> LockVersion.fault(format, toml.tree(), toml.name()));
    if (fault.isPresent()) {
      return failed(inputs.options(), fault.get());
    }
    LockFile text = LockFile.of(toml, path.getParent());
    if (format == LockFormat.PYLOCK) {
      return pylock(path, text, inputs);
    }
    Path beside = path.resolveSibling(PYPROJECT);
    Optional<Pyproject> pyproject = new ProjectReader(root, files, Map.of()).pyproject(beside);
    if (pyproject.isEmpty()) {
      return failed(
          inputs.options(),
          Diagnostic.error(
              "missing-requirements-file",
              text.file() + " is of a " + PYPROJECT + " that is not there"));
    }
    Declared own = pyproject.get().selected(inputs.selection(), FileNames.within(root, beside));
    Staleness staleness = new Staleness(text, own.requirements());
    List<Diagnostic> diagnostics = new ArrayList<>(own.diagnostics());
    diagnostics.addAll(
        format == LockFormat.UV
            ? staleness.ofUv(pyproject.get())
            : staleness.ofPoetry(toml(beside)));
    UvLock ofUv = new UvLock(text, inputs.selection());
    if (format == LockFormat.UV) {
      diagnostics.addAll(ofUv.contradictions());
    }
    Lock lock =
        format == LockFormat.UV
            ? ofUv
            : new PoetryLock(text, inputs.selection(), own.requirements());
    return taken(List.of(path, beside), own.requirements(), lock, diagnostics, inputs)
        .offering(pyproject.get().offered());
  }

  private static ProjectRequirements pylock(Path path, LockFile text, Inputs inputs) {
    Selection offered =
        new Selection(
            names(text.tree().path("extras")), names(text.tree().path("dependency-groups")));
    PylockLock lock = new PylockLock(text, inputs.selection());
    return taken(
            List.of(path),
            lock.everything(),
            lock,
            inputs.selection().unknown(text.file(), offered.extras(), offered.groups()),
            inputs)
        .offering(offered);
  }

  private ProjectRequirements pipenv(Path path, String name, String content, Inputs inputs) {
    JsonNode tree;
    try {
      tree = JSON.readTree(content);
    } catch (JsonProcessingException unreadable) {
      return failed(
          inputs.options(),
          Diagnostic.error(
              "invalid-json",
              name + " is not JSON: " + unreadable.getOriginalMessage().replaceAll("\\s+", " ")));
    }
    Optional<Diagnostic> fault = LockVersion.fault(LockFormat.PIPENV, tree, name);
    if (fault.isPresent()) {
      return failed(inputs.options(), fault.get());
    }
    LockFile text = LockFile.of(name, path.getParent(), content.lines().toList(), tree);
    Path beside = path.resolveSibling(PIPFILE);
    Toml pipfile = toml(beside);
    List<DeclaredRequirement> own = new Pipfile(pipfile).requirements(inputs.selection());
    List<Diagnostic> diagnostics = new ArrayList<>();
    diagnostics.addAll(inputs.selection().unknown(name, Set.of(), PipfileLock.groups(text)));
    diagnostics.addAll(new Staleness(text, own).ofPipenv(pipfile));
    boolean alone = pipfile.tree().isEmpty();
    PipfileLock lock = new PipfileLock(text, inputs.selection());
    return taken(
            alone ? List.of(path) : List.of(path, beside),
            alone ? lock.everything() : own,
            lock,
            diagnostics,
            inputs)
        .offering(new Selection(Set.of(), PipfileLock.groups(text)));
  }

  /** Empty where there is no such file, or it cannot be read: then the lock stands alone. */
  private Toml toml(Path file) {
    String name = FileNames.within(root, file);
    try {
      return Toml.parse(
          name,
          files.read(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(""));
    } catch (IOException unreadable) {
      return Toml.parse(name, "");
    }
  }

  private static ProjectRequirements taken(
      List<Path> read,
      List<DeclaredRequirement> own,
      Lock lock,
      List<Diagnostic> diagnostics,
      Inputs inputs) {
    return new ProjectRequirements(
        read, own, List.of(), inputs.options(), diagnostics, Optional.of(lock), Selection.NONE);
  }

  private static Set<String> names(JsonNode array) {
    Set<String> names = new TreeSet<>();
    array.forEach(element -> names.add(PackageName.normalize(element.asText())));
    return names;
  }
}
