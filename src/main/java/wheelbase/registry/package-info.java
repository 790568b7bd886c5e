/**
 * A client of container registries (OCI distribution API): what digest a tag has today, what an
 * image was made from. {@link wheelbase.registry.Registry} is the seam, {@link
 * wheelbase.registry.HttpRegistry} asks over the network, {@link wheelbase.registry.OwnImages}
 * makes a base image of what is told. Nobody is asked unless the user wants a digest or names an
 * image of their own. May import OkHttp and Jackson.
 */
package wheelbase.registry;
