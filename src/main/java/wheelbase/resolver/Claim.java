package wheelbase.resolver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;

/** Something that a story can say, and what it forbids. */
sealed interface Claim {
  /** Lists of terms; those of one list cannot all hold. */
  List<List<Term>> forbidden();

  /** What is said of some releases of a package. */
  sealed interface OfReleases extends Claim {
    PackageNode about();

    CandidateSet releases();

    /** The same of fewer releases, maybe of none. */
    OfReleases among(CandidateSet places);
  }

  /**
   * A line of the user's.
   *
   * @param on the nodes that it asks for
   */
  record Line(RootRequirement line, boolean constraint, List<PackageNode> on) implements Claim {
    @Override
    public List<List<Term>> forbidden() {
      List<List<Term>> forbidden = new ArrayList<>();
      for (PackageNode node : on) {
        CandidateSet refused =
            node.project().admittedBy(line.requirement().specifier()).complement();
        forbidden.add(List.of(new Term(node, constraint ? refused.withoutAbsence() : refused)));
      }
      return forbidden;
    }

    PackageName name() {
      return line.requirement().name();
    }
  }

  /** Each of these releases needs one of these, which are all on the same nodes. */
  record Need(
      PackageNode parent, CandidateSet releases, List<Requirement> anyOf, List<PackageNode> on)
      implements OfReleases {
    @Override
    public PackageNode about() {
      return parent;
    }

    @Override
    public List<List<Term>> forbidden() {
      List<List<Term>> forbidden = new ArrayList<>();
      for (PackageNode node : on) {
        forbidden.add(
            List.of(new Term(parent, releases), new Term(node, admitted(node).complement())));
      }
      return forbidden;
    }

    CandidateSet admitted(PackageNode node) {
      return anyOf.stream()
          .map(requirement -> node.project().admittedBy(requirement.specifier()))
          .reduce(CandidateSet.none(node.project().everything().size()), CandidateSet::or);
    }

    CandidateSet admitted() {
      return admitted(on.get(0));
    }

    PackageName name() {
      return anyOf.get(0).name();
    }

    @Override
    public Need among(CandidateSet places) {
      return new Need(parent, releases.and(places), anyOf, on);
    }
  }

  /** These releases cannot be taken, for one reason. */
  record Barrier(PackageNode node, CandidateSet releases, Kind kind, List<Portion> portions)
      implements OfReleases {
    enum Kind {
      NEWER_PYTHON,
      OLDER_PYTHON,
      OTHER_PYTHON,
      NO_WHEEL,
      NO_FILE_FITS,
      ONLY_WHEELS,
      YANKED,
      PRERELEASE,
      OTHER_HASH
    }

    /**
     * @param conditions what else has to hold
     * @param pythons of each place what its files say of Python
     */
    record Portion(
        List<Term> conditions, CandidateSet releases, Map<Integer, List<SpecifierSet>> pythons) {}

    @Override
    public List<List<Term>> forbidden() {
      List<List<Term>> forbidden = new ArrayList<>();
      for (Portion portion : portions) {
        CandidateSet these = portion.releases().and(releases);
        if (!these.isEmpty()) {
          List<Term> terms = new ArrayList<>(portion.conditions());
          terms.add(new Term(node, these));
          forbidden.add(terms);
        }
      }
      return forbidden;
    }

    @Override
    public PackageNode about() {
      return node;
    }

    @Override
    public Barrier among(CandidateSet places) {
      return new Barrier(node, releases.and(places), kind, portions);
    }

    Barrier with(Barrier other) {
      List<Portion> both = new ArrayList<>(portions);
      both.addAll(other.portions);
      return new Barrier(node, releases.or(other.releases), kind, both);
    }

    /** What the files of these releases say of Python. */
    List<List<SpecifierSet>> pythons() {
      Map<Integer, List<SpecifierSet>> byPlace = new TreeMap<>();
      for (Portion portion : portions) {
        portion
            .pythons()
            .forEach(
                (place, said) -> {
                  if (releases.contains(place)) {
                    byPlace.put(place, said);
                  }
                });
      }
      return List.copyOf(byPlace.values());
    }
  }

  /** What is left out for shortness: these releases cannot be taken either. */
  record Rest(PackageNode node, CandidateSet releases) implements OfReleases {
    @Override
    public PackageNode about() {
      return node;
    }

    @Override
    public Rest among(CandidateSet places) {
      return new Rest(node, releases.and(places));
    }

    @Override
    public List<List<Term>> forbidden() {
      return List.of(List.of(new Term(node, releases)));
    }
  }
}
