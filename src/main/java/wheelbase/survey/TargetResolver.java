package wheelbase.survey;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.Lock;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.resolver.Conflict;
import wheelbase.resolver.Hashes;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolution;
import wheelbase.resolver.ResolutionRequest;
import wheelbase.resolver.ResolutionRequest.Formats;
import wheelbase.resolver.ResolutionRequest.HashMode;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.Resolver;
import wheelbase.resolver.RootRequirement;
import wheelbase.resolver.Step;
import wheelbase.resolver.WheelsOnly;

/** Resolves a project's requirements for many targets side by side. */
public final class TargetResolver {
  /** Resolving waits for the index more than it computes, so a few more than there are cores. */
  private static final int THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());

  private static final Duration LONGEST_END = Duration.ofMillis(300);

  private final Resolver resolver;
  private final List<RootRequirement> requirements;
  private final List<RootRequirement> constraints;
  private final ReaderOptions options;
  private final Optional<Lock> lock;
  private final boolean allowPrereleases;
  private final ProgressListener progress;
  private final ConcurrentMap<TargetPlatform, FutureTask<Resolution>> resolutions =
      new ConcurrentHashMap<>();

  public TargetResolver(
      Resolver resolver,
      ProjectRequirements project,
      boolean allowPrereleases,
      ProgressListener progress) {
    this.resolver = resolver;
    this.requirements = named(project.requirements());
    this.constraints = named(project.constraints());
    this.options = project.options();
    this.lock = project.lock();
    this.allowPrereleases = allowPrereleases || project.options().allowPrereleases();
    this.progress = progress;
  }

  /**
   * Those whose name is known; the others are outside the index, and pip alone will tell what they
   * are.
   */
  private static List<RootRequirement> named(List<DeclaredRequirement> declared) {
    return declared.stream()
        .flatMap(
            each ->
                each
                    .requirement()
                    .map(
                        requirement ->
                            new RootRequirement(
                                requirement, each.place(), Hashes.of(each.hashes())))
                    .stream())
        .toList();
  }

  /** The user's requirements, for what pip would do on a target; of a lock, its pins alone. */
  public ResolutionRequest request(TargetPlatform target) {
    ResolutionRequest request =
        new ResolutionRequest(
            target, requirements, constraints, formats(), allowPrereleases, hashMode());
    return lock.map(
            found ->
                request
                    .with(named(found.on(target.markerEnvironment()).pins()), List.of())
                    .withoutDependencies())
        .orElse(request);
  }

  private HashMode hashMode() {
    if (options.noRequireHashes()) {
      return HashMode.NOT_REQUIRED;
    }
    return options.requireHashes() ? HashMode.REQUIRED : HashMode.AS_GIVEN;
  }

  /**
   * As pip asks for what it builds an sdist with: the same kinds of file, and none of the user's
   * requirements, constraints and hashes.
   */
  public ResolutionRequest buildRequest(TargetPlatform target) {
    return new ResolutionRequest(
        target, List.of(), List.of(), formats(), allowPrereleases, HashMode.NOT_REQUIRED);
  }

  /** The kinds of file that the user lets pip take. */
  public Formats formats() {
    return new Formats(options.noBinary(), options.onlyBinary(), options.preferBinary());
  }

  public List<RootRequirement> roots() {
    return requirements;
  }

  /** What pip would do on one target; worked out once, by whoever asks first. */
  public Resolution resolve(TargetPlatform target) throws InterruptedException {
    FutureTask<Resolution> mine = new FutureTask<>(() -> resolution(target));
    FutureTask<Resolution> other = resolutions.putIfAbsent(target, mine);
    if (other != null) {
      return result(other);
    }
    mine.run();
    return result(mine);
  }

  private Resolution resolution(TargetPlatform target) throws InterruptedException {
    List<Diagnostic> faults =
        lock.map(found -> found.on(target.markerEnvironment()).faults()).orElse(List.of());
    if (!faults.isEmpty()) {
      return new Conflict(faults.stream().<Step>map(Step.NotLocked::new).toList());
    }
    ResolutionRequest request = request(target);
    return resolver.explained(request, resolver.resolve(request));
  }

  /** Both resolutions for every target, in the order given; each target once. */
  public Map<TargetPlatform, TargetAnalysis> resolve(Set<TargetPlatform> targets)
      throws InterruptedException {
    Tally tally = new Tally(progress);
    return sideBySide(
        targets,
        target -> {
          progress.happened(new ProgressEvent.TargetBegun(target));
          TargetAnalysis analysis = analyse(target);
          tally.tell(done -> new ProgressEvent.TargetDone(target, done, targets.size()));
          return analysis;
        });
  }

  private TargetAnalysis analyse(TargetPlatform target) throws InterruptedException {
    Resolution any = resolve(target);
    progress.happened(new ProgressEvent.TargetPinned(target, any));
    boolean notLocked = lock.isPresent() && any.conflict().isPresent();
    boolean onlyWheels =
        notLocked || any.resolved().map(TargetResolver::takesOnlyWheels).orElse(false);
    // Where pip takes a wheel of everything anyhow, ruling the sdists out rules nothing out.
    WheelsOnly wheelsOnly =
        onlyWheels
            ? new WheelsOnly(any, Collections.emptySortedSet(), any)
            : resolver.resolveWithWheelsOnly(request(target));
    return new TargetAnalysis(target, any, wheelsOnly);
  }

  private static boolean takesOnlyWheels(Resolved resolved) {
    return resolved.pins().values().stream().noneMatch(Pin::isSdist);
  }

  /** Work on one of several things. */
  interface Work<K, T> {
    T on(K key) throws InterruptedException;
  }

  /** The results of the work, in the order given. */
  static <K, T> Map<K, T> sideBySide(Collection<K> keys, Work<K, T> work)
      throws InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "target");
              thread.setDaemon(true);
              return thread;
            });
    try {
      Map<K, Future<T>> running = new LinkedHashMap<>();
      keys.forEach(key -> running.put(key, threads.submit(() -> work.on(key))));
      Map<K, T> results = new LinkedHashMap<>();
      for (K key : keys) {
        results.put(key, result(running.get(key)));
      }
      return results;
    } finally {
      end(threads);
    }
  }

  /** After an interrupt or a failure the others end too, before their caller goes on. */
  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    try {
      threads.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failure.getCause() instanceof InterruptedException cause) {
        throw cause;
      }
      throw new IllegalStateException(failure.getCause());
    }
  }
}
