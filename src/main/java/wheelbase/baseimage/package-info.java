/**
 * The base images there are, what an application weighs on each, and which one to take. Read {@link
 * wheelbase.baseimage.Recommendation} first: it ranks {@link wheelbase.baseimage.Candidate}s. Those
 * are made from the {@link wheelbase.baseimage.Catalogue}, through {@link
 * wheelbase.baseimage.ImageSelection}; {@link wheelbase.baseimage.SizeEstimate} weighs them, with
 * {@link wheelbase.baseimage.PackageWeight} for distribution packages and {@link
 * wheelbase.baseimage.PinSize} for Python packages. Dates are passed in; nothing here asks for the
 * time or leaves the program.
 */
package wheelbase.baseimage;
