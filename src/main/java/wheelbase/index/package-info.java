/**
 * What a package index says of a project, its releases and their files, as values, and {@link
 * wheelbase.index.PackageIndex}, the seam through which they are asked for.
 */
package wheelbase.index;
