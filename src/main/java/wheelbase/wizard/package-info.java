/**
 * The guided set-up as plain values, without a terminal.
 *
 * <p>A {@link wheelbase.wizard.Step} asks {@link wheelbase.wizard.Question}s; what is said to them
 * are the {@link wheelbase.wizard.Answers}, one vocabulary for the full screen, the plain prompts,
 * the flags and the answers file. {@link wheelbase.wizard.Road} is the one way from answers to
 * files. {@link wheelbase.wizard.Wizard} walks the steps for a full screen: each shows a {@link
 * wheelbase.wizard.Page}, whose {@link wheelbase.wizard.KeyBinding}s are both what a key does and
 * what the help line says.
 */
package wheelbase.wizard;
