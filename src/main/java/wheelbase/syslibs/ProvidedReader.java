package wheelbase.syslibs;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks over a user's own table of what provides what. */
final class ProvidedReader {
  private static final List<String> LISTS =
      List.of("headers", "links", "modules", "programs", "cmake");
  private static final String CRATES = "crates";
  private static final Set<String> KEYS =
      Stream.concat(LISTS.stream(), Stream.of(CRATES)).collect(toUnmodifiableSet());

  private final Predicate<String> libraryExists;
  private final Function<String, String> meant;

  /**
   * @param libraryExists whether there is a library of that id
   * @param meant a hint at the id that was meant, may be empty
   */
  ProvidedReader(Predicate<String> libraryExists, Function<String, String> meant) {
    this.libraryExists = libraryExists;
    this.meant = meant;
  }

  /** The table, every fault of which is noted. */
  JsonNode read(RuleObject root) {
    for (Map.Entry<String, JsonNode> each : root.node().properties()) {
      String id = each.getKey();
      if (!libraryExists.test(id)) {
        root.fault(id, "there is no library `" + id + "`", meant.apply(id));
      }
      root.object(id)
          .ifPresent(
              library -> {
                library.having(KEYS);
                LISTS.forEach(library::texts);
                library.textsByKey(CRATES);
              });
    }
    return root.node();
  }
}
