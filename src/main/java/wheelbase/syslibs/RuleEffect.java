package wheelbase.syslibs;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import wheelbase.platform.DistributionRelease;

/**
 * What a rule puts into the stages of an image on one release.
 *
 * @param build distribution packages for the build stage
 * @param run distribution packages for the runtime stage
 * @param impossible why it cannot work there; empty where it can
 * @param unnamed ids that nobody knows a name of there
 */
public record RuleEffect(
    List<String> build, List<String> run, List<String> impossible, List<String> unnamed) {
  public RuleEffect {
    build = List.copyOf(build);
    run = List.copyOf(run);
    impossible = List.copyOf(impossible);
    unnamed = List.copyOf(unnamed);
  }

  /**
   * @param library by its id
   */
  static RuleEffect of(
      Rule rule, DistributionRelease release, Function<String, SystemLibrary> library) {
    SortedSet<String> build = new TreeSet<>();
    SortedSet<String> run = new TreeSet<>();
    SortedSet<String> unnamed = new TreeSet<>();
    List<String> impossible = new ArrayList<>(rule.impossible().stream().toList());
    for (String id : rule.build()) {
      SystemLibrary found = library.apply(id);
      found
          .on(release)
          .ifPresentOrElse(
              there -> build.addAll(there.build().orElse(List.of())), () -> unnamed.add(id));
      found.whyNoneToBuild(release).ifPresent(impossible::add);
    }
    for (String id : rule.run()) {
      SystemLibrary found = library.apply(id);
      found
          .on(release)
          .ifPresentOrElse(
              there -> run.addAll(there.run().orElse(List.of())), () -> unnamed.add(id));
      found.whyNoneToRun(release).ifPresent(impossible::add);
    }
    return new RuleEffect(
        List.copyOf(build),
        List.copyOf(run),
        impossible.stream().distinct().toList(),
        List.copyOf(unnamed));
  }
}
