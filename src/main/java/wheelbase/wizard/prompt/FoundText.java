package wheelbase.wizard.prompt;

import wheelbase.ProjectOutline;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.Wording;

/** What was found in a project, a sentence each. */
final class FoundText {
  private FoundText() {}

  static void say(ProjectOutline outline, Speech speech) {
    if (!outline.requirementsFiles().isEmpty()) {
      String includes =
          outline.includedFiles().isEmpty()
              ? ""
              : ", with " + String.join(", ", outline.includedFiles());
      speech.sentence(
          String.join(", ", outline.requirementsFiles())
              + ": "
              + Wording.count(outline.requirementCount(), "requirement")
              + includes);
    }
    outline.pythonDeclarations().stream()
        .map(ProjectOutline.DeclaredPython::declaration)
        .forEach(
            declared ->
                speech.sentence(
                    declared.place().file()
                        + ":"
                        + declared.place().line()
                        + ": Python "
                        + declared.text()));
    outline
        .application()
        .foundIn()
        .ifPresent(
            place ->
                speech.sentence(
                    place
                        + ": "
                        + outline.application().framework().title()
                        + outline.application().entryPoint().map(each -> ", " + each).orElse("")));
    outline.diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity() != Severity.ERROR)
        .forEach(speech::problem);
    outline.diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .forEach(speech::problem);
  }
}
