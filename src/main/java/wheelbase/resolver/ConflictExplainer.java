package wheelbase.resolver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.resolver.SkippedFile.Reason;

/**
 * Turns the tree of causes into sentences that name the user's own lines. It does not retell how
 * PubGrub got there. It starts at a line of the user's, goes down from need to need, and when it
 * meets a package that something else stands against, says what: {@code and} goes on, {@code but}
 * contradicts.
 */
final class ConflictExplainer {
  private final Facts facts;
  private final ResolutionRequest request;
  private final ReleaseWords words = new ReleaseWords();
  private final List<String> sentences = new ArrayList<>();
  private final Set<Object> told = new HashSet<>();
  private final Map<PackageName, List<SpecifierSet>> asked = new HashMap<>();
  private final Set<PackageName> open = new HashSet<>();
  private final Set<SourceSpan> lines = new LinkedHashSet<>();
  private final Set<PackageName> withoutWheel = new LinkedHashSet<>();

  private ConflictExplainer(Incompatibility conclusion, ResolutionRequest request) {
    this.facts = new Facts(conclusion);
    this.request = request;
  }

  static Conflict explain(Incompatibility conclusion, ResolutionRequest request) {
    return new ConflictExplainer(conclusion, request).explain();
  }

  private Conflict explain() {
    // A package that needs others is the better start: it leads to the rest.
    for (RootRequirement root : facts.allRoots()) {
      if (!facts.needsOf(root.requirement().name()).isEmpty()) {
        tell(root);
        explore(root.requirement().name());
      }
    }
    for (RootRequirement root : facts.allRoots()) {
      tell(root);
      explore(root.requirement().name());
    }
    return new Conflict(sentences, List.copyOf(lines), facts.packages(), withoutWheel);
  }

  /** All about a package that the sentences so far have asked for. */
  private void explore(PackageName name) {
    if (!open.add(name)) {
      return;
    }
    for (Facts.Need need : facts.needsOf(name)) {
      tell(need);
      explore(need.on().name());
    }
    facts.constraints(name).forEach(this::tell);
    facts.roots(name).forEach(this::tell);
    for (Facts.Need need : facts.needsOn(name)) {
      introduce(need.parent().name());
      tell(need);
    }
    PackageNode node = facts.node(name);
    if (node == null || node.project().isOutsideTheIndex()) {
      return;
    }
    facts.barriers(name).forEach(this::tell);
    absence(name, node);
  }

  /** Says who asks for a package that was not spoken of before. */
  private void introduce(PackageName name) {
    if (!open.add(name)) {
      return;
    }
    if (facts.roots(name).isEmpty()) {
      for (Facts.Need need : facts.needsOn(name)) {
        introduce(need.parent().name());
        tell(need);
      }
    }
    facts.roots(name).forEach(this::tell);
    open.remove(name);
    explore(name);
  }

  private void tell(RootRequirement root) {
    if (told.add(root)) {
      lines.add(root.place());
      boolean constraint = facts.constraints(root.requirement().name()).contains(root);
      say(
          link(root.requirement()),
          root.place().file()
              + ":"
              + root.place().line()
              + (constraint ? " allows only " : " wants ")
              + root.requirement().withoutMarker());
    }
  }

  private void tell(Facts.Need need) {
    if (told.add(need)) {
      String needs = words.isOne(need.parent(), need.releases()) ? " needs " : " need ";
      say(
          link(need.requirement()),
          words.releases(need.parent(), need.releases())
              + needs
              + need.requirement().withoutMarker());
    }
  }

  /** Against what was asked before of the same package, or in line with it. */
  private String link(Requirement requirement) {
    List<SpecifierSet> before = asked.computeIfAbsent(requirement.name(), any -> new ArrayList<>());
    boolean contradicts =
        before.stream().anyMatch(other -> other.and(requirement.specifier()).isUnsatisfiable());
    before.add(requirement.specifier());
    return contradicts ? "but" : "and";
  }

  private void tell(Facts.Barrier barrier) {
    if (!told.add(barrier)) {
      return;
    }
    PackageNode node = barrier.node();
    if (barrier.cause() instanceof Cause.RequiresPython python) {
      say(
          "but",
          words.releases(node, barrier.releases())
              + " requires Python "
              + python.python()
              + targetPython());
    } else if (barrier.cause() instanceof Cause.NotTaken) {
      notTaken(node, barrier.releases());
    } else {
      noFile(node, barrier.releases());
    }
  }

  private void notTaken(PackageNode node, CandidateSet releases) {
    Candidates candidates = node.project().candidates();
    CandidateSet yanked =
        CandidateSet.where(
            releases.size(), place -> releases.contains(place) && candidates.isYanked(place));
    CandidateSet others = releases.minus(yanked);
    if (!yanked.isEmpty()) {
      String were = words.isOne(node, yanked) ? " was" : " were";
      say(
          "but",
          words.releases(node, yanked) + were + " yanked, and is taken only where == asks for it");
    }
    if (!others.isEmpty()) {
      String are = words.isOne(node, others) ? " is a pre-release" : " are pre-releases";
      say("but", words.releases(node, others) + are + ", which pip takes only when asked");
    }
  }

  private void noFile(PackageNode node, CandidateSet releases) {
    Candidates candidates = node.project().candidates();
    CandidateSet left = releases;
    for (Reason reason :
        List.of(
            Reason.SDIST_RULED_OUT,
            Reason.REQUIRES_PYTHON,
            Reason.NO_TAG_FITS,
            Reason.WHEEL_RULED_OUT)) {
      CandidateSet rest = left;
      CandidateSet these =
          CandidateSet.where(
              rest.size(), place -> rest.contains(place) && has(candidates, place, reason));
      left = left.minus(these);
      if (!these.isEmpty()) {
        if (reason == Reason.SDIST_RULED_OUT) {
          withoutWheel.add(node.name());
        }
        say("but", noFile(node, these, reason));
      }
    }
  }

  private String noFile(PackageNode node, CandidateSet releases, Reason reason) {
    boolean one = words.isOne(node, releases);
    String subject = words.releases(node, releases);
    String have = one ? " has" : " have";
    return switch (reason) {
      case SDIST_RULED_OUT ->
          subject
              + have
              + " no wheel for "
              + request.target().id()
              + ", and only wheels are wanted";
      case REQUIRES_PYTHON ->
          subject
              + (one ? " requires" : " require")
              + " Python "
              + words.python(node, releases)
              + targetPython();
      case WHEEL_RULED_OUT -> subject + have + " only wheels, and those were ruled out";
      case NO_TAG_FITS, HASH_NOT_ALLOWED -> subject + have + " no file that fits the target";
    };
  }

  private static boolean has(Candidates candidates, int place, Reason reason) {
    return candidates.releases().list().get(place).files().stream()
        .anyMatch(
            file ->
                candidates.whyNot(file).equals(Optional.of(reason))
                    && (reason != Reason.SDIST_RULED_OUT || candidates.suitsPython(file)));
  }

  private String targetPython() {
    return ", and the target has " + request.target().python();
  }

  /** Where all that is asked sounds possible, and there is just no such release. */
  private void absence(PackageName name, PackageNode node) {
    Candidates candidates = node.project().candidates();
    if (!candidates.isKnown()) {
      say("but", "no index knows " + name);
      return;
    }
    List<SpecifierSet> asked = new ArrayList<>();
    facts.roots(name).forEach(root -> asked.add(root.requirement().specifier()));
    facts.constraints(name).forEach(root -> asked.add(root.requirement().specifier()));
    facts.needsOn(name).forEach(need -> asked.add(need.requirement().specifier()));
    CandidateSet left = node.project().everything().withoutAbsence();
    for (SpecifierSet specifiers : asked) {
      left = left.and(node.project().admittedBy(specifiers));
    }
    if (!asked.isEmpty() && left.isEmpty() && !clash(asked)) {
      say("but", "there is no such release of " + name + words.newest(node));
    }
  }

  /** Two of them want different things, which needs no further word. */
  private static boolean clash(List<SpecifierSet> asked) {
    return asked.stream()
        .anyMatch(one -> asked.stream().anyMatch(other -> one.and(other).isUnsatisfiable()));
  }

  private void say(String link, String sentence) {
    sentences.add(sentences.isEmpty() ? sentence : link + " " + sentence);
  }
}
