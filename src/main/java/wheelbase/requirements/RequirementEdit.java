package wheelbase.requirements;

import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.pep508.RequirementSyntaxException;

/**
 * What is to be asked for instead of a project: {@code grpcio} becomes {@code grpcio==1.78.1}, or
 * {@code psycopg2} becomes {@code psycopg2-binary==2.9.10}.
 *
 * @param name the project whose lines are rewritten
 * @param replacement without a marker and without an address: the lines keep their markers
 */
public record RequirementEdit(PackageName name, Requirement replacement) {
  public RequirementEdit {
    if (replacement.marker().isPresent()) {
      throw new IllegalArgumentException("the marker of the line is kept: leave it out here");
    }
    if (replacement.url().isPresent()) {
      throw new IllegalArgumentException("an address cannot be put in: a version is wanted");
    }
  }

  /**
   * From {@code NAME:REQUIREMENT}.
   *
   * @throws IllegalArgumentException whose message says what would be right
   */
  public static RequirementEdit parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("a colon is wanted between the name and what replaces it");
    }
    String name = text.substring(0, colon).strip();
    if (!PackageName.isValid(name)) {
      throw new IllegalArgumentException("`" + name + "` is not the name of a package");
    }
    try {
      return new RequirementEdit(
          new PackageName(name), Requirement.parse(text.substring(colon + 1).strip()));
    } catch (RequirementSyntaxException fault) {
      throw new IllegalArgumentException(
          "`" + text.substring(colon + 1).strip() + "` is not a requirement: " + fault.getMessage(),
          fault);
    }
  }

  /** Whether another project takes the place of this one. */
  public boolean changesName() {
    return !replacement.name().equals(name);
  }

  /** {@code NAME:REQUIREMENT}, which {@link #parse} reads. */
  @Override
  public String toString() {
    return name + ":" + replacement;
  }
}
