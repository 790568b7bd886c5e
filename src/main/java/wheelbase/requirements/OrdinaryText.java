package wheelbase.requirements;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import wheelbase.pep508.Marker;
import wheelbase.pep508.Requirement;

/**
 * A requirement without {@code -e}, read as pip's {@code parse_req_from_line} does: name and
 * specifier, address, or path.
 */
record OrdinaryText(WorkingDirectory working, TracedText written) {

  RequirementParts parse() throws LineFault {
    // In an address a semicolon parts off a marker only where a space follows.
    String separator = Link.isAddress(written.text()) ? "; " : ";";
    int semicolon = written.text().indexOf(separator);
    TracedText name = semicolon < 0 ? written.strip() : written.substring(0, semicolon).strip();
    Optional<Marker> marker = Optional.empty();
    if (semicolon >= 0) {
      TracedText condition = written.substring(semicolon + separator.length()).strip();
      marker =
          condition.isEmpty() ? Optional.empty() : Optional.of(RequirementParts.marker(condition));
    }
    return Link.isAddress(name.text()) ? address(name, marker) : pathOrName(name, marker);
  }

  private RequirementParts address(TracedText name, Optional<Marker> marker) throws LineFault {
    Link link = working.withoutDotDot(new Link(name.text()));
    return RequirementParts.ofLink(link, Set.of(), name, marker);
  }

  private RequirementParts pathOrName(TracedText name, Optional<Marker> marker) throws LineFault {
    Matcher matcher = RequirementText.WITH_EXTRAS.matcher(name.text());
    boolean hasExtras = matcher.matches();
    Optional<Link> link = localPath(hasExtras ? name.substring(0, matcher.end(1)) : name, name);
    if (link.isPresent()) {
      Set<String> extras =
          hasExtras ? RequirementParts.extras(name.substring(matcher.start(2))) : Set.of();
      return RequirementParts.ofLink(link.get(), extras, name, marker);
    }
    Requirement requirement = RequirementParts.requirement(name);
    Optional<Link> address = requirement.url().map(Link::new);
    if (address.isPresent()) {
      RequirementParts.ofEgg(address.get(), name);
    }
    return new RequirementParts(
        Optional.of(requirement), address, requirement.extras(), marker.or(requirement::marker));
  }

  /**
   * The file or directory that a text names, if it names one (pip's {@code _get_url_from_path}).
   */
  private Optional<Link> localPath(TracedText path, TracedText name) throws LineFault {
    Optional<Path> absolute = working.resolve(path.text());
    if (absolute.isEmpty()) {
      return Optional.empty();
    }
    if (WorkingDirectory.looksLikePath(name.text())
        && working.files().isDirectory(absolute.get())) {
      if (working.isInstallable(absolute.get())) {
        return absolute.map(Link::ofPath);
      }
      throw LineFault.at(
          path,
          "not-installable-directory",
          "the directory has neither pyproject.toml nor setup.py, so pip cannot install it");
    }
    boolean archive = Link.isArchiveName(path.text());
    return archive && (working.files().isFile(absolute.get()) || !isDirectReference(name.text()))
        ? absolute.map(Link::ofPath)
        : Optional.empty();
  }

  /** {@code name @ address}, whose address may end like an archive. */
  private static boolean isDirectReference(String text) {
    int at = text.indexOf('@');
    return at >= 0 && !WorkingDirectory.looksLikePath(text.substring(0, at));
  }
}
