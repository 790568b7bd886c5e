/**
 * The user's own container engine (docker, podman, buildah) as a process: builds an image, runs a
 * command in it, reads its configuration, removes it again. Arguments are lists and never go
 * through a shell. Read {@link wheelbase.engine.Engine} first.
 */
package wheelbase.engine;
