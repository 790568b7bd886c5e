package wheelbase.requirements;

import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.Requirement;

/**
 * One requirement or constraint of a requirements file.
 *
 * @param text as written, without options and comments
 * @param requirement the parsed form; empty for a requirement whose name is not in its text (a bare
 *     URL, VCS address or path without {@code #egg=}): such a one is outside the index
 * @param link the URL, VCS address or path where the requirement names one
 * @param editable given with {@code -e}
 * @param hashes {@code algorithm:digest}, as given with {@code --hash}
 * @param place where it is written
 */
public record DeclaredRequirement(
    String text,
    Optional<Requirement> requirement,
    Optional<String> link,
    boolean editable,
    List<String> hashes,
    SourceSpan place) {
  public DeclaredRequirement {
    hashes = List.copyOf(hashes);
  }

  /** VCS, URL and path requirements: the index is not asked about them. */
  public boolean isOutsideTheIndex() {
    return link.isPresent();
  }
}
