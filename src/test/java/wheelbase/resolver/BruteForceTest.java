package wheelbase.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.testing.MiniIndex;

/**
 * Small random universes, solved twice: by the resolver, and by trying every choice of releases.
 * Where there is a solution the resolver finds one that holds, and where there is none it says so.
 */
class BruteForceTest {
  private static final int UNIVERSES = 1500;
  private static final String[] NAMES = {"a", "b", "c", "d", "e"};

  @Test
  void thereIsASolutionExactlyWhereTheResolverFindsOne() {
    Random random = new Random(20261121);
    int solvable = 0;
    for (int universe = 0; universe < UNIVERSES; universe++) {
      Map<String, List<Requirement>> releases = new HashMap<>();
      List<String> lines = draw(random, releases);
      String[] roots = requirements(random, 2, "").toArray(String[]::new);
      boolean possible = exists(releases, parse(roots), new HashMap<>(), 0);
      Resolution resolution =
          Drawn.resolve(MiniIndex.of(lines.toArray(String[]::new)), Drawn.request(roots));
      String about = universe + ": " + List.of(roots) + " in " + lines;
      assertThat(resolution.<Boolean>fold(resolved -> true, conflict -> false))
          .as(about)
          .isEqualTo(possible);
      resolution.fold(resolved -> check(resolved, releases, parse(roots), about), any -> null);
      solvable += possible ? 1 : 0;
    }
    assertThat(solvable).isBetween(UNIVERSES / 5, UNIVERSES * 4 / 5);
  }

  private static List<String> draw(Random random, Map<String, List<Requirement>> releases) {
    List<String> lines = new ArrayList<>();
    for (String name : NAMES) {
      int versions = 1 + random.nextInt(4);
      for (int version = 1; version <= versions; version++) {
        List<String> requires = requirements(random, random.nextInt(3), name);
        lines.add(
            name
                + " "
                + version
                + (requires.isEmpty() ? "" : " -> " + String.join(", ", requires)));
        releases.put(name + " " + version, parse(requires.toArray(String[]::new)));
      }
    }
    return lines;
  }

  private static List<String> requirements(Random random, int count, String except) {
    String[] operators = {"==", ">=", "<=", "!=", "<", ">"};
    List<String> requirements = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      String name = NAMES[random.nextInt(NAMES.length)];
      if (!name.equals(except)) {
        requirements.add(
            name + operators[random.nextInt(operators.length)] + (1 + random.nextInt(4)));
      }
    }
    return requirements;
  }

  private static List<Requirement> parse(String... texts) {
    return List.of(texts).stream().map(Requirement::parse).toList();
  }

  /** Tries for each package every release, and its absence. */
  private static boolean exists(
      Map<String, List<Requirement>> releases,
      List<Requirement> roots,
      Map<String, Integer> chosen,
      int at) {
    if (at == NAMES.length) {
      return holds(releases, roots, chosen);
    }
    for (int version = 0; version <= 4; version++) {
      if (version == 0 || releases.containsKey(NAMES[at] + " " + version)) {
        chosen.put(NAMES[at], version);
        if (exists(releases, roots, chosen, at + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean holds(
      Map<String, List<Requirement>> releases,
      List<Requirement> roots,
      Map<String, Integer> chosen) {
    List<Requirement> all = new ArrayList<>(roots);
    chosen.forEach(
        (name, version) -> all.addAll(releases.getOrDefault(name + " " + version, List.of())));
    return all.stream()
        .allMatch(
            requirement -> {
              int version = chosen.getOrDefault(requirement.name().value(), 0);
              return version > 0
                  && requirement.specifier().admits(Version.parse(Integer.toString(version)));
            });
  }

  private static Void check(
      Resolved resolved,
      Map<String, List<Requirement>> releases,
      List<Requirement> roots,
      String about) {
    Map<String, Integer> chosen = new HashMap<>();
    resolved
        .pins()
        .forEach(
            (name, pin) ->
                chosen.put(name.value(), Integer.parseInt(pin.version().get().toString())));
    assertThat(holds(releases, roots, chosen)).as(about).isTrue();
    Set<PackageName> needed = resolved.pins().keySet();
    assertThat(needed)
        .as("nothing superfluous in " + about)
        .allMatch(
            name ->
                roots.stream().anyMatch(root -> root.name().equals(name))
                    || resolved.pins().values().stream()
                        .anyMatch(pin -> pin.dependencies().contains(name)));
    return null;
  }
}
