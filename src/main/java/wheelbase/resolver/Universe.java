package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
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
  private static final PackageName PYTHON = new PackageName("python");

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
  private final Set<Candidate> read = new HashSet<>();

  /** The target's Python, which pip treats as one more package. */
  private final PackageNode interpreter =
      new PackageNode(PYTHON, Collections.emptySortedSet(), Project.outsideTheIndex(PYTHON));

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
   * @param ofPython what its metadata ask of the target's Python
   * @param demands what it asks of packages, in the order of its metadata
   * @param impossible what its metadata say against the target
   */
  record Asked(
      Optional<Demand> ofPython, List<Demand> demands, Optional<Incompatibility> impossible) {
    Asked {
      demands = List.copyOf(demands);
    }

    /** As pip hears of it: Python first. */
    List<Demand> all() {
      if (ofPython.isEmpty()) {
        return demands;
      }
      List<Demand> all = new ArrayList<>();
      all.add(ofPython.get());
      all.addAll(demands);
      return all;
    }
  }

  Collection<PackageNode> nodes() {
    return nodes.values();
  }

  /** The node of the target's Python; among neither {@link #nodes()} nor pins. */
  PackageNode interpreter() {
    return interpreter;
  }

  /** How many candidates' metadata were asked for. */
  int metadataRead() {
    return read.size();
  }

  /** Whether the candidate's metadata were asked for, be it for other extras. */
  boolean isRead(PackageNode node, int place) {
    return node.project().isOutsideTheIndex()
        || read.contains(node.project().candidates().at(place).get());
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

  /**
   * The candidates that pip would try for a node.
   *
   * @param demands what is asked of a node
   */
  Pool pool(PackageNode node, Function<PackageNode, List<Demand>> demands) {
    List<Demand> all = new ArrayList<>(demands.apply(node));
    if (node.hasExtras()) {
      all.addAll(demands.apply(withoutExtras(node)));
    }
    return Pool.of(node, all, request.allowPrereleases());
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
    Term term = Term.of(node, place);
    List<Demand> demands = new ArrayList<>();
    if (node.hasExtras()) {
      demands.add(
          new Demand(
              Optional.of(term),
              node(node.name(), Set.of()),
              Optional.empty(),
              SpecifierSet.any(),
              term.set(),
              new Cause.SameRelease(node)));
    }
    if (node.project().isOutsideTheIndex()) {
      return new Asked(Optional.empty(), demands, Optional.empty());
    }
    Candidate candidate = node.project().candidates().at(place).get();
    read.add(candidate);
    CoreMetadata metadata = index.metadata(candidate.file());
    Optional<Demand> ofPython = Optional.empty();
    if (!node.hasExtras()) {
      ofPython =
          metadata
              .requiresPython()
              .filter(specifiers -> !specifiers.isEmpty())
              .map(specifiers -> ofPython(term, candidate, specifiers));
    }
    if (metadata.requiresPython().isPresent() && !metadata.requiresPython().get().admits(python)) {
      Cause cause =
          new Cause.RequiresPython(node, candidate.version(), metadata.requiresPython().get());
      return new Asked(ofPython, demands, Optional.of(Incompatibility.of(cause, term)));
    }
    if (!request.followsDependencies()) {
      return new Asked(ofPython, demands, Optional.empty());
    }
    for (Requirement requirement : dependencies(node, metadata)) {
      demands.addAll(
          demands(
              Optional.of(term),
              requirement,
              on -> new Cause.Dependency(node, candidate.version(), requirement, on)));
    }
    return new Asked(ofPython, demands, Optional.empty());
  }

  private Demand ofPython(Term parent, Candidate candidate, SpecifierSet specifiers) {
    CandidateSet itself = interpreter.project().everything().withoutAbsence();
    return new Demand(
        Optional.of(parent),
        interpreter,
        Optional.empty(),
        specifiers,
        specifiers.admits(python) ? itself : CandidateSet.none(itself.size()),
        new Cause.RequiresPython(parent.node(), candidate.version(), specifiers));
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
