package wheelbase.dockerfile;

/**
 * A file to be written into a project.
 *
 * @param name in the project's directory
 * @param existingMayStay whether one that is there already, and different, is as good: it is kept,
 *     and the rest is written
 */
public record GeneratedFile(String name, String text, boolean existingMayStay) {}
