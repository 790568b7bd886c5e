/**
 * Reads any Dockerfile as BuildKit does: parser directives, continuation lines, comments,
 * here-documents, flags, exec and shell forms, stages and variables, each with its place in the
 * text. What is wrong with a file is a list of diagnostics, never an exception.
 *
 * <p>No library for the JVM reads here-documents or keeps places, so this is our own; {@code
 * scripts/dockerfile-truth} asks BuildKit's parser, and the vectors taken from it are a test. Start
 * at {@link wheelbase.dockerfile.syntax.DockerfileReader}.
 */
package wheelbase.dockerfile.syntax;
