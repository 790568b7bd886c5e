package wheelbase.requirements.pyproject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.Requirement;
import wheelbase.pep508.RequirementSyntaxException;
import wheelbase.requirements.Declared;
import wheelbase.requirements.DeclaredRequirement;

/** Dependency specifiers that stand as strings in a TOML file, with their places. */
final class RequirementTexts {
  private final Toml toml;

  RequirementTexts(Toml toml) {
    this.toml = toml;
  }

  /**
   * An array of strings.
   *
   * @param table where it stands, {@code project.optional-dependencies}
   * @param key its name there
   */
  Declared array(JsonNode array, String table, String key) {
    SourceSpan fallback = toml.key(table, key);
    int from = fallback.line() - 1;
    Declared all = Declared.NOTHING;
    for (JsonNode element : array) {
      Optional<SourceSpan> written = toml.quoted(element.asText(), from);
      from = written.map(place -> place.line() - 1).orElse(from);
      all = all.and(one(element.asText(), written.orElse(fallback), written.isPresent()));
    }
    return all;
  }

  /**
   * @param exact whether the place's columns are those of the text
   */
  static Declared one(String text, SourceSpan place, boolean exact) {
    try {
      Requirement requirement = Requirement.parse(text);
      return Declared.of(
          new DeclaredRequirement(
              text, Optional.of(requirement), requirement.url(), false, List.of(), place));
    } catch (RequirementSyntaxException fault) {
      return Declared.wrong(
          Diagnostic.error(
                  "invalid-requirement",
                  "this is not a requirement that pip reads: " + fault.getMessage())
              .at(exact ? within(place, fault) : place));
    }
  }

  private static SourceSpan within(SourceSpan place, RequirementSyntaxException fault) {
    return new SourceSpan(
        place.file(),
        place.line(),
        place.column() + fault.column() - 1,
        fault.length(),
        place.text());
  }
}
