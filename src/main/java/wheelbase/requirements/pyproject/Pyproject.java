package wheelbase.requirements.pyproject;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.PythonDeclaration;

/**
 * What a {@code pyproject.toml} says that matters here.
 *
 * @param dependencies of the project itself: optional ones and groups are not installed by default
 * @param python what it asks of Python
 * @param scripts name to {@code module:function}
 */
public record Pyproject(
    List<DeclaredRequirement> dependencies,
    Optional<PythonDeclaration> python,
    Map<String, String> scripts,
    List<Diagnostic> diagnostics) {
  public Pyproject {
    dependencies = List.copyOf(dependencies);
    scripts = Map.copyOf(scripts);
    diagnostics = List.copyOf(diagnostics);
  }

  static Pyproject unreadable(Diagnostic fault) {
    return new Pyproject(List.of(), Optional.empty(), Map.of(), List.of(fault));
  }
}
