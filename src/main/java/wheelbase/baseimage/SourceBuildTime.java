package wheelbase.baseimage;

/**
 * How long one package takes to be built from its sdist.
 *
 * @param seconds roughly
 * @param measured in a real build of some release of it; else estimated by language and size
 */
public record SourceBuildTime(int seconds, boolean measured) {}
