package wheelbase.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wheelbase.diagnostic.Diagnostic;

/** A base of which nothing says what is in it: what could not be looked for on it. */
final class UnjudgedBase implements Finder {
  private static final String WHY =
      "its Python and its release decide which wheels fit, what compiles, which libraries are"
          + " missing and what packages are called: none of that was looked for, all else was";

  @Override
  public List<Finding> find(Audited audited) {
    List<Finding> found = new ArrayList<>();
    if (audited.image().filter(UnjudgedBase::isDistroless).isPresent()) {
      return found;
    }
    Set<String> told = new LinkedHashSet<>();
    for (StageFacts stage : audited.stages()) {
      boolean wanted =
          !stage.pipInstalls().isEmpty()
              || audited.image().filter(stage::equals).isPresent()
                  && audited.pipInstalls().findAny().isPresent();
      StageFacts first = stage.chain().get(0);
      if (wanted
          && !isJudged(audited, first)
          && told.add(audited.scopes().base(first.stage()).value())) {
        found.add(finding(audited, first));
      }
    }
    return found;
  }

  private static boolean isJudged(Audited audited, StageFacts stage) {
    return stage.base().flatMap(BaseName::image).isPresent()
        || audited.scopes().base(stage.stage()).value().equals("scratch");
  }

  /** What is in these is known, and a build stage before them has Debian's own Python. */
  private static boolean isDistroless(StageFacts image) {
    return image
        .base()
        .filter(base -> base.reference().repository().startsWith("distroless/"))
        .isPresent();
  }

  private static Finding finding(Audited audited, StageFacts stage) {
    String written = audited.dockerfile().source().written(stage.stage().base().extent());
    String name = stage.base().map(base -> base.reference().text()).orElse(written);
    return new Finding(
        Diagnostic.note("base-not-judged", "what is in `" + name + "` is not known here")
            .withHint(hint(stage, name))
            .at(audited.place(stage.stage().base().extent())),
        WHY);
  }

  private static String hint(StageFacts stage, String name) {
    if (stage.base().isEmpty()) {
      return "give its variables a default: ARG NAME=value before the first FROM";
    }
    boolean tagged =
        stage.base().get().reference().tag().isPresent()
            || stage.base().get().reference().digest().isPresent();
    return "say it: wheelbase audit --base " + name + (tagged ? "" : ":TAG") + "=debian:13/3.13";
  }
}
