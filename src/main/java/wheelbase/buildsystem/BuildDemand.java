package wheelbase.buildsystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.BuildSystem;
import wheelbase.pep508.Requirement;
import wheelbase.pep508.RequirementSyntaxException;

/**
 * What an sdist asks pip for before it is built, as pip 26 takes it ({@code
 * pip._internal.pyproject.load_pyproject_toml}).
 *
 * @param backend the one that is called
 * @param required installed first, together
 * @param setupRequires asked for by setuptools, once it runs
 * @param unseen where more is asked for that cannot be read without running it
 */
public record BuildDemand(
    String backend,
    List<Requirement> required,
    List<Requirement> setupRequires,
    List<String> unseen) {
  private static final String SETUPTOOLS = "setuptools.build_meta";
  private static final String LEGACY = SETUPTOOLS + ":__legacy__";
  private static final List<String> BY_DEFAULT = List.of("setuptools>=40.8.0");

  public BuildDemand {
    required = List.copyOf(required);
    setupRequires = List.copyOf(setupRequires);
    unseen = List.copyOf(unseen);
  }

  /** What is asked for, or why pip refuses to build: a clause in words. */
  static Checked<BuildDemand> of(BuildSystem system) {
    boolean byDefault = system.declared() == BuildSystem.Declared.BY_DEFAULT;
    if (system.declared() == BuildSystem.Declared.WITHOUT_REQUIRES) {
      return refused("its pyproject.toml has a [build-system] without `requires`");
    }
    List<Requirement> required = new ArrayList<>();
    for (String text : byDefault ? BY_DEFAULT : system.requires()) {
      try {
        required.add(Requirement.parse(text));
      } catch (RequirementSyntaxException fault) {
        return refused("`" + text + "` in its [build-system] is no requirement");
      }
    }
    String backend = system.backend().orElse(LEGACY);
    List<Requirement> setup =
        system.setupRequires().stream()
            .filter(text -> backend.startsWith(SETUPTOOLS))
            .map(Requirement::tryParse)
            .flatMap(Optional::stream)
            .toList();
    return Checked.taken(
        new BuildDemand(
            backend,
            required,
            setup,
            backend.startsWith(SETUPTOOLS) ? system.unseen() : List.of()));
  }

  private static Checked<BuildDemand> refused(String why) {
    return Checked.refused(Diagnostic.error("build-system", why));
  }
}
