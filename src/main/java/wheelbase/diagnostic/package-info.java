/**
 * What went wrong or deserves a word, as values: {@link wheelbase.diagnostic.Diagnostic} is one
 * finding, {@link wheelbase.diagnostic.SourceSpan} the text that it is about, {@link
 * wheelbase.diagnostic.Spelling} what was probably meant. Imports nothing of wheelbase; every other
 * package may import it.
 */
package wheelbase.diagnostic;
