/**
 * The build of an image as data, then as text: {@link wheelbase.dockerfile.DockerfilePlan} decides
 * on the stages, the instructions and the reason of each; {@link
 * wheelbase.dockerfile.DockerfileWriter} turns it into a file through {@code templates/}; {@link
 * wheelbase.dockerfile.ProjectWriter} puts that and {@code .dockerignore} into the project.
 */
package wheelbase.dockerfile;
