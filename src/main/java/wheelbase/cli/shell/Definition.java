package wheelbase.cli.shell;

/**
 * A word and what it means: a variable of the environment, a file, an exit code.
 *
 * @param term as it is typed
 */
public record Definition(String term, String meaning) {}
