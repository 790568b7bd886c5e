/**
 * The build of an image as data, then as text: {@link wheelbase.dockerfile.DockerfilePlan} has the
 * stages, the instructions and the reason of each; templates turn it into a file.
 */
package wheelbase.dockerfile;
