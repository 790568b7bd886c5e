package wheelbase.wheels;

import java.util.List;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;

/**
 * An edit of the requirements that was tried by resolving again and helps.
 *
 * @param id words: {@code other-version}, {@code twin}, {@code other-python}
 * @param name the package that it cures
 * @param edit what to write instead ({@code grpcio==1.76.0 -> grpcio==1.78.1})
 * @param effect what is then so ({@code has a cp313 musllinux wheel, in range})
 * @param targets the targets on which it helps
 */
public record Cure(
    String id, PackageName name, String edit, String effect, List<TargetPlatform> targets) {
  public Cure {
    targets = List.copyOf(targets);
  }
}
