/**
 * The machine that an image runs on, as a value: {@link wheelbase.platform.TargetPlatform} yields
 * the marker environment and the tags that fit, by arithmetic. The host is never consulted.
 */
package wheelbase.platform;
