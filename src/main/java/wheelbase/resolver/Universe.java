package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import wheelbase.index.CoreMetadata;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.MarkerEnvironment;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;

/**
 * What there is to choose from on one target: nodes, their projects, and what each candidate asks
 * for. Read from the index when it is first asked about.
 */
final class Universe {
  private final ResolutionRequest request;
  private final Lookahead index;
  private final Set<PackageName> outside;
  private final MarkerEnvironment environment;
  private final Version python;
  private final Map<PackageName, Project> projects = new HashMap<>();
  private final Map<String, PackageNode> nodes = new LinkedHashMap<>();
  private final Map<PackageNode, PackageNode> itself = new HashMap<>();
  private final Map<PackageName, List<RootRequirement>> constraints = new HashMap<>();
  private final Map<PackageNode, Map<Integer, Asked>> asked = new HashMap<>();

  /**
   * @param outside the packages that are named by an address, not looked up on the index
   */
  Universe(ResolutionRequest request, Lookahead index, Set<PackageName> outside) {
    this.request = request;
    this.index = index;
    this.outside = outside;
    this.environment = request.target().markerEnvironment();
    this.python = Version.parse(request.target().python().toString());
    for (RootRequirement constraint : request.constraints()) {
      if (holds(constraint.requirement(), Set.of())) {
        constraints
            .computeIfAbsent(constraint.requirement().name(), name -> new ArrayList<>())
            .add(constraint);
      }
    }
  }

  /**
   * What a candidate asks for.
   *
   * @param impossible what its metadata say against the target
   */
  record Asked(List<Demand> demands, Optional<Incompatibility> impossible) {
    Asked {
      demands = List.copyOf(demands);
    }
  }

  Collection<PackageNode> nodes() {
    return nodes.values();
  }

  PackageNode node(PackageName name, Set<String> extras) throws InterruptedException {
    SortedSet<String> sorted = new TreeSet<>(extras);
    String key = name + sorted.toString();
    PackageNode known = nodes.get(key);
    if (known == null) {
      known = new PackageNode(name, sorted, project(name));
      nodes.put(key, known);
      if (known.hasExtras()) {
        itself.put(known, node(name, Set.of()));
      }
    }
    return known;
  }

  /** The package itself, of a node with extras that something asked for. */
  PackageNode withoutExtras(PackageNode node) {
    return itself.get(node);
  }

  private Project project(PackageName name) throws InterruptedException {
    Project known = projects.get(name);
    if (known == null) {
      known =
          outside.contains(name)
              ? Project.outsideTheIndex(name)
              : Project.onIndex(index.candidates(name), constraints.getOrDefault(name, List.of()));
      projects.put(name, known);
    }
    return known;
  }

  /** What the user asks for on this target. */
  List<Demand> roots() throws InterruptedException {
    List<Demand> demands = new ArrayList<>();
    for (RootRequirement root : request.requirements()) {
      if (holds(root.requirement(), Set.of())) {
        demands.addAll(
            demands(Optional.empty(), root.requirement(), on -> new Cause.Root(root, on)));
      }
    }
    return demands;
  }

  boolean holds(Requirement requirement, Set<String> extras) {
    return requirement.appliesIn(environment, extras);
  }

  /** Waits for the candidate's metadata where they are not there yet. */
  Asked asked(PackageNode node, int place) throws InterruptedException {
    Map<Integer, Asked> known = asked.computeIfAbsent(node, any -> new HashMap<>());
    Asked answer = known.get(place);
    if (answer == null) {
      answer = read(node, place);
      known.put(place, answer);
    }
    return answer;
  }

  private Asked read(PackageNode node, int place) throws InterruptedException {
    CandidateSet itself = CandidateSet.of(node.project().everything().size(), place);
    Term term = new Term(node, itself);
    List<Demand> demands = new ArrayList<>();
    if (node.hasExtras()) {
      demands.add(
          new Demand(
              Optional.of(term),
              node(node.name(), Set.of()),
              Optional.empty(),
              SpecifierSet.any(),
              itself,
              new Cause.SameRelease(node)));
    }
    if (node.project().isOutsideTheIndex()) {
      return new Asked(demands, Optional.empty());
    }
    Candidate candidate = node.project().candidates().at(place).get();
    CoreMetadata metadata = index.metadata(candidate.file());
    if (metadata.requiresPython().isPresent() && !metadata.requiresPython().get().admits(python)) {
      Cause cause =
          new Cause.RequiresPython(node, candidate.version(), metadata.requiresPython().get());
      return new Asked(demands, Optional.of(Incompatibility.of(cause, term)));
    }
    if (!request.followsDependencies()) {
      return new Asked(demands, Optional.empty());
    }
    for (Requirement requirement : dependencies(node, metadata)) {
      demands.addAll(
          demands(
              Optional.of(term),
              requirement,
              on -> new Cause.Dependency(node, candidate.version(), requirement, on)));
    }
    return new Asked(demands, Optional.empty());
  }

  /** What a release asks for on the target, with the extras that it is asked for. */
  List<Requirement> dependencies(PackageNode node, CoreMetadata metadata) {
    Set<String> extras = new TreeSet<>(node.extras());
    extras.retainAll(metadata.providesExtras());
    return metadata.requires().stream().filter(each -> holds(each, extras)).toList();
  }

  /**
   * As pip splits them: a requirement with extras and a specifier also asks the same of the package
   * itself.
   */
  private List<Demand> demands(
      Optional<Term> parent, Requirement requirement, Function<PackageNode, Cause> cause)
      throws InterruptedException {
    if (requirement.url().isPresent() && !outside.contains(requirement.name())) {
      throw new OutsideTheIndex(requirement.name());
    }
    List<Demand> demands = new ArrayList<>();
    if (!requirement.extras().isEmpty() && !requirement.specifier().isEmpty()) {
      demands.add(demand(parent, node(requirement.name(), Set.of()), requirement, cause));
    }
    demands.add(demand(parent, node(requirement.name(), requirement.extras()), requirement, cause));
    return demands;
  }

  private static Demand demand(
      Optional<Term> parent,
      PackageNode on,
      Requirement requirement,
      Function<PackageNode, Cause> cause) {
    return new Demand(
        parent,
        on,
        Optional.of(requirement),
        requirement.specifier(),
        on.project().admittedBy(requirement.specifier()),
        cause.apply(on));
  }

  /** A dependency names its package by an address: all begins anew with that known. */
  static final class OutsideTheIndex extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient PackageName name;

    OutsideTheIndex(PackageName name) {
      super(name.value(), null, false, false);
      this.name = name;
    }

    PackageName name() {
      return name;
    }
  }
}
