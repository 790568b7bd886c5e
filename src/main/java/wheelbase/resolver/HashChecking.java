package wheelbase.resolver;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.MarkerEnvironment;
import wheelbase.pep508.PackageName;

/**
 * pip's hash checking on one target: which digests the user's lines allow of a package, whether
 * every package must have some, and what pip would refuse for that (Factory.find_candidates and
 * RequirementPreparer._get_linked_req_hashes in pip 26.3).
 */
public final class HashChecking {
  private final boolean inForce;
  private final Map<PackageName, RootRequirement> firstLines = new HashMap<>();
  private final Map<PackageName, Hashes> constrained = new HashMap<>();
  private final Map<PackageName, Hashes> together = new HashMap<>();

  /** Why pip refuses a pin. */
  public enum Fault {
    /** The user's line gives no hash and no exact version ({@code ==}). */
    UNPINNED,
    /** No line gives a hash of the package; a dependency needs a line of its own. */
    MISSING,
    /** Hashes are given, and the file that pip would take has none of them. */
    MISMATCH
  }

  private HashChecking(ResolutionRequest request) {
    inForce =
        switch (request.hashMode()) {
          case REQUIRED -> true;
          case NOT_REQUIRED -> false;
          case AS_GIVEN ->
              request.requirements().stream().anyMatch(line -> line.hashes().areGiven())
                  || request.constraints().stream().anyMatch(line -> line.hashes().areGiven());
        };
    MarkerEnvironment environment = request.target().markerEnvironment();
    for (RootRequirement line : request.requirements()) {
      if (line.requirement().appliesIn(environment, Set.of())) {
        firstLines.putIfAbsent(line.requirement().name(), line);
        together.merge(line.requirement().name(), line.hashes(), Hashes::and);
      }
    }
    for (RootRequirement line : request.constraints()) {
      if (line.requirement().appliesIn(environment, Set.of())) {
        constrained.merge(line.requirement().name(), line.hashes(), Hashes::and);
        together.merge(line.requirement().name(), line.hashes(), Hashes::and);
      }
    }
  }

  public static HashChecking of(ResolutionRequest request) {
    return new HashChecking(request);
  }

  /**
   * Whether every package must have a hash: so as soon as one line has one, be it for another
   * target, unless {@code --no-require-hashes} says otherwise.
   */
  boolean isInForce() {
    return inForce;
  }

  /** What all lines for the package together allow. */
  public Hashes allowed(PackageName name) {
    return together.getOrDefault(name, Hashes.NONE);
  }

  /** What pip would refuse; it says so of the first and ends. Packages outside the index aside. */
  public SortedMap<PackageName, Fault> faults(Resolved resolved) {
    SortedMap<PackageName, Fault> faults = new TreeMap<>();
    resolved
        .pins()
        .forEach(
            (name, pin) ->
                pin.file()
                    .flatMap(file -> fault(name, file))
                    .ifPresent(fault -> faults.put(name, fault)));
    return faults;
  }

  private Optional<Fault> fault(PackageName name, ReleaseFile file) {
    Optional<RootRequirement> line = Optional.ofNullable(firstLines.get(name));
    Hashes own = line.map(RootRequirement::hashes).orElse(Hashes.NONE);
    Hashes checked = own.areGiven() ? own : constrained.getOrDefault(name, Hashes.NONE);
    if (checked.areGiven()) {
      boolean known = !file.hashes().isEmpty();
      return known && !checked.allow(file) ? Optional.of(Fault.MISMATCH) : Optional.empty();
    }
    if (!inForce) {
      return Optional.empty();
    }
    boolean unpinned = line.isPresent() && !line.get().requirement().specifier().isPin();
    return Optional.of(unpinned ? Fault.UNPINNED : Fault.MISSING);
  }
}
