package wheelbase.wheels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.RequirementEdit;
import wheelbase.resolver.Resolution;
import wheelbase.resolver.ResolutionRequest;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.Resolver;
import wheelbase.resolver.RootRequirement;

/** Makes changes to the requirements, and resolves again with them on every target. */
public final class Trials {
  private final Resolver resolver;
  private final Function<TargetPlatform, ResolutionRequest> requests;
  private final Unchanged unchanged;
  private final List<TargetPlatform> targets;

  /** What the requirements as they are come to on a target. */
  public interface Unchanged {
    Resolution on(TargetPlatform target) throws InterruptedException;
  }

  /**
   * @param requests the user's requirements, for a target
   * @param unchanged what they come to; asked again and again
   * @param targets all that were asked for: on none of them may a change make anything worse
   */
  public Trials(
      Resolver resolver,
      Function<TargetPlatform, ResolutionRequest> requests,
      Unchanged unchanged,
      List<TargetPlatform> targets) {
    this.resolver = resolver;
    this.requests = requests;
    this.unchanged = unchanged;
    this.targets = List.copyOf(targets);
  }

  /**
   * Whether a package has a wheel there, or is needed no more, and nothing else has lost its own.
   *
   * @param before as it is now
   * @param there on another target
   */
  public static boolean helps(PackageName name, Resolution before, Resolution there) {
    return there
        .resolved()
        .filter(resolved -> Trial.isCured(name, resolved))
        .filter(
            resolved -> before.resolved().map(old -> Trial.isHarmless(old, resolved)).orElse(true))
        .isPresent();
  }

  /** The user's own line that asks for a package, the first of several. */
  Optional<RootRequirement> line(PackageName name) {
    return lines(requests.apply(targets.get(0)), name).stream().findFirst();
  }

  /** What a target's requirements come to as they are; empty where they cannot be met. */
  Optional<Resolved> unchanged(TargetPlatform target) throws InterruptedException {
    return unchanged.on(target).resolved();
  }

  /**
   * What edits come to, made together.
   *
   * @return empty where they help on none of the targets where the package ails, or make anything
   *     worse on any target
   */
  Optional<Trial> of(Ailment ailment, List<RequirementEdit> edits) throws InterruptedException {
    Set<TargetPlatform> ailingFirst = new LinkedHashSet<>(ailment.targets());
    ailingFirst.addAll(targets);
    Map<TargetPlatform, Resolved> before = new LinkedHashMap<>();
    Map<TargetPlatform, Resolved> after = new HashMap<>();
    List<TargetPlatform> helped = new ArrayList<>();
    int tried = 0;
    for (TargetPlatform target : ailingFirst) {
      if (tried++ == ailment.targets().size() && helped.isEmpty()) {
        return Optional.empty();
      }
      Optional<Resolved> old = unchanged(target);
      old.ifPresent(resolved -> before.put(target, resolved));
      Optional<Resolved> now = resolver.resolve(edited(target, edits)).resolved();
      if (now.isEmpty() ? old.isPresent() : worse(old, now.get(), edits)) {
        return Optional.empty();
      }
      now.ifPresent(resolved -> after.put(target, resolved));
      if (tried <= ailment.targets().size()
          && now.isPresent()
          && Trial.isCured(ailment.name(), now.get())) {
        helped.add(target);
      }
    }
    return helped.isEmpty() ? Optional.empty() : Optional.of(new Trial(before, after, helped));
  }

  /** Where nothing could be installed, nothing gets worse but what is put in has to be a wheel. */
  private static boolean worse(Optional<Resolved> old, Resolved now, List<RequirementEdit> edits) {
    return old.isPresent()
        ? !Trial.isHarmless(old.get(), now)
        : !edits.stream().allMatch(edit -> Trial.isCured(edit.replacement().name(), now));
  }

  private ResolutionRequest edited(TargetPlatform target, List<RequirementEdit> edits) {
    ResolutionRequest request = requests.apply(target);
    for (RequirementEdit edit : edits) {
      request = edited(request, edit);
    }
    return request;
  }

  /** What no line of the user's asks for is held by a constraint. */
  private static ResolutionRequest edited(ResolutionRequest request, RequirementEdit edit) {
    List<RootRequirement> requirements = new ArrayList<>();
    for (RootRequirement line : request.requirements()) {
      boolean meant = line.requirement().name().equals(edit.name());
      requirements.add(meant ? changed(line, edit.replacement()) : line);
    }
    List<RootRequirement> constraints = new ArrayList<>();
    for (RootRequirement constraint : request.constraints()) {
      if (!constraint.requirement().name().equals(edit.name())) {
        constraints.add(constraint);
      }
    }
    if (lines(request, edit.name()).isEmpty()) {
      constraints.add(
          new RootRequirement(edit.replacement(), request.requirements().get(0).place()));
    }
    return request.with(requirements, constraints);
  }

  private static List<RootRequirement> lines(ResolutionRequest request, PackageName name) {
    return request.requirements().stream()
        .filter(line -> line.requirement().name().equals(name))
        .toList();
  }

  private static RootRequirement changed(RootRequirement line, Requirement by) {
    Requirement old = line.requirement();
    Set<String> extras = by.name().equals(old.name()) ? old.extras() : Set.of();
    return new RootRequirement(
        new Requirement(by.name(), extras, by.specifier(), Optional.empty(), old.marker()),
        line.place());
  }
}
