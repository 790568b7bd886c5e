package wheelbase.requirements.pyproject;

import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.RequirementEdit;

/** Unwinds an edit that cannot be made; its editor turns it into a diagnostic. */
final class EditRefused extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Diagnostic diagnostic;

  private EditRefused(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }

  /** A new version has new hashes, which only downloading its files would tell. */
  static EditRefused hashed(RequirementEdit edit, SourceSpan place) {
    return new EditRefused(
        error(edit, "edit-hashed", "the lines have hashes, and those of another file differ")
            .withHint("change it where the hashes are made: with pip-compile or uv, then again")
            .at(place));
  }

  static EditRefused locked(RequirementEdit edit, LockFormat format) {
    String name = edit.name().value();
    boolean otherName = edit.changesName();
    return new EditRefused(
        error(edit, "edit-locked", "a lock file is changed by the tool that keeps it")
            .withHint(
                (otherName ? "ask for " : "where it is not asked for, ask for ")
                    + edit.replacement()
                    + " in the file it was made from, then "
                    + (otherName ? format.makeCommand() : format.upgradeCommand(name))));
  }

  static EditRefused outsideTheIndex(RequirementEdit edit, DeclaredRequirement declared) {
    return new EditRefused(
        error(edit, "edit-outside-the-index", "the line names an address, not a version")
            .withHint("change it by hand: " + edit.replacement())
            .at(declared.place()));
  }

  static EditRefused byHand(RequirementEdit edit, Optional<SourceSpan> place) {
    Diagnostic error =
        error(edit, "edit-by-hand", "the way it is written cannot be edited by a program")
            .withHint("change it by hand: " + edit.replacement());
    return new EditRefused(place.map(error::at).orElse(error));
  }

  static EditRefused notNamed(RequirementEdit edit) {
    return new EditRefused(
        error(
                edit,
                "edit-not-named",
                "no line names "
                    + edit.name()
                    + ", and what other packages ask for stays asked for")
            .withHint("--cure NAME:REQUIREMENT with a NAME of the requirements files"));
  }

  static EditRefused notNamedInPyproject(RequirementEdit edit) {
    return new EditRefused(
        error(edit, "edit-by-hand", "pyproject.toml does not name " + edit.name())
            .withHint("add it to its dependencies by hand: \"" + edit.replacement() + "\""));
  }

  static EditRefused outsideTheProject(RequirementEdit edit, String file) {
    return new EditRefused(
        error(edit, "edit-outside-the-project", file + " is not in the project")
            .withHint("change it by hand: " + edit.replacement()));
  }

  static EditRefused encoding(RequirementEdit edit, String file) {
    return new EditRefused(
        error(edit, "edit-encoding", file + " is not in UTF-8").withHint("save it as UTF-8"));
  }

  static EditRefused unreadable(RequirementEdit edit, String file) {
    return new EditRefused(error(edit, "edit-unreadable", file + " cannot be read"));
  }

  private static Diagnostic error(RequirementEdit edit, String id, String why) {
    return Diagnostic.error(id, edit.name() + " cannot be made " + edit.replacement() + ": " + why);
  }
}
