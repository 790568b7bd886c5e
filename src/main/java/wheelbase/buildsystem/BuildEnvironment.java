package wheelbase.buildsystem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
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

  /** A package that is installed on the way, and what it is wanted for, each with its version. */
  record Link(BuildDependency built, String forWhat) {
    /** {@code numpy 1.23.2, which pandas 1.5.3 is built with}. */
    public String title() {
      return built.title() + ", which " + forWhat + " is built with";
    }

    private Optional<String> obstacle() {
      Optional<String> impossible = built.needs().impossible().stream().findFirst();
      return impossible.isPresent()
          ? impossible.map(why -> title() + ", cannot work there: " + why)
          : built
              .environment()
              .flatMap(
                  below -> below instanceof Impossible each ? Optional.of(each) : Optional.empty())
              .map(each -> title() + ", cannot be built there: " + String.join("; ", each.why()));
    }
  }

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
    Set<String> files = new HashSet<>();
    return links(title).stream().filter(link -> files.add(link.built().file().fileName())).toList();
  }

  /** The links of the chain that need a compiler. */
  default List<Link> compiled(String title) {
    return chain(title).stream().filter(link -> link.built().compiles()).toList();
  }

  /**
   * Why the build fails, as far as what it is built with shows; empty where it need not.
   *
   * @param title of the package that this environment is for
   */
  default Optional<String> obstacle(String title) {
    return this instanceof Impossible impossible
        ? Optional.of(String.join("; ", impossible.why()))
        : links(title).stream().flatMap(link -> link.obstacle().stream()).findFirst();
  }

  /** What could not be found out of any of the chain; empty where all is known. */
  default Optional<String> unseen(String title) {
    return this instanceof Unseen unseen
        ? Optional.of(unseen.why())
        : links(title).stream()
            .flatMap(link -> link.built().environment().stream())
            .flatMap(below -> below instanceof Unseen each ? Stream.of(each.why()) : Stream.empty())
            .findFirst();
  }

  /** A release more than once where it is wanted for several. */
  private List<Link> links(String title) {
    List<Link> links = new ArrayList<>();
    collect(title, links, Collections.newSetFromMap(new IdentityHashMap<>()));
    return links;
  }

  /** Environments are shared by all that are built in the same way, and so looked at once. */
  private void collect(String title, List<Link> links, Set<BuildEnvironment> seen) {
    for (BuildDependency each : dependencies()) {
      each.environment()
          .filter(seen::add)
          .ifPresent(below -> below.collect(each.title(), links, seen));
      links.add(new Link(each, title));
    }
  }
}
