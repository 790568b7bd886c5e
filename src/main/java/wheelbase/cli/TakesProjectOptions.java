package wheelbase.cli;

/** A command with the options that all have which look at a project. */
interface TakesProjectOptions {
  /** How what it says is to look is among them, wherever it fails. */
  ProjectOptions projectOptions();
}
