/**
 * The machine that an image runs on, as a value: {@link wheelbase.platform.TargetPlatform} yields
 * the marker environment and the tags that fit, by arithmetic, and {@link
 * wheelbase.platform.TagMismatch} says why a wheel does not fit. The host is never consulted. Of
 * wheelbase it imports {@code pep425} and {@code pep508}.
 */
package wheelbase.platform;
