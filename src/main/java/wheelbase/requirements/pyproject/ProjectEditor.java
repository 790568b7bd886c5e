package wheelbase.requirements.pyproject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.FileNames;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.Inputs;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.RequirementEdit;
import wheelbase.requirements.RequirementsFileText;

/**
 * Makes edits to a project's requirements, in the text of its files: every line that names the
 * project in hand is rewritten, with what it includes and the constraints that would forbid the
 * result; where no line names it, one is added to the first file. Nothing is written.
 */
public final class ProjectEditor {
  private static final String PYPROJECT = "pyproject.toml";

  private final Path root;
  private final FileReader files;
  private final Map<String, String> environment;

  /**
   * @param root the project's directory
   * @param environment the variables that {@code ${NAME}} may name
   */
  public ProjectEditor(Path root, FileReader files, Map<String, String> environment) {
    this.root = root.toAbsolutePath().normalize();
    this.files = files;
    this.environment = Map.copyOf(environment);
  }

  /**
   * What the edits come to.
   *
   * @param texts the whole new text of each file that changes, by absolute path
   * @param diagnostics an error for each edit that cannot be made; nothing of it is
   */
  public record Edited(SortedMap<Path, String> texts, List<Diagnostic> diagnostics) {
    public Edited {
      texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** A lock is its tool's to change: every edit is refused with the command that makes it. */
  public static Edited refusedBy(LockFormat format, List<RequirementEdit> edits) {
    return new Edited(
        Collections.emptySortedMap(),
        edits.stream().map(edit -> EditRefused.locked(edit, format).diagnostic()).toList());
  }

  /** Of files whose optional parts are not wanted. */
  public Edited edit(
      List<Path> requirementsFiles, List<Path> constraintFiles, List<RequirementEdit> edits) {
    return edit(Inputs.of(requirementsFiles, constraintFiles, ReaderOptions.NONE).withEdits(edits));
  }

  /** Makes the edits in their order, each to what the ones before it left. */
  public Edited edit(Inputs inputs) {
    SortedMap<Path, String> texts = new TreeMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (RequirementEdit edit : inputs.edits()) {
      try {
        Map<Path, String> changed = changed(inputs, edit, texts);
        SortedMap<Path, String> together = new TreeMap<>(texts);
        together.putAll(changed);
        checkDone(inputs, edit, texts, together);
        texts = together;
      } catch (EditRefused refused) {
        diagnostics.add(refused.diagnostic());
      }
    }
    return new Edited(texts, diagnostics);
  }

  /**
   * Making an edit again must change nothing, and nothing may have become wrong by it: else the
   * text was not what it seemed, or one line serves two ends.
   */
  private void checkDone(
      Inputs inputs, RequirementEdit edit, Map<Path, String> before, Map<Path, String> texts)
      throws EditRefused {
    boolean again = !changed(inputs, edit, texts).isEmpty();
    if (again || errors(inputs, texts) > errors(inputs, before)) {
      throw EditRefused.byHand(edit, Optional.empty());
    }
  }

  private long errors(Inputs inputs, Map<Path, String> texts) {
    return read(inputs, files.edited(texts)).diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .count();
  }

  private ProjectRequirements read(Inputs inputs, FileReader now) {
    return new ProjectReader(root, now, environment)
        .read(
            new Inputs(
                inputs.files(),
                inputs.constraints(),
                inputs.selection(),
                ReaderOptions.NONE,
                List.of()));
  }

  private Map<Path, String> changed(Inputs inputs, RequirementEdit edit, Map<Path, String> before)
      throws EditRefused {
    FileReader now = files.edited(before);
    ProjectRequirements read = read(inputs, now);
    Map<DeclaredRequirement, Requirement> toRewrite = new LinkedHashMap<>();
    boolean named = false;
    for (DeclaredRequirement declared : read.requirements()) {
      if (names(declared, edit.name())) {
        named = true;
        if (!isDone(declared, edit)) {
          toRewrite.put(declared, edit.replacement());
        }
      } else if (names(declared, edit.replacement().name())) {
        named |= isDone(declared, edit);
        if (forbids(declared, edit)) {
          toRewrite.put(declared, edit.replacement());
        }
      }
    }
    for (DeclaredRequirement constraint : read.constraints()) {
      if (names(constraint, edit.replacement().name()) && forbids(constraint, edit)) {
        toRewrite.put(constraint, withoutExtras(edit.replacement()));
      }
    }
    for (DeclaredRequirement declared : toRewrite.keySet()) {
      refuseUneditable(declared, edit);
    }
    Map<Path, String> changed = rewritten(now, toRewrite, edit);
    if (!named) {
      add(now, read, inputs.files(), edit, changed);
    }
    return changed;
  }

  private static boolean names(DeclaredRequirement declared, PackageName name) {
    return declared.requirement().map(each -> each.name().equals(name)).orElse(false);
  }

  private static boolean isDone(DeclaredRequirement declared, RequirementEdit edit) {
    Requirement written = declared.requirement().orElseThrow();
    Requirement wanted = edit.replacement();
    return !declared.isOutsideTheIndex()
        && written.name().equals(wanted.name())
        && written.specifier().equals(wanted.specifier())
        && (wanted.extras().isEmpty() || written.extras().equals(wanted.extras()));
  }

  /** Whether no version can be what both ask for. */
  private static boolean forbids(DeclaredRequirement declared, RequirementEdit edit) {
    return declared.isOutsideTheIndex()
        || declared
            .requirement()
            .orElseThrow()
            .specifier()
            .and(edit.replacement().specifier())
            .isUnsatisfiable();
  }

  private static void refuseUneditable(DeclaredRequirement declared, RequirementEdit edit)
      throws EditRefused {
    if (declared.isOutsideTheIndex()) {
      throw EditRefused.outsideTheIndex(edit, declared);
    }
    if (!declared.hashes().isEmpty()) {
      throw EditRefused.hashed(edit, declared.place());
    }
  }

  private Map<Path, String> rewritten(
      FileReader now, Map<DeclaredRequirement, Requirement> toRewrite, RequirementEdit edit)
      throws EditRefused {
    Map<Path, Map<DeclaredRequirement, Requirement>> byFile = new LinkedHashMap<>();
    toRewrite.forEach(
        (declared, by) ->
            byFile
                .computeIfAbsent(
                    root.resolve(declared.place().file()).normalize(),
                    unused -> new LinkedHashMap<>())
                .put(declared, by));
    Map<Path, String> texts = new LinkedHashMap<>();
    for (Path file : byFile.keySet()) {
      refuseOutside(file, edit);
      byte[] content = content(now, file, edit);
      Map<DeclaredRequirement, Requirement> lines = byFile.get(file);
      Optional<String> text =
          file.endsWith(PYPROJECT)
              ? PyprojectText.replaced(
                  utf8(file, content, edit), lines.keySet(), edit.replacement())
              : readable(file, content, edit).replaced(byPlace(lines));
      SourceSpan first = lines.keySet().iterator().next().place();
      texts.put(file, text.orElseThrow(() -> EditRefused.byHand(edit, Optional.of(first))));
    }
    return texts;
  }

  /** A line that several files include is there once. */
  private static Map<SourceSpan, Requirement> byPlace(Map<DeclaredRequirement, Requirement> lines) {
    Map<SourceSpan, Requirement> places = new LinkedHashMap<>();
    lines.forEach((declared, by) -> places.putIfAbsent(declared.place(), by));
    return places;
  }

  /** A constraint cannot have any. */
  private static Requirement withoutExtras(Requirement requirement) {
    return new Requirement(
        requirement.name(), Set.of(), requirement.specifier(), Optional.empty(), Optional.empty());
  }

  private void add(
      FileReader now,
      ProjectRequirements read,
      List<Path> requirementsFiles,
      RequirementEdit edit,
      Map<Path, String> changed)
      throws EditRefused {
    if (edit.changesName()) {
      throw EditRefused.notNamed(edit);
    }
    if (read.options().requireHashes()
        || read.requirements().stream().anyMatch(each -> !each.hashes().isEmpty())) {
      throw EditRefused.hashed(edit, read.requirements().get(0).place());
    }
    Path file =
        requirementsFiles.stream()
            .filter(each -> !each.endsWith(PYPROJECT))
            .map(each -> root.resolve(each).normalize())
            .findFirst()
            .orElseThrow(() -> EditRefused.notNamedInPyproject(edit));
    refuseOutside(file, edit);
    String text = readable(file, content(now, file, edit), edit).added(edit.replacement());
    changed.put(file, text);
  }

  private void refuseOutside(Path file, RequirementEdit edit) throws EditRefused {
    if (!file.startsWith(root)) {
      throw EditRefused.outsideTheProject(edit, file.toString());
    }
  }

  private byte[] content(FileReader now, Path file, RequirementEdit edit) throws EditRefused {
    try {
      return now.read(file).orElseThrow(() -> EditRefused.unreadable(edit, nameOf(file)));
    } catch (IOException unreadable) {
      throw EditRefused.unreadable(edit, nameOf(file));
    }
  }

  private String utf8(Path file, byte[] content, RequirementEdit edit) throws EditRefused {
    String text = new String(content, StandardCharsets.UTF_8);
    if (!Arrays.equals(content, text.getBytes(StandardCharsets.UTF_8))) {
      throw EditRefused.encoding(edit, nameOf(file));
    }
    return text;
  }

  private RequirementsFileText readable(Path file, byte[] content, RequirementEdit edit)
      throws EditRefused {
    return RequirementsFileText.of(nameOf(file), content, environment)
        .orElseThrow(() -> EditRefused.encoding(edit, nameOf(file)));
  }

  private String nameOf(Path file) {
    return FileNames.within(root, file);
  }
}
