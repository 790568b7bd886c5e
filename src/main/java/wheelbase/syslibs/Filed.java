package wheelbase.syslibs;

/**
 * What a file of the rules says, and which file that is.
 *
 * @param file how to call it in a message
 * @param own whether it is the user's own; else it is shipped
 */
public record Filed<T>(String file, boolean own, T content) {}
