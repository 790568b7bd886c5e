package wheelbase.resolver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import wheelbase.index.Answers;
import wheelbase.index.CoreMetadata;
import wheelbase.index.PackageIndex;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.MarkerEnvironment;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;

/**
 * The index as the solver asks it, one thing after another. Where an answer is not there yet, the
 * wait is spent on asking for what will be wanted next: the pages of all that the user requires,
 * the metadata of the releases that would be chosen now, the pages of their dependencies, and so
 * on.
 *
 * <p>Guesses only fill the index's cache. The solver never sees them, so its answer does not depend
 * on what arrives first. All work is done on the solver's own thread.
 */
final class Lookahead {
  /** Keeps an index that draws ever new packages from being asked for ever. */
  private static final int MOST_WISHES = 5000;

  private static final int WAITS_OF_A_WALK = 2;
  private static final int MOST_ASKED_BEHIND = 64;

  private final PackageIndex index;
  private final Function<ProjectPage, Releases> shared;
  private final ResolutionRequest request;
  private final MarkerEnvironment environment;
  private final HashChecking hashes;
  private final Map<PackageName, Candidates> candidates = new HashMap<>();
  private final Map<PackageName, CandidateSet> wishedOf = new HashMap<>();
  private final Set<Object> wishes = new HashSet<>();
  private final Map<PackageName, Integer> waitsFor = new HashMap<>();

  /**
   * Something was wished for that goes with nothing wished before: the solver is about to turn, and
   * what lies further along the same way may never be wanted.
   */
  private boolean atOdds;

  private final BlockingQueue<Runnable> arrivals = new LinkedBlockingQueue<>();

  Lookahead(PackageIndex index, Function<ProjectPage, Releases> shared, ResolutionRequest request) {
    this.index = index;
    this.shared = shared;
    this.request = request;
    this.environment = request.target().markerEnvironment();
    this.hashes = HashChecking.of(request);
  }

  Candidates candidates(PackageName name) throws InterruptedException {
    Candidates known = candidates.get(name);
    return known != null ? known : candidates(await(index.page(name)));
  }

  CoreMetadata metadata(ReleaseFile file) throws InterruptedException {
    CompletableFuture<CoreMetadata> answer = index.metadata(file);
    atOdds = false;
    if (!answer.isDone()) {
      askBehind(file);
    }
    return await(answer);
  }

  /**
   * A project that is waited for again and again is one whose releases the solver walks down, one
   * after the other: the wheels behind are asked for together, twice as many each time that was not
   * enough. Not the sdists: each is a download.
   */
  private void askBehind(ReleaseFile file) {
    int waits = waitsFor.merge(file.project(), 1, Integer::sum);
    Candidates list = candidates.get(file.project());
    if (waits < WAITS_OF_A_WALK || list == null) {
      return;
    }
    int asked = Math.min(MOST_ASKED_BEHIND, 2 << waits);
    CandidateSet finals = list.releases().finals();
    int place = list.next(finals, list.releases().placeOf(file.version()));
    for (int count = 0; count < asked && place < finals.size(); count++) {
      ReleaseFile behind = list.at(place).orElseThrow().file();
      if (behind.isWheel()) {
        index.metadata(behind);
      }
      place = list.next(finals, place);
    }
  }

  private Candidates candidates(ProjectPage page) {
    return candidates.computeIfAbsent(
        page.name(),
        name ->
            shared
                .apply(page)
                .candidates(request.target(), request.formats(), hashes.allowed(name)));
  }

  private <T> T await(CompletableFuture<T> answer) throws InterruptedException {
    if (!answer.isDone()) {
      answer.whenComplete((value, failure) -> arrivals.add(() -> {}));
      for (RootRequirement root : request.requirements()) {
        wish(root.requirement(), Set.of());
      }
      while (!answer.isDone()) {
        arrivals.take().run();
      }
    }
    return Answers.await(answer);
  }

  private void wish(Requirement requirement, Set<String> extras) {
    boolean applies = requirement.url().isEmpty() && requirement.appliesIn(environment, extras);
    if (applies && wishes.size() < MOST_WISHES && wishes.add(requirement)) {
      onArrival(index.page(requirement.name()), page -> guess(requirement, candidates(page)));
    }
  }

  /** The release that would be chosen, as far as the wishes so far tell. */
  private void guess(Requirement requirement, Candidates candidates) {
    CandidateSet asked = candidates.releases().admittedBy(requirement.specifier());
    CandidateSet together = wishedOf.merge(requirement.name(), asked, CandidateSet::and);
    CandidateSet finals = together.and(candidates.releases().finals());
    int place = candidates.first(finals);
    if (place == finals.size()) {
      place = candidates.first(together);
    }
    if (place == together.size()) {
      atOdds = true;
    }
    if (atOdds) {
      return;
    }
    ReleaseFile file = candidates.at(place).get().file();
    if (wishes.add(file.fileName() + requirement.extras())) {
      onArrival(index.metadata(file), metadata -> follow(requirement.extras(), metadata));
    }
  }

  private void follow(Set<String> asked, CoreMetadata metadata) {
    if (!request.followsDependencies()) {
      return;
    }
    Set<String> extras = new TreeSet<>(asked);
    extras.retainAll(metadata.providesExtras());
    for (Requirement requirement : metadata.requires()) {
      wish(requirement, extras);
    }
  }

  private <T> void onArrival(CompletableFuture<T> answer, Consumer<T> next) {
    answer.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            arrivals.add(() -> next.accept(value));
          }
        });
  }
}
