package wheelbase.dockerfile;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What writing a file would do.
 *
 * @param difference from what is there to what would be, as unified diff in lines; empty unless
 *     different
 */
public record FileChange(GeneratedFile file, Kind kind, List<String> difference) {
  /** How a file compares with what is there. */
  public enum Kind {
    NEW,
    SAME,
    DIFFERENT
  }

  public FileChange {
    difference = List.copyOf(difference);
  }

  static FileChange create(GeneratedFile file) {
    return new FileChange(file, Kind.NEW, List.of());
  }

  static FileChange between(byte[] existing, GeneratedFile file) {
    if (Arrays.equals(existing, file.text().getBytes(StandardCharsets.UTF_8))) {
      return new FileChange(file, Kind.SAME, List.of());
    }
    List<String> old = new String(existing, StandardCharsets.UTF_8).lines().toList();
    List<String> revised = file.text().lines().toList();
    List<String> difference =
        UnifiedDiffUtils.generateUnifiedDiff(
            file.name(), file.name() + " (wheelbase)", old, DiffUtils.diff(old, revised), 3);
    return new FileChange(
        file,
        Kind.DIFFERENT,
        difference.isEmpty() ? List.of("only the ends of lines differ") : difference);
  }
}
