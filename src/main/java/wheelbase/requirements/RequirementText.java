package wheelbase.requirements;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep425.WheelFileName;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep508.Marker;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.pep508.RequirementSyntaxException;

/**
 * One requirement as text, read as pip reads it (its {@code parse_req_from_line} and {@code
 * parse_editable}): name and specifier, URL, version control address, or path. Paths start from the
 * directory that pip is run in, not from that of the file.
 */
final class RequirementText {
  private static final Pattern WITH_EXTRAS = Pattern.compile("(.+)(\\[[^\\]]+])");

  private final Path workingDirectory;
  private final FileReader files;
  private final TracedText written;
  private final LineOptions options;

  RequirementText(
      Path workingDirectory, FileReader files, TracedText written, LineOptions options) {
    this.workingDirectory = workingDirectory;
    this.files = files;
    this.written = written;
    this.options = options;
  }

  /** What a requirement is made of, before it is put together. */
  private record Parts(
      Optional<Requirement> requirement,
      Optional<Link> link,
      Set<String> extras,
      Optional<Marker> marker) {}

  DeclaredRequirement parse(boolean editable) throws LineFault {
    Parts parts = editable ? editable() : ordinary();
    Optional<Requirement> requirement =
        parts
            .requirement()
            .map(
                one ->
                    new Requirement(
                        one.name(), parts.extras(), one.specifier(), one.url(), parts.marker()));
    return new DeclaredRequirement(
        written.text(),
        requirement,
        parts.link().map(Link::text),
        editable,
        editable
            ? List.of()
            : options.values(PipOption.HASH).stream().map(TracedText::text).toList(),
        written.span(),
        parts.extras(),
        parts.marker(),
        configSettings());
  }

  private Map<String, String> configSettings() {
    var settings = new LinkedHashMap<String, String>();
    for (TracedText setting : options.values(PipOption.CONFIG_SETTINGS)) {
      String[] pair = setting.text().split("=", 2);
      settings.put(pair[0], pair[1]);
    }
    return settings;
  }

  private Parts ordinary() throws LineFault {
    String separator = Link.isAddress(written.text()) ? "; " : ";";
    int semicolon = written.text().indexOf(separator);
    TracedText name = semicolon < 0 ? written.strip() : written.substring(0, semicolon).strip();
    Optional<Marker> marker = Optional.empty();
    if (semicolon >= 0) {
      TracedText condition = written.substring(semicolon + separator.length()).strip();
      marker = condition.isEmpty() ? Optional.empty() : Optional.of(marker(condition));
    }
    return Link.isAddress(name.text())
        ? linked(new Link(name.text()), Set.of(), name, marker)
        : named(name, marker);
  }

  private Parts named(TracedText name, Optional<Marker> marker) throws LineFault {
    Matcher matcher = WITH_EXTRAS.matcher(name.text());
    boolean hasExtras = matcher.matches();
    TracedText path = hasExtras ? name.substring(0, matcher.end(1)) : name;
    Optional<Link> link = localPath(path, name);
    if (link.isPresent()) {
      Set<String> extras = hasExtras ? extras(name.substring(matcher.start(2))) : Set.of();
      return linked(link.get(), extras, name, marker);
    }
    Requirement requirement = requirement(name);
    return new Parts(
        Optional.of(requirement),
        requirement.url().map(Link::new),
        requirement.extras(),
        marker.or(requirement::marker));
  }

  /**
   * The file or directory that a text names, if it names one (pip's {@code _get_url_from_path}).
   */
  private Optional<Link> localPath(TracedText path, TracedText name) throws LineFault {
    Path absolute = absolute(path);
    if (absolute == null) {
      return Optional.empty();
    }
    if (looksLikePath(name.text()) && files.isDirectory(absolute)) {
      if (files.isFile(absolute.resolve("pyproject.toml"))
          || files.isFile(absolute.resolve("setup.py"))) {
        return Optional.of(Link.ofPath(absolute));
      }
      throw LineFault.at(
          path,
          "not-installable-directory",
          "the directory has neither pyproject.toml nor setup.py, so pip cannot install it");
    }
    if (!Link.isArchiveName(path.text())) {
      return Optional.empty();
    }
    int at = name.text().indexOf('@');
    boolean directReference = at >= 0 && !looksLikePath(name.text().substring(0, at));
    return directReference && !files.isFile(absolute)
        ? Optional.empty()
        : Optional.of(Link.ofPath(absolute));
  }

  private Parts linked(Link link, Set<String> extras, TracedText name, Optional<Marker> marker)
      throws LineFault {
    Link whole = withoutDotDot(link);
    Optional<Requirement> requirement;
    if (whole.isWheel()) {
      requirement = Optional.of(ofWheel(whole, name));
    } else {
      requirement = ofEgg(whole, name);
    }
    return new Parts(requirement, Optional.of(whole), extras, marker);
  }

  /** pip makes a {@code file:} address absolute only where it goes upwards. */
  private Link withoutDotDot(Link link) {
    return link.isFile() && link.text().contains("../")
        ? Link.ofPath(workingDirectory.resolve(link.path()).normalize())
        : link;
  }

  private static Requirement ofWheel(Link link, TracedText name) throws LineFault {
    try {
      WheelFileName wheel = WheelFileName.parse(link.fileName());
      return new Requirement(
          wheel.name(),
          Set.of(),
          SpecifierSet.parse("==" + wheel.version()),
          Optional.empty(),
          Optional.empty());
    } catch (IllegalArgumentException notAWheel) {
      throw LineFault.at(
          name,
          "invalid-wheel-filename",
          "a wheel's file name is NAME-VERSION-PYTHON-ABI-PLATFORM.whl");
    }
  }

  private static Optional<Requirement> ofEgg(Link link, TracedText name) throws LineFault {
    if (link.egg().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ofName(link.egg().get()));
    } catch (IllegalArgumentException notAName) {
      int egg = name.text().indexOf("egg=");
      throw LineFault.at(
          egg < 0 ? name : name.substring(egg),
          "invalid-egg-fragment",
          "what follows `egg=` is the name of a project, without extras");
    }
  }

  private static Requirement ofName(String name) {
    return new Requirement(
        new PackageName(name), Set.of(), SpecifierSet.any(), Optional.empty(), Optional.empty());
  }

  private Parts editable() throws LineFault {
    Optional<Requirement> direct = directReference();
    if (direct.isPresent()) {
      Requirement requirement = direct.get();
      Link link = new Link(requirement.url().orElseThrow());
      Requirement named = ofName(requirement.name().value());
      return editableLink(link, requirement.extras(), requirement.marker(), Optional.of(named));
    }
    Matcher matcher = WITH_EXTRAS.matcher(written.text());
    boolean hasExtras = matcher.matches();
    TracedText address = hasExtras ? written.substring(0, matcher.end(1)) : written;
    Path path = absolute(address);
    Link link =
        path != null && files.isDirectory(path) ? Link.ofPath(path) : new Link(address.text());
    if (link.isFile()) {
      Set<String> extras = hasExtras ? extras(written.substring(matcher.start(2))) : Set.of();
      return editableLink(link, extras, Optional.empty(), ofEgg(link, address));
    }
    return editableLink(
        versionControlled(), Set.of(), Optional.empty(), ofEgg(versionControlled(), written));
  }

  /** {@code name @ address}, which pip tries before its own older forms. */
  private Optional<Requirement> directReference() {
    try {
      return Optional.of(Requirement.parse(written.text()))
          .filter(requirement -> requirement.url().isPresent());
    } catch (RequirementSyntaxException otherForm) {
      return Optional.empty();
    }
  }

  /** {@code git:...} is short for {@code git+git:...}. */
  private Link versionControlled() {
    String text = written.text();
    return Link.versionControls().stream()
        .filter(system -> text.toLowerCase(Locale.ROOT).startsWith(system + ":"))
        .findFirst()
        .map(system -> new Link(system + "+" + text))
        .orElse(new Link(text));
  }

  private Parts editableLink(
      Link link, Set<String> extras, Optional<Marker> marker, Optional<Requirement> requirement)
      throws LineFault {
    if (!link.isFile() && !link.isVersionControl()) {
      throw LineFault.at(
          written,
          "invalid-editable",
          "an editable requirement is a directory of a project that is there, or an address such"
              + " as git+https://...");
    }
    if (!link.isFile() && requirement.isEmpty()) {
      throw LineFault.at(
          written, "egg-missing", "the name of the project is missing: write NAME @ ADDRESS");
    }
    return new Parts(requirement, Optional.of(withoutDotDot(link)), extras, marker);
  }

  /** Null where the text cannot be a path of this machine at all. */
  private Path absolute(TracedText path) {
    try {
      return workingDirectory.resolve(path.text()).normalize();
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }

  private static boolean looksLikePath(String text) {
    return text.contains("/") || text.startsWith(".");
  }

  private static Set<String> extras(TracedText brackets) throws LineFault {
    String prefix = "placeholder";
    try {
      return Requirement.parse(prefix + brackets).extras();
    } catch (RequirementSyntaxException fault) {
      throw refused(brackets, fault, fault.column() - 1 - prefix.length());
    }
  }

  private static Marker marker(TracedText condition) throws LineFault {
    try {
      return Marker.parse(condition.text());
    } catch (RequirementSyntaxException fault) {
      throw refused(condition, fault, fault.column() - 1);
    }
  }

  private Requirement requirement(TracedText name) throws LineFault {
    try {
      return Requirement.parse(name.text());
    } catch (RequirementSyntaxException fault) {
      throw refused(name, fault, fault.column() - 1);
    }
  }

  private static LineFault refused(TracedText text, RequirementSyntaxException fault, int from) {
    int start = Math.max(0, from);
    Diagnostic diagnostic =
        Diagnostic.error(
                "invalid-requirement",
                "this is not a requirement that pip reads: " + fault.getMessage())
            .at(text.span(start, start + fault.length()));
    return new LineFault(RefusalHint.of(text.text()).map(diagnostic::withHint).orElse(diagnostic));
  }
}
