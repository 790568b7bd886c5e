package wheelbase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.resolver.Resolution;
import wheelbase.resolver.ResolutionRequest;
import wheelbase.resolver.ResolutionRequest.Formats;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.Resolver;
import wheelbase.resolver.RootRequirement;
import wheelbase.resolver.WheelsOnly;

/** Resolves a project's requirements for many targets side by side. */
final class TargetResolver {
  /** Resolving waits for the index more than it computes, so a few more than there are cores. */
  private static final int THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());

  private final Resolver resolver;
  private final List<RootRequirement> requirements;
  private final List<RootRequirement> constraints;
  private final ReaderOptions options;
  private final boolean allowPrereleases;
  private final ProgressListener progress;

  TargetResolver(
      Resolver resolver,
      ProjectRequirements project,
      boolean allowPrereleases,
      ProgressListener progress) {
    this.resolver = resolver;
    this.requirements = named(project.requirements());
    this.constraints = named(project.constraints());
    this.options = project.options();
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
                    .map(requirement -> new RootRequirement(requirement, each.place()))
                    .stream())
        .toList();
  }

  /** The user's requirements, for what pip would do on a target. */
  ResolutionRequest request(TargetPlatform target) {
    Formats formats = new Formats(options.noBinary(), options.onlyBinary(), options.preferBinary());
    return new ResolutionRequest(target, requirements, constraints, formats, allowPrereleases);
  }

  List<RootRequirement> roots() {
    return requirements;
  }

  /** What pip would do on one target. */
  Resolution resolve(TargetPlatform target) throws InterruptedException {
    return resolver.resolve(request(target));
  }

  /** Both resolutions for every target, in the order given; each target once. */
  Map<TargetPlatform, TargetAnalysis> resolve(Set<TargetPlatform> targets)
      throws InterruptedException {
    return sideBySide(targets, this::analyse);
  }

  private TargetAnalysis analyse(TargetPlatform target) throws InterruptedException {
    Resolution any = resolve(target);
    boolean onlyWheels = any.fold(TargetResolver::takesOnlyWheels, conflict -> false);
    // Where pip takes a wheel of everything anyhow, ruling the sdists out rules nothing out.
    WheelsOnly wheelsOnly =
        onlyWheels
            ? new WheelsOnly(any, Collections.emptySortedSet(), any)
            : resolver.resolveWithWheelsOnly(request(target));
    progress.resolved(target);
    return new TargetAnalysis(target, any, wheelsOnly);
  }

  private static boolean takesOnlyWheels(Resolved resolved) {
    return resolved.pins().values().stream()
        .allMatch(pin -> pin.file().map(file -> file.isWheel()).orElse(true));
  }

  /** Work on one target. */
  interface Work<T> {
    T on(TargetPlatform target) throws InterruptedException;
  }

  static <T> Map<TargetPlatform, T> sideBySide(Set<TargetPlatform> targets, Work<T> work)
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
      List<Future<T>> running = new ArrayList<>();
      targets.forEach(target -> running.add(threads.submit(() -> work.on(target))));
      Map<TargetPlatform, T> results = new LinkedHashMap<>();
      int at = 0;
      for (TargetPlatform target : targets) {
        results.put(target, running.get(at++).get());
      }
      return results;
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failure.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
