package wheelbase.findings;

import java.util.List;
import wheelbase.diagnostic.Diagnostic;

/** Looks for one kind of trouble. */
interface Finder {
  /** What there is of it, in the order in which it matters. */
  List<Diagnostic> in(Surveyed project) throws InterruptedException;
}
