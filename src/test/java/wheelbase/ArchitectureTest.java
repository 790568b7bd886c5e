package wheelbase;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may import whom. It is never widened to get a change through. */
class ArchitectureTest {
  /** From the bottom up: a package imports only packages before it. */
  private static final List<String> ORDER =
      List.of(
          "wheelbase.diagnostic",
          "wheelbase.pep440",
          "wheelbase.pep508",
          "wheelbase.pep425",
          "wheelbase.elf",
          "wheelbase.platform",
          "wheelbase.requirements",
          "wheelbase.index",
          "wheelbase.index.pypi",
          "wheelbase.resolver",
          "wheelbase.lock",
          "wheelbase.wheels",
          "wheelbase.syslibs",
          "wheelbase.reading",
          "wheelbase.baseimage",
          "wheelbase.buildsystem",
          "wheelbase.registry",
          "wheelbase.application",
          "wheelbase.dockerfile.syntax",
          "wheelbase.dockerfile",
          "wheelbase.engine",
          "wheelbase.survey",
          "wheelbase.findings",
          "wheelbase",
          "wheelbase.audit",
          "wheelbase.bake",
          "wheelbase.verify",
          "wheelbase.report",
          "wheelbase.report.html",
          "wheelbase.wizard",
          "wheelbase.wizard.screen",
          "wheelbase.wizard.prompt",
          "wheelbase.cli");

  /** What each may import of others; whatever is not named imports the JDK alone. */
  private static final Map<String, List<String>> THIRD_PARTY =
      Map.ofEntries(
          Map.entry("wheelbase.requirements.pyproject", List.of("com.fasterxml.jackson")),
          Map.entry("wheelbase.requirements.lock", List.of("com.fasterxml.jackson")),
          Map.entry(
              "wheelbase.index.pypi",
              List.of("okhttp3", "okio", "kotlin", "com.fasterxml.jackson")),
          Map.entry("wheelbase.syslibs", List.of("com.fasterxml.jackson")),
          Map.entry("wheelbase.reading", List.of("com.fasterxml.jackson")),
          Map.entry("wheelbase.baseimage", List.of("com.fasterxml.jackson")),
          Map.entry("wheelbase.dockerfile.syntax", List.of("com.fasterxml.jackson")),
          Map.entry(
              "wheelbase.registry", List.of("okhttp3", "okio", "kotlin", "com.fasterxml.jackson")),
          Map.entry(
              "wheelbase.dockerfile", List.of("com.samskivert.mustache", "com.github.difflib")),
          Map.entry("wheelbase.engine", List.of("com.fasterxml.jackson")),
          Map.entry("wheelbase.verify", List.of("com.fasterxml.jackson")),
          Map.entry("wheelbase.report", List.of("com.fasterxml.jackson")),
          Map.entry("wheelbase.report.html", List.of("com.samskivert.mustache")),
          Map.entry("wheelbase.wizard.screen", List.of("com.googlecode.lanterna")),
          Map.entry("wheelbase.wizard.prompt", List.of("org.jline")),
          Map.entry("wheelbase.cli", List.of("picocli")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("wheelbase");

  @Test
  void enoughClassesAreSeenForTheOtherTestsToMeanSomething() {
    assertThat(CLASSES).hasSizeGreaterThan(250);
    assertThat(packages(CLASSES.stream().map(JavaClass::getPackageName).toList()))
        .containsAll(ORDER);
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).map(ArchitectureTest::place))
        .doesNotContain(-1);
  }

  @Test
  void aPackageImportsOnlyPackagesAboveIt() {
    List<String> upward =
        dependencies()
            .filter(dependency -> place(dependency.getTargetClass().getPackageName()) >= 0)
            .filter(
                dependency ->
                    place(dependency.getOriginClass().getPackageName())
                        < place(dependency.getTargetClass().getPackageName()))
            .map(Dependency::getDescription)
            .toList();
    assertThat(upward).isEmpty();
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("(wheelbase..)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void thirdPartiesAreImportedWhereTheDesignHasThem() {
    Set<String> strangers =
        dependencies()
            .filter(dependency -> !isAllowed(dependency))
            .map(
                dependency ->
                    dependency.getOriginClass().getName()
                        + " imports "
                        + dependency.getTargetClass().getName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(strangers).isEmpty();
  }

  @Test
  void standardStreamsAndTheEndOfTheProcessBelongToTheCommandLine() {
    DescribedPredicate<JavaFieldAccess> standardStream =
        DescribedPredicate.describe(
            "a standard stream",
            access ->
                access.getTargetOwner().isEquivalentTo(System.class)
                    && List.of("in", "out", "err").contains(access.getTarget().getName()));
    noClasses()
        .that()
        .resideOutsideOfPackage("wheelbase.cli")
        .should()
        .accessFieldWhere(standardStream)
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(CLASSES);
  }

  private static java.util.stream.Stream<Dependency> dependencies() {
    return CLASSES.stream().flatMap(each -> each.getDirectDependenciesFromSelf().stream());
  }

  private static boolean isAllowed(Dependency dependency) {
    String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
    List<String> allowed = new ArrayList<>(List.of("java.", "javax.", "wheelbase"));
    String origin = dependency.getOriginClass().getPackageName();
    THIRD_PARTY.entrySet().stream()
        .filter(entry -> (origin + ".").startsWith(entry.getKey() + "."))
        .forEach(entry -> allowed.addAll(entry.getValue()));
    // The launcher's rehearsal serves an index to itself.
    if (origin.equals("wheelbase.cli")) {
      allowed.add("com.sun.net.httpserver");
    }
    return target.isEmpty() || allowed.stream().anyMatch(target::startsWith);
  }

  /** A package below one of the order belongs to it; -1 for one that is none of ours. */
  private static int place(String packageName) {
    int place = -1;
    int longest = -1;
    for (int index = 0; index < ORDER.size(); index++) {
      String known = ORDER.get(index);
      boolean within =
          packageName.equals(known)
              || !known.equals("wheelbase") && packageName.startsWith(known + ".");
      if (within && known.length() > longest) {
        place = index;
        longest = known.length();
      }
    }
    return place;
  }

  private static Set<String> packages(List<String> names) {
    return new TreeSet<>(names);
  }
}
