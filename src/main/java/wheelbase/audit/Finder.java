package wheelbase.audit;

import java.util.List;

/** Looks for one kind of fault. Where it cannot be sure, it says nothing. */
@FunctionalInterface
interface Finder {
  List<Finding> find(Audited audited);
}
