package wheelbase.buildsystem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wheelbase.pep508.Requirement;

/** The isolated environment that pip makes to build an sdist in, on one target. */
public sealed interface BuildEnvironment {
  /**
   * All of it can be installed.
   *
   * @param added what the backend asks for besides, and was not there already
   * @param dependencies sorted by name, those of {@code added} after the others
   */
  record Complete(BuildDemand demand, List<Requirement> added, List<BuildDependency> dependencies)
      implements BuildEnvironment {
    public Complete {
      added = List.copyOf(added);
      dependencies = List.copyOf(dependencies);
    }
  }

  /**
   * It cannot be made, so that the build fails.
   *
   * @param why lines that go on after the name of the package
   */
  record Impossible(List<String> why) implements BuildEnvironment {
    public Impossible {
      why = List.copyOf(why);
    }
  }

  /**
   * It was not found out what is in it.
   *
   * @param why a clause in words
   */
  record Unseen(String why) implements BuildEnvironment {}

  /** A package that is built on the way, and what it is wanted for. */
  record Link(BuildDependency built, String forWhat) {}

  /** What is installed in it; empty where that cannot be, or is not known. */
  default List<BuildDependency> dependencies() {
    return this instanceof Complete complete ? complete.dependencies() : List.of();
  }

  /**
   * Everything that is installed to build a package, in this environment and in those below it:
   * what is built first comes first, each release once.
   *
   * @param title of the package that this environment is for
   */
  default List<Link> chain(String title) {
    List<Link> chain = new ArrayList<>();
    collect(title, chain, new LinkedHashSet<>());
    return List.copyOf(chain);
  }

  /** The links of the chain that need a compiler. */
  default List<Link> compiled(String title) {
    return chain(title).stream().filter(link -> link.built().compiles()).toList();
  }

  /** What could not be found out of any of the chain; empty where all is known. */
  default Optional<String> unseen(String title) {
    if (this instanceof Unseen unseen) {
      return Optional.of(unseen.why());
    }
    return chain(title).stream()
        .flatMap(link -> link.built().environment().stream())
        .flatMap(below -> below instanceof Unseen each ? Stream.of(each.why()) : Stream.empty())
        .findFirst();
  }

  private void collect(String title, List<Link> chain, Set<String> seen) {
    for (BuildDependency each : dependencies()) {
      if (seen.add(each.file().fileName())) {
        each.environment().ifPresent(below -> below.collect(each.title(), chain, seen));
        chain.add(new Link(each, title));
      }
    }
  }

  /**
   * Why the build fails, as far as what it is built with shows; empty where it need not.
   *
   * @param title of the package that this environment is for
   */
  default Optional<String> obstacle(String title) {
    if (this instanceof Impossible impossible) {
      return Optional.of(String.join("; ", impossible.why()));
    }
    for (Link link : chain(title)) {
      String whose = link.built().title() + ", which " + link.forWhat() + " is built with, ";
      if (!link.built().needs().impossible().isEmpty()) {
        return Optional.of(
            whose + "cannot work there: " + link.built().needs().impossible().get(0));
      }
      Optional<BuildEnvironment> below = link.built().environment();
      if (below.isPresent() && below.get() instanceof Impossible impossible) {
        return Optional.of(whose + "cannot be built there: " + String.join("; ", impossible.why()));
      }
    }
    return Optional.empty();
  }
}
