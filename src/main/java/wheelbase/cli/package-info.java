/**
 * The commands: what the user typed becomes values, the pipeline is wired and run, and what comes
 * out is printed. The only package that touches standard streams and ends the process; read {@link
 * wheelbase.cli.Main} first.
 */
package wheelbase.cli;
