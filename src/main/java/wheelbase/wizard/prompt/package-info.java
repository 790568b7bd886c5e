/**
 * The wizard line by line, for terminals that cannot be drawn on and for people who do not want it:
 * the questions of {@link wheelbase.wizard} asked one after the other.
 */
package wheelbase.wizard.prompt;
