/**
 * The base images there are, what an application weighs on each, and which one to take: {@link
 * wheelbase.baseimage.Catalogue}, {@link wheelbase.baseimage.Recommendation}.
 */
package wheelbase.baseimage;
