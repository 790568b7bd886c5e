package wheelbase.bake;

import java.util.List;
import java.util.Optional;
import wheelbase.baseimage.BaseImage;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.WriteOutcome;

/**
 * What came of one service.
 *
 * @param name of its target
 * @param directory relative to the root, with {@code /}
 * @param service empty where nothing can be built of it: it is no part of the bake file
 * @param base what it is built on, where that is known
 * @param changes what its files change
 * @param written what was written; empty where it did not come to that
 * @param diagnostics with an error among them its files were not written
 */
public record ServiceOutcome(
    String name,
    String directory,
    Optional<Service> service,
    Optional<BaseImage> base,
    List<FileChange> changes,
    Optional<WriteOutcome> written,
    List<Diagnostic> diagnostics) {
  public ServiceOutcome {
    changes = List.copyOf(changes);
    diagnostics = List.copyOf(diagnostics);
  }
}
