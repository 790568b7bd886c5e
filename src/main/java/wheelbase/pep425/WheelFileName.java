package wheelbase.pep425;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;

/**
 * A wheel's file name, taken apart ("File name convention" in PEP 427): {@code
 * name-version[-build]-python-abi-platform.whl}. The original text is {@link #fileName}.
 *
 * @param name the project, normalised; it may be one that no project can have, since packaging
 *     takes letters of every script here
 * @param build the build tag as written; empty where there is none
 * @param tags the tags, expanded, in the order of the file name
 */
public record WheelFileName(
    String fileName, String name, Version version, Optional<String> build, Set<Tag> tags) {
  private static final String EXTENSION = ".whl";
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.]+");

  public WheelFileName {
    tags =
        tags.size() == 1
            ? Set.copyOf(tags)
            : Collections.unmodifiableSet(new LinkedHashSet<>(tags));
  }

  /**
   * @throws IllegalArgumentException where it is not a wheel's name, with the reason
   */
  public static WheelFileName parse(String fileName) {
    if (!fileName.endsWith(EXTENSION)) {
      throw invalid(fileName, "it does not end with " + EXTENSION);
    }
    String[] parts = fileName.substring(0, fileName.length() - EXTENSION.length()).split("-", -1);
    if (parts.length != 5 && parts.length != 6) {
      throw invalid(fileName, "it has " + parts.length + " parts, not 5 or 6");
    }
    int tagsAt = parts.length - 3;
    Optional<String> build = parts.length == 6 ? Optional.of(parts[2]) : Optional.empty();
    if (build.isPresent() && BuildTag.tryParse(build.get()).isEmpty()) {
      throw invalid(fileName, "its build number does not begin with a digit");
    }
    return new WheelFileName(
        fileName,
        name(parts[0], fileName),
        Version.tryParse(parts[1])
            .orElseThrow(() -> invalid(fileName, "`" + parts[1] + "` is not a version")),
        build,
        Tag.expand(parts[tagsAt], parts[tagsAt + 1], parts[tagsAt + 2])
            .orElseThrow(() -> invalid(fileName, "its tags are not well formed")));
  }

  /** As {@link #parse}, empty where it is not a wheel's name. */
  public static Optional<WheelFileName> tryParse(String fileName) {
    try {
      return Optional.of(parse(fileName));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The build number, taken apart for comparing. */
  public Optional<BuildTag> buildTag() {
    return build.flatMap(BuildTag::tryParse);
  }

  /** Runs of hyphens and the like are one underscore in a file name, so two are wrong. */
  private static String name(String part, String fileName) {
    if (part.contains("__") || !NAME.matcher(part).matches()) {
      throw invalid(fileName, "`" + part + "` is not a project's name");
    }
    return PackageName.normalize(part);
  }

  private static IllegalArgumentException invalid(String fileName, String reason) {
    return new IllegalArgumentException("not a wheel's name: `" + fileName + "`: " + reason);
  }
}
