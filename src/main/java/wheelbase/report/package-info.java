/**
 * An {@link wheelbase.Analysis} as text and as JSON. Writes to no terminal: everything here returns
 * a string, and what comes from packages or files is shown in it, never obeyed. Text is laid out on
 * a {@link wheelbase.report.Page}; read {@link wheelbase.report.CheckText} first.
 */
package wheelbase.report;
