package wheelbase.wizard.screen;

import wheelbase.ProjectOutline;
import wheelbase.ProjectOutline.DeclaredPython;
import wheelbase.application.Application;
import wheelbase.wizard.screen.Rows.Piece;

/** What was found in a project, a line each. */
final class FoundRows {
  private FoundRows() {}

  static Rows of(ProjectOutline outline, Canvas canvas) {
    Rows rows = new Rows(canvas.columns(), canvas.glyphs());
    requirements(rows, outline);
    for (DeclaredPython declared : outline.pythonDeclarations()) {
      found(
          rows,
          declared.declaration().place().file() + ":" + declared.declaration().place().line(),
          "Python " + declared.declaration().text());
    }
    Application application = outline.application();
    application
        .foundIn()
        .ifPresent(
            place ->
                found(
                    rows,
                    place,
                    application.framework().title()
                        + application.entryPoint().map(each -> ", " + each).orElse("")));
    return rows;
  }

  private static void requirements(Rows rows, ProjectOutline outline) {
    if (outline.requirementsFiles().isEmpty()) {
      return;
    }
    int count = outline.requirementCount();
    String includes =
        outline.includedFiles().isEmpty()
            ? ""
            : ", with " + String.join(", ", outline.includedFiles());
    found(
        rows,
        String.join(", ", outline.requirementsFiles()),
        count + (count == 1 ? " requirement" : " requirements") + includes);
  }

  private static void found(Rows rows, String where, String what) {
    rows.words(new Piece(Role.STRONG, where + "  "), Role.PLAIN, what);
  }
}
