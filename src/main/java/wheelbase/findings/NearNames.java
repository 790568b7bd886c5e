package wheelbase.findings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wheelbase.diagnostic.Spelling;
import wheelbase.index.Answers;
import wheelbase.index.IndexException;
import wheelbase.index.PackageIndex;
import wheelbase.pep508.PackageName;

/**
 * What a name that no index knows was probably meant to be. The index is not searched: the nearest
 * few of the names that this program knows (the project's own, those of the rules, and widely used
 * ones) are asked for, and only those that are there are offered.
 */
final class NearNames {
  private static final int MOST_ASKED = 3;
  private static final String LIST = "common-names.txt";

  private final PackageIndex index;

  NearNames(PackageIndex index) {
    this.index = index;
  }

  /**
   * @param unknown what no index knows
   * @param others names that the project uses besides
   * @return nearest first; none where nothing is near
   */
  List<PackageName> of(PackageName unknown, Collection<PackageName> others)
      throws InterruptedException {
    List<PackageName> there = new ArrayList<>();
    for (String candidate : nearest(unknown, others)) {
      PackageName name = new PackageName(candidate);
      if (isThere(name)) {
        there.add(name);
      }
    }
    return there;
  }

  /** {@code did you mean `a` or `b`?}; empty where nothing is near. */
  Optional<String> question(PackageName unknown, Collection<PackageName> others)
      throws InterruptedException {
    List<PackageName> near = of(unknown, others);
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of(
            near.stream()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(" or ", "did you mean ", "?")));
  }

  /** One slip in a short name, two in a longer one; hyphens count for nothing. */
  static List<String> nearest(PackageName unknown, Collection<PackageName> others) {
    String word = unknown.value();
    int tolerance = word.length() < 5 ? 1 : 2;
    Set<String> known = new TreeSet<>(commonNames());
    others.forEach(other -> known.add(other.value()));
    known.remove(word);
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= tolerance + 2)
        .filter(candidate -> distance(word, candidate) <= tolerance)
        .sorted(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .limit(MOST_ASKED)
        .toList();
  }

  private static int distance(String word, String candidate) {
    return Math.min(
        Spelling.distance(word, candidate),
        Spelling.distance(word.replace("-", ""), candidate.replace("-", "")));
  }

  private boolean isThere(PackageName name) throws InterruptedException {
    try {
      return Answers.await(index.page(name)).found();
    } catch (IndexException nobodyKnows) {
      return false;
    }
  }

  private static List<String> commonNames() {
    try (InputStream list = NearNames.class.getResourceAsStream(LIST)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
