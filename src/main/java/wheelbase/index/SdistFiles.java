package wheelbase.index;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of an sdist, as far as somebody wanted to read them. Paths are without the leading
 * {@code NAME-VERSION/}.
 *
 * @param paths of all members, in the order of the archive
 * @param texts the beginnings of those that were asked for, by path
 * @param cutOff whether the archive was too long to be read to its end
 */
public record SdistFiles(List<String> paths, SortedMap<String, String> texts, boolean cutOff) {
  public SdistFiles {
    paths = List.copyOf(paths);
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** One that consists of these texts alone. */
  public static SdistFiles of(Map<String, String> texts) {
    SortedMap<String, String> sorted = new TreeMap<>(texts);
    return new SdistFiles(List.copyOf(sorted.keySet()), sorted, false);
  }

  public Optional<String> text(String path) {
    return Optional.ofNullable(texts.get(path));
  }
}
