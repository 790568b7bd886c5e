package wheelbase.resolver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep508.MarkerEnvironment;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.resolver.Claim.Barrier;
import wheelbase.resolver.SkippedFile.Reason;

/** Takes the leaves off a tree of causes, and puts together what says the same. */
final class Claims {
  private final MarkerEnvironment environment;
  private final PythonWords pythons;
  private final Map<String, PackageNode> nodes = new LinkedHashMap<>();
  private final Map<Object, Claim.Line> lines = new LinkedHashMap<>();
  private final Map<Object, Claim.Need> needs = new LinkedHashMap<>();
  private final Map<Object, Barrier> barriers = new LinkedHashMap<>();

  private Claims(ResolutionRequest request) {
    this.environment = request.target().markerEnvironment();
    this.pythons = new PythonWords(request.target().python());
  }

  static List<Claim> of(Incompatibility conclusion, ResolutionRequest request) {
    Claims claims = new Claims(request);
    conclusion.leaves().forEach(claims::add);
    List<Claim> all = new ArrayList<>(claims.lines.values());
    all.addAll(claims.needs.values());
    all.addAll(claims.barriers.values());
    return all;
  }

  private void add(Incompatibility leaf) {
    leaf.terms().forEach(term -> nodes.putIfAbsent(term.node().toString(), term.node()));
    Cause cause = leaf.cause();
    if (cause instanceof Cause.Root root) {
      lines.putIfAbsent(
          root.root(),
          new Claim.Line(root.root(), false, on(root.root().requirement(), root.on())));
    } else if (cause instanceof Cause.Constraint constraint) {
      PackageNode node = itself(leaf.terms().get(0).node());
      lines.putIfAbsent(
          List.of(constraint.constraint()),
          new Claim.Line(constraint.constraint(), true, List.of(node)));
    } else if (cause instanceof Cause.Dependency dependency) {
      add(leaf, dependency);
    } else if (cause instanceof Cause.NoFile) {
      leaf.terms().forEach(this::addWithoutFile);
    } else if (cause instanceof Cause.RequiresPython python) {
      CandidateSet releases = leaf.term(python.node()).set();
      add(
          python.node(),
          releases,
          pythons.kind(List.of(python.python())),
          List.of(),
          Map.of(releases.next(0), List.of(python.python())));
    } else if (cause instanceof Cause.NotTaken notTaken) {
      addNotTaken(leaf, notTaken.pool().node());
    }
  }

  private void add(Incompatibility leaf, Cause.Dependency dependency) {
    Requirement requirement = dependency.requirement();
    // What the package needs without its extras is said of the package.
    PackageNode parent =
        requirement.appliesIn(environment, Set.of())
            ? itself(dependency.parent())
            : dependency.parent();
    Claim.Need need =
        new Claim.Need(
            parent,
            leaf.term(dependency.parent()).set(),
            List.of(requirement),
            on(requirement, dependency.on()));
    needs.merge(
        List.of(parent, requirement.toString()),
        need,
        (one, other) ->
            new Claim.Need(parent, one.releases().or(other.releases()), one.anyOf(), one.on()));
  }

  /** As pip splits them: one with extras and a specifier is also about the package itself. */
  private List<PackageNode> on(Requirement requirement, PackageNode one) {
    PackageNode asked = node(requirement.name(), new TreeSet<>(requirement.extras()), one);
    return requirement.extras().isEmpty() || requirement.specifier().isEmpty()
        ? List.of(asked)
        : List.of(itself(asked), asked);
  }

  private PackageNode itself(PackageNode node) {
    return node.hasExtras() ? node(node.name(), Collections.emptySortedSet(), node) : node;
  }

  private PackageNode node(PackageName name, SortedSet<String> extras, PackageNode sibling) {
    PackageNode fresh = new PackageNode(name, extras, sibling.project());
    return nodes.computeIfAbsent(fresh.toString(), any -> fresh);
  }

  /** What fits nowhere in any form of the package is said of the package itself. */
  private void addWithoutFile(Term term) {
    PackageNode node = itself(term.node());
    Candidates candidates = node.project().candidates();
    List<Release> list = candidates.releases().list();
    for (int place = term.set().next(0); place < list.size(); place = term.set().next(place + 1)) {
      Map<Reason, List<SpecifierSet>> reasons = reasons(candidates, list.get(place));
      Barrier.Kind kind = Barrier.Kind.NO_FILE_FITS;
      if (reasons.containsKey(Reason.SDIST_RULED_OUT)) {
        kind = Barrier.Kind.NO_WHEEL;
      } else if (reasons.containsKey(Reason.REQUIRES_PYTHON)) {
        kind = pythons.kind(reasons.get(Reason.REQUIRES_PYTHON));
      } else if (!reasons.containsKey(Reason.NO_TAG_FITS)) {
        kind = Barrier.Kind.ONLY_WHEELS;
      }
      add(
          node,
          CandidateSet.of(term.set().size(), place),
          kind,
          List.of(),
          Map.of(place, reasons.getOrDefault(Reason.REQUIRES_PYTHON, List.of())));
    }
  }

  /** Why its files cannot be taken, each with what those files say of Python. */
  private static Map<Reason, List<SpecifierSet>> reasons(Candidates candidates, Release release) {
    Map<Reason, List<SpecifierSet>> reasons = new LinkedHashMap<>();
    for (var file : release.files()) {
      Reason reason = candidates.whyNot(file).orElse(Reason.NO_TAG_FITS);
      if (reason == Reason.SDIST_RULED_OUT && !candidates.suitsPython(file)) {
        reason = Reason.REQUIRES_PYTHON;
      }
      List<SpecifierSet> said = reasons.computeIfAbsent(reason, any -> new ArrayList<>());
      file.requiresPython().ifPresent(said::add);
    }
    return reasons;
  }

  private void addNotTaken(Incompatibility leaf, PackageNode node) {
    List<Term> conditions = leaf.terms().stream().filter(term -> term.node() != node).toList();
    CandidateSet releases = leaf.term(node).set();
    Candidates candidates = node.project().candidates();
    CandidateSet yanked =
        CandidateSet.where(
            releases.size(), place -> releases.contains(place) && candidates.isYanked(place));
    add(node, yanked, Barrier.Kind.YANKED, conditions, Map.of());
    CandidateSet finals = candidates.releases().finals();
    CandidateSet others = releases.minus(yanked);
    add(node, others.minus(finals), Barrier.Kind.PRERELEASE, conditions, Map.of());
    add(node, others.and(finals), Barrier.Kind.OTHER_HASH, conditions, Map.of());
  }

  private void add(
      PackageNode node,
      CandidateSet releases,
      Barrier.Kind kind,
      List<Term> conditions,
      Map<Integer, List<SpecifierSet>> said) {
    if (!releases.isEmpty()) {
      Barrier barrier =
          new Barrier(
              node, releases, kind, List.of(new Barrier.Portion(conditions, releases, said)));
      barriers.merge(List.of(node, kind), barrier, Barrier::with);
    }
  }

  /** The packages whose releases have no wheel where only wheels are wanted. */
  static Set<PackageName> withoutWheel(Incompatibility conclusion) {
    Set<PackageName> found = new HashSet<>();
    for (Incompatibility leaf : conclusion.leaves()) {
      if (leaf.cause() instanceof Cause.NoFile noFile) {
        CandidateSet releases = leaf.term(noFile.node()).set();
        Candidates candidates = noFile.node().project().candidates();
        List<Release> list = candidates.releases().list();
        for (int at = releases.next(0); at < list.size(); at = releases.next(at + 1)) {
          if (reasons(candidates, list.get(at)).containsKey(Reason.SDIST_RULED_OUT)) {
            found.add(noFile.node().name());
            break;
          }
        }
      }
    }
    return found;
  }
}
