package wheelbase.wizard.prompt;

/** Where a reply leads. */
enum Way {
  ON,
  BACK,
  QUIT,
  /** The same is asked again. */
  AGAIN,
  /** The same is asked again, with the reply to be mended. */
  MEND
}
