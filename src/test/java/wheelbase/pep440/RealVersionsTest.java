package wheelbase.pep440;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Intervals held against the plain reading of PEP 440 ("Version specifiers"), on every version that
 * some fifty real projects ever published: with the specifiers that their dependents put on them,
 * and with bounds drawn from their own versions.
 */
class RealVersionsTest {
  private static final String RECORDED = "/wheelbase/pep440/real-versions.txt";
  private static final int DRAWN = 30;

  private record Project(String name, List<Version> versions, List<String> specifiers) {}

  @TestFactory
  List<DynamicTest> intervalsHoldWhatPlainComparisonAdmits() throws IOException {
    List<Project> projects = recorded();
    assertThat(projects).hasSizeGreaterThanOrEqualTo(50);
    return projects.stream()
        .map(project -> DynamicTest.dynamicTest(project.name(), () -> check(project)))
        .toList();
  }

  private static void check(Project project) {
    List<String> texts = new ArrayList<>(project.specifiers());
    Random random = new Random(project.name().hashCode());
    for (int drawn = 0; drawn < DRAWN; drawn++) {
      texts.add(clause(project, random));
      texts.add(clause(project, random) + "," + clause(project, random));
    }
    for (String text : texts) {
      SpecifierSet specifiers = SpecifierSet.parse(text);
      VersionRange range = specifiers.range().orElseThrow();
      for (Version version : project.versions()) {
        boolean plain = List.of(text.split(",")).stream().allMatch(one -> admits(one, version));
        if (range.contains(version) != plain || specifiers.admits(version) != plain) {
          assertThat(range.contains(version)).as(text + " and " + version).isEqualTo(plain);
          assertThat(specifiers.admits(version)).as(text + " and " + version).isEqualTo(plain);
        }
      }
    }
  }

  private static String clause(Project project, Random random) {
    Version version = project.versions().get(random.nextInt(project.versions().size()));
    List<String> forms = new ArrayList<>(List.of("<%s", "<=%s", ">%s", ">=%s", "==%s", "!=%s"));
    if (version.release().size() > 1) {
      forms.add("~=%s");
    }
    String form = forms.get(random.nextInt(forms.size()));
    if (random.nextInt(4) == 0 && form.contains("=%") && !form.matches("[<>~].*")) {
      return String.format(form, version.base()) + ".*";
    }
    return String.format(form, form.matches("[<>]%s") ? version.base() : version.publicVersion());
  }

  private static boolean admits(String clause, Version version) {
    String operator = clause.replaceAll("[^<>=!~].*", "");
    String text = clause.substring(operator.length());
    if (text.endsWith(".*")) {
      boolean starts = startsWith(version, Version.parse(text.substring(0, text.length() - 2)), 0);
      return starts == operator.equals("==");
    }
    Version bound = Version.parse(text);
    Version alike = bound.hasLocal() ? version : version.publicVersion();
    return switch (operator) {
      case "==" -> alike.equals(bound);
      case "!=" -> !alike.equals(bound);
      case "<=" -> alike.compareTo(bound) <= 0;
      case ">=" -> alike.compareTo(bound) >= 0;
      // "must not allow a pre-release of the specified version"
      case "<" ->
          version.compareTo(bound) < 0
              && (bound.isPrerelease()
                  || !version.isPrerelease()
                  || !version.base().equals(bound.base()));
      // "must not allow a post-release of the given version", nor a local version of it
      case ">" ->
          alike.compareTo(bound) > 0
              && (bound.isPostrelease()
                  || !version.isPostrelease()
                  || !version.base().equals(bound.base()));
      case "~=" -> alike.compareTo(bound) >= 0 && startsWith(version, bound, 1);
      default -> throw new AssertionError(clause);
    };
  }

  /** All numbers of the prefix but the last {@code without}, missing ones being zeros. */
  private static boolean startsWith(Version version, Version prefix, int without) {
    List<Integer> numbers = version.release();
    for (int at = 0; at < prefix.release().size() - without; at++) {
      int number = at < numbers.size() ? numbers.get(at) : 0;
      if (number != prefix.release().get(at)) {
        return false;
      }
    }
    return version.epoch().equals(prefix.epoch());
  }

  private static List<Project> recorded() throws IOException {
    List<Project> projects = new ArrayList<>();
    try (InputStream in = RealVersionsTest.class.getResourceAsStream(RECORDED)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
        String[] words = line.strip().split(" ");
        List<String> values = List.of(words).subList(1, words.length);
        if (!line.startsWith(" ")) {
          projects.add(new Project(line, new ArrayList<>(), new ArrayList<>()));
          continue;
        }
        Project project = projects.get(projects.size() - 1);
        if (words[0].equals("versions")) {
          values.forEach(value -> project.versions().add(Version.parse(value)));
        } else {
          project.specifiers().addAll(values);
        }
      }
    }
    return projects;
  }
}
