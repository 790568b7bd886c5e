package wheelbase.requirements;

import java.util.List;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.MarkerEnvironment;

/** A lock file: what it pins on a target, known without resolving. */
public interface Lock {
  LockFormat format();

  /** As the user would name it. */
  String file();

  /** The extras and groups that are installed from it. */
  Selection selection();

  /** The indexes that its packages come from, as it names them. */
  List<String> indexes();

  Pinned on(MarkerEnvironment target);

  /**
   * What is installed on one target.
   *
   * @param pins without markers; each a version with the hashes of its files, or an address
   * @param faults errors: the lock was not made for this target, or has nothing for it
   */
  record Pinned(List<DeclaredRequirement> pins, List<Diagnostic> faults) {
    public Pinned {
      pins = List.copyOf(pins);
      faults = List.copyOf(faults);
    }
  }
}
