package wheelbase.requirements.lock;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.Marker;
import wheelbase.pep508.MarkerEnvironment;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.pep508.RequirementSyntaxException;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.pyproject.Toml;

/**
 * The text of a lock file as its formats share it: tables with a name and a version, and markers.
 *
 * @param file as the user would name it
 * @param directory that the file lies in, absolute: paths in it start there
 * @param places name, and name and version, to an index of {@code lines}
 */
record LockFile(
    String file, Path directory, List<String> lines, JsonNode tree, Map<String, Integer> places) {
  private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

  /** {@code name = "flask"}, or {@code "flask": {}. */
  private static final Pattern NAME =
      Pattern.compile("\\s*(?:name = \"([^\"]+)\"|\"([^\"]+)\": \\{)\\s*");

  private static final Pattern VERSION = Pattern.compile("\\s*version = \"([^\"]+)\"\\s*");

  LockFile {
    lines = List.copyOf(lines);
    places = Map.copyOf(places);
  }

  static LockFile of(Toml toml, Path directory) {
    return of(toml.name(), directory, toml.lines(), toml.tree());
  }

  static LockFile of(String file, Path directory, List<String> lines, JsonNode tree) {
    Map<String, Integer> places = new HashMap<>();
    for (int index = 0; index < lines.size(); index++) {
      Matcher name = NAME.matcher(lines.get(index));
      if (name.matches()) {
        String found = name.group(1) == null ? name.group(2) : name.group(1);
        places.putIfAbsent(found, index);
        Matcher version = VERSION.matcher(index + 1 < lines.size() ? lines.get(index + 1) : "");
        if (version.matches()) {
          places.putIfAbsent(found + " " + version.group(1), index);
        }
      }
    }
    return new LockFile(file, directory, lines, tree, places);
  }

  /** Whether a marker holds; one that cannot be read does not. */
  static boolean holds(String marker, MarkerEnvironment target) {
    if (marker.isEmpty()) {
      return true;
    }
    try {
      return Marker.parse(marker).holds(target, Set.of());
    } catch (RequirementSyntaxException unreadable) {
      return false;
    }
  }

  /** The pin of a version. Empty where name or version are none. */
  Optional<DeclaredRequirement> pin(
      String name, String version, Set<String> extras, List<String> hashes) {
    if (!PackageName.isValid(name) || Version.tryParse(version).isEmpty()) {
      return Optional.empty();
    }
    String text = name + extras(extras) + "==" + version;
    return requirement(text, text, name, version, hashes);
  }

  /** The pin of an address or of a path relative to the file. */
  Optional<DeclaredRequirement> address(String name, String address, Set<String> extras) {
    if (!PackageName.isValid(name) || address.isBlank()) {
      return Optional.empty();
    }
    String url =
        ADDRESS.matcher(address).matches()
            ? address
            : directory.resolve(address).toUri().toString();
    String subject = name + extras(extras) + " @ ";
    return requirement(subject + address, subject + url.replace(" ", "%20"), name, "", List.of());
  }

  /**
   * @param text as the lock has it, for people
   * @param absolute the same with the address of a path
   */
  private Optional<DeclaredRequirement> requirement(
      String text, String absolute, String name, String version, List<String> hashes) {
    return Requirement.tryParse(absolute)
        .map(
            requirement ->
                new DeclaredRequirement(
                    text,
                    Optional.of(requirement),
                    requirement.url(),
                    false,
                    hashes,
                    place(name, version)));
  }

  private static String extras(Set<String> extras) {
    return extras.isEmpty()
        ? ""
        : extras.stream().sorted().collect(Collectors.joining(",", "[", "]"));
  }

  /** The line with the name of a package, of several the one above this version. */
  SourceSpan place(String name, String version) {
    int index = places.getOrDefault(name + " " + version, places.getOrDefault(name, 0));
    return SourceSpan.line(file, index + 1, lines.isEmpty() ? "" : lines.get(index));
  }

  /** What stands against this Python, where the lock says for which it was made. */
  Optional<Diagnostic> otherPython(String requiresPython, MarkerEnvironment target) {
    String python = target.values().getOrDefault("python_full_version", "");
    return SpecifierSet.tryParse(requiresPython)
        .filter(set -> Version.tryParse(python).map(version -> !set.admits(version)).orElse(false))
        .map(
            set ->
                Diagnostic.error(
                    "lock-for-other-python",
                    file + " was made for Python " + requiresPython + ", not for " + python));
  }

  /**
   * @param markers of the environments that it was made for
   */
  static Diagnostic otherEnvironment(String file, List<String> markers) {
    return Diagnostic.error(
        "lock-for-other-environment",
        file + " was made for other targets: " + String.join("; ", markers));
  }

  /** Of the places that packages come from those on the network, each once. */
  static List<String> indexes(Stream<String> places) {
    return places.filter(place -> place.startsWith("http")).distinct().toList();
  }

  static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(element -> strings.add(element.asText()));
    return strings;
  }
}
