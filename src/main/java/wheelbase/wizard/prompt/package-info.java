/**
 * The wizard line by line, on JLine: for dumb and small terminals and for screen readers. Nothing
 * is drawn, nothing is said twice, and no meaning is in colours alone.
 *
 * <p>{@link wheelbase.wizard.prompt.PromptWizard} walks the same steps as the full screen, over
 * {@link wheelbase.wizard.prompt.Lines}, of which a terminal is one kind.
 */
package wheelbase.wizard.prompt;
