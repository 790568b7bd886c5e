package wheelbase.bake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names services after their directories, so that each is a target of bake and an image's name: a
 * to z, digits, and single hyphens inside.
 */
public final class ServiceNames {
  private static final String NAMELESS = "service";

  /** The group of all. */
  private static final String GROUP = "default";

  private ServiceNames() {}

  /**
   * The shortest end of each path that no other has; numbered where whole paths come to the same.
   *
   * @param directories relative to the root, with {@code /}
   * @param root the name of the root, for the one that is it
   * @return in the same order, each once
   */
  public static List<String> of(List<String> directories, String root) {
    Map<String, Integer> asked = new HashMap<>();
    for (String directory : directories) {
      asked.merge(last(directory, root), 1, Integer::sum);
    }
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>(Set.of(GROUP));
    for (String directory : directories) {
      String last = last(directory, root);
      String name = asked.get(last) == 1 ? last : valid(whole(directory, root));
      String unique = name;
      for (int number = 2; !taken.add(unique); number++) {
        unique = name + "-" + number;
      }
      names.add(unique);
    }
    return List.copyOf(names);
  }

  private static String last(String directory, String root) {
    String whole = whole(directory, root);
    return valid(whole.substring(whole.lastIndexOf('/') + 1));
  }

  private static String whole(String directory, String root) {
    return directory.equals(ServiceSearch.ROOT) ? root : directory;
  }

  /** What is left of a text where all else is a hyphen. */
  static String valid(String text) {
    String name =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return name.isEmpty() ? NAMELESS : name;
  }
}
