package wheelbase.wizard;

import java.nio.file.Path;
import java.util.List;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.DockerfilePlan;
import wheelbase.dockerfile.ExplainedLine;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.GeneratedFile;

/**
 * What would be written, before it is.
 *
 * @param directory where it goes
 * @param dockerfile its lines, each with why it is there
 * @param changes every file, the Dockerfile first, and its difference from what is there
 * @param command the command line that does the same
 * @param diagnostics what the user should know before building
 */
public record Preview(
    Path directory,
    DockerfilePlan plan,
    List<ExplainedLine> dockerfile,
    List<FileChange> changes,
    String command,
    List<Diagnostic> diagnostics) {
  public Preview {
    dockerfile = List.copyOf(dockerfile);
    changes = List.copyOf(changes);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether something is there that writing would replace, so that the user is asked first. */
  public boolean replacesFiles() {
    return different().stream()
        .anyMatch(change -> change.file().existing() == GeneratedFile.Existing.STOPS);
  }

  /** The files of which another text is there. */
  public List<FileChange> different() {
    return changes.stream().filter(change -> change.kind() == FileChange.Kind.DIFFERENT).toList();
  }
}
