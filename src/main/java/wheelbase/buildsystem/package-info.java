/**
 * What pip installs before it builds an sdist: the requirements that the sdist lists, resolved by
 * themselves for the target ({@link wheelbase.buildsystem.BuildEnvironments}), what the backend
 * adds to them ({@link wheelbase.buildsystem.BackendRequirement}), and which of these are built
 * from source in turn ({@link wheelbase.buildsystem.BuildEnvironment}). The idea is explained in
 * {@code src/site/markdown/build-requirements.md}.
 */
package wheelbase.buildsystem;
