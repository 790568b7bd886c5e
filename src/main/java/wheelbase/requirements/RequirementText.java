package wheelbase.requirements;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One requirement of a line with what its options add.
 *
 * @param written without options
 */
record RequirementText(WorkingDirectory working, TracedText written, LineOptions options) {
  static final Pattern WITH_EXTRAS = Pattern.compile("(.+)(\\[[^\\]]+])");

  DeclaredRequirement parse(boolean editable) throws LineFault {
    RequirementParts parts =
        editable
            ? new EditableText(working, written).parse()
            : new OrdinaryText(working, written).parse();
    return new DeclaredRequirement(
        written.text(),
        parts.whole(),
        parts.link().map(Link::text),
        editable,
        editable ? List.of() : hashes(),
        written.span(),
        parts.extras(),
        parts.marker(),
        configSettings());
  }

  private List<String> hashes() {
    return options.values(PipOption.HASH).stream().map(TracedText::text).toList();
  }

  private Map<String, String> configSettings() {
    var settings = new LinkedHashMap<String, String>();
    for (TracedText setting : options.values(PipOption.CONFIG_SETTINGS)) {
      String[] pair = setting.text().split("=", 2);
      settings.put(pair[0], pair[1]);
    }
    return settings;
  }
}
