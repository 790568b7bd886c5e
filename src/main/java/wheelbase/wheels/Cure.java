package wheelbase.wheels;

import java.util.List;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;

/**
 * A change that was tried by resolving again and gives a wheel.
 *
 * @param id {@code other-version}, {@code twin}, {@code other-python}, {@code other-release}; where
 *     the requirements could not be met: {@code resolves-with-line}, {@code
 *     resolves-with-constraint}, {@code resolves-with-pre-release}, {@code resolves-with-yanked},
 *     {@code resolves-on-python}
 * @param name the package that it cures
 * @param edit what to write or ask for instead ({@code grpcio==1.76.0 -> grpcio==1.78.1})
 * @param effect what else is to be known of it ({@code in range}); may be empty
 * @param targets the targets on which it helps
 * @param treatment the same as {@code edit}, for whoever takes it
 */
public record Cure(
    String id,
    PackageName name,
    String edit,
    String effect,
    List<TargetPlatform> targets,
    Treatment treatment) {
  public Cure {
    targets = List.copyOf(targets);
  }

  /** It gives no wheel, but requirements that can be met. */
  public boolean endsConflict() {
    return id.startsWith("resolves-");
  }
}
