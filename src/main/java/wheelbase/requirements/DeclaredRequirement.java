package wheelbase.requirements;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.Marker;
import wheelbase.pep508.MarkerEnvironment;
import wheelbase.pep508.Requirement;

/**
 * One requirement or constraint of a requirements file.
 *
 * @param text as written, without options and comments
 * @param requirement the parsed form; empty for a requirement whose name is not in its text (a bare
 *     URL, VCS address or path without {@code #egg=}): such a one is outside the index
 * @param link the URL, VCS address or path where the requirement names one; a path as {@code file:}
 *     address
 * @param editable given with {@code -e}
 * @param hashes {@code algorithm:digest}, as given with {@code --hash}
 * @param place where it is written
 * @param extras normalised; also of a requirement without a name ({@code .[web]})
 * @param marker also of a requirement without a name
 * @param configSettings what {@code --config-settings} hands to the build
 */
public record DeclaredRequirement(
    String text,
    Optional<Requirement> requirement,
    Optional<String> link,
    boolean editable,
    List<String> hashes,
    SourceSpan place,
    Set<String> extras,
    Optional<Marker> marker,
    Map<String, String> configSettings) {
  public DeclaredRequirement {
    hashes = List.copyOf(hashes);
    extras = Set.copyOf(extras);
    configSettings = Map.copyOf(configSettings);
  }

  /** Extras and marker are those of the parsed form. */
  public DeclaredRequirement(
      String text,
      Optional<Requirement> requirement,
      Optional<String> link,
      boolean editable,
      List<String> hashes,
      SourceSpan place) {
    this(
        text,
        requirement,
        link,
        editable,
        hashes,
        place,
        requirement.map(Requirement::extras).orElse(Set.of()),
        requirement.flatMap(Requirement::marker),
        Map.of());
  }

  /** Whether it is asked for on a target, as its marker says; pip sets no {@code extra} here. */
  public boolean holdsOn(MarkerEnvironment target) {
    return marker.map(condition -> condition.holds(target, Set.of())).orElse(true);
  }

  /** VCS, URL and path requirements: the index is not asked about them. */
  public boolean isOutsideTheIndex() {
    return link.isPresent();
  }

  /**
   * The text with another requirement in the place of this one; the marker stays as it is written.
   *
   * @return empty where no name and specifier is written here
   */
  public Optional<String> withReplacement(Requirement replacement) {
    RequirementRewriting rewriting = RequirementRewriting.of(text);
    return rewriting.kept() == 0 || isOutsideTheIndex()
        ? Optional.empty()
        : Optional.of(
            rewriting.replacedBy(replacement) + text.substring(rewriting.subject().length()));
  }

  /** The text for showing: passwords in addresses are starred. */
  public String shownText() {
    return Credentials.hidden(text);
  }
}
