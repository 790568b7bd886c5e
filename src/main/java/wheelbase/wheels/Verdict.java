package wheelbase.wheels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What installing one package on one target comes to, and why.
 *
 * @param file what pip would take; empty where nothing fits or the package is outside the index
 * @param reasons why it is not better: the nearest files first, and why each does not fit; empty
 *     for a wheel
 */
public record Verdict(VerdictClass kind, Optional<String> file, List<Reason> reasons) {
  public Verdict {
    reasons = List.copyOf(reasons);
  }

  /** Why the nearest wheel does not fit; else what is said of the package itself. May be empty. */
  public String why() {
    return reasons.stream()
        .filter(reason -> reason.file().endsWith(".whl") && !reason.id().equals("other-version"))
        .findFirst()
        .map(reason -> "closest wheel: " + reason.message())
        .or(() -> reasons.stream().findFirst().map(Reason::message))
        .orElse("");
  }

  /** The first reason of that kind. */
  public Optional<Reason> reason(String id) {
    return reasons.stream().filter(reason -> reason.id().equals(id)).findFirst();
  }

  /** An sdist with something in it to compile, of which it is known that pip leaves that out. */
  public Verdict withoutCompiling(Reason why) {
    return new Verdict(
        VerdictClass.PURE_SDIST,
        file,
        reasons.stream().map(reason -> reason.id().equals("compiles") ? why : reason).toList());
  }

  /** The same file under another class, for one more reason. */
  public Verdict as(VerdictClass other, Reason reason) {
    List<Reason> more = new ArrayList<>(reasons);
    more.add(reason);
    return new Verdict(other, file, more);
  }
}
