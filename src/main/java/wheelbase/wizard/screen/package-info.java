/**
 * The wizard full screen: pages drawn on a {@link wheelbase.wizard.screen.Canvas}, which lanterna
 * brings to the terminal. What is drawn follows from the page alone; decisions are in {@link
 * wheelbase.wizard}.
 */
package wheelbase.wizard.screen;
