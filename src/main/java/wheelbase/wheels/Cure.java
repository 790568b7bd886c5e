package wheelbase.wheels;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;

/**
 * A change that was tried by resolving again and gives wheels, and makes nothing worse. Cures sort
 * by how little they change.
 *
 * @param id {@code other-version}, {@code bound}, {@code twin}, {@code other-python}, {@code
 *     other-release}, {@code other-architecture}, {@code together}; where the requirements could
 *     not be met: {@code resolves-with-line}, {@code resolves-with-constraint}, {@code
 *     resolves-with-pre-release}, {@code resolves-with-yanked}, {@code resolves-on-python}
 * @param extent how much of what is asked for it changes
 * @param names the packages that it cures, that for which it was sought first; never empty
 * @param place the line that is edited ({@code requirements.txt:12}); empty where none is
 * @param edit what to write or ask for instead ({@code grpcio==1.76.0 -> grpcio==1.78.1})
 * @param effect what else is to be known of it ({@code in range}); may be empty
 * @param sideEffects what becomes of other packages
 * @param targets the targets on which it helps
 * @param treatment the same as {@code edit}, for whoever takes it
 */
public record Cure(
    String id,
    Extent extent,
    List<PackageName> names,
    Optional<String> place,
    String edit,
    String effect,
    SideEffects sideEffects,
    List<TargetPlatform> targets,
    Treatment treatment)
    implements Comparable<Cure> {
  private static final Comparator<Cure> LEAST_FIRST =
      Comparator.comparing(Cure::extent)
          .thenComparingInt(cure -> cure.sideEffects().number())
          .thenComparing(Cure::name)
          .thenComparing(Cure::edit);

  /** How much of what is asked for a change touches, from the least. */
  public enum Extent {
    /** What has to change for the requirements to be met at all. */
    TO_BE_MET,
    /** Another version that the user's own line admits. */
    IN_RANGE,
    /** Another version of the same major release. */
    SAME_MAJOR,
    /** A package in the place of another. */
    TWIN,
    /** Another major release. */
    OTHER_MAJOR,
    /** Another release of the distribution. */
    OTHER_RELEASE,
    /** Another Python. */
    OTHER_PYTHON,
    /** Fewer architectures than were asked for. */
    FEWER_ARCHITECTURES
  }

  public Cure {
    names = List.copyOf(names);
    targets = List.copyOf(targets);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a cure of nothing: " + edit);
    }
  }

  /** A way out of a conflict: what it does to other packages cannot be told. */
  public Cure(
      String id,
      PackageName name,
      String edit,
      String effect,
      List<TargetPlatform> targets,
      Treatment treatment) {
    this(
        id,
        Extent.TO_BE_MET,
        List.of(name),
        Optional.empty(),
        edit,
        effect,
        SideEffects.NONE,
        targets,
        treatment);
  }

  /** It gives no wheel, but requirements that can be met. */
  public boolean endsConflict() {
    return id.startsWith("resolves-");
  }

  /** The package for which it was sought. */
  public PackageName name() {
    return names.get(0);
  }

  public boolean cures(PackageName name) {
    return names.contains(name);
  }

  /** The same treatment, for the packages of both. */
  public Cure and(Cure other) {
    Set<PackageName> all = new LinkedHashSet<>(names);
    all.addAll(other.names);
    Set<TargetPlatform> helped = new LinkedHashSet<>(targets);
    helped.addAll(other.targets);
    return new Cure(
        id,
        extent,
        List.copyOf(all),
        place,
        edit,
        effect,
        sideEffects,
        List.copyOf(helped),
        treatment);
  }

  @Override
  public int compareTo(Cure other) {
    return LEAST_FIRST.compare(this, other);
  }
}
