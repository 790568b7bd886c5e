/**
 * What shells and {@code man} are told of a program, generated from picocli's model of its
 * commands: nothing here knows a command or an option by name.
 */
package wheelbase.cli.shell;
