package wheelbase.requirements;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import wheelbase.pep508.Requirement;

/**
 * What follows {@code -e}, read as pip's {@code parse_editable} does: {@code name @ address}, a
 * directory, or a version control address with {@code #egg=}.
 */
record EditableText(WorkingDirectory working, TracedText written) {

  RequirementParts parse() throws LineFault {
    Optional<Requirement> direct =
        Requirement.tryParse(written.text()).filter(one -> one.url().isPresent());
    return direct.isPresent() ? directReference(direct.get()) : directoryOrAddress();
  }

  private RequirementParts directReference(Requirement direct) throws LineFault {
    return checked(
        new RequirementParts(
            Optional.of(RequirementParts.ofName(direct.name())),
            direct.url().map(Link::new),
            direct.extras(),
            direct.marker()));
  }

  private RequirementParts directoryOrAddress() throws LineFault {
    Matcher matcher = RequirementText.WITH_EXTRAS.matcher(written.text());
    boolean hasExtras = matcher.matches();
    TracedText address = hasExtras ? written.substring(0, matcher.end(1)) : written;
    Link local = working.directory(address.text()).orElseGet(() -> new Link(address.text()));
    if (local.isFile()) {
      Set<String> extras =
          hasExtras ? RequirementParts.extras(written.substring(matcher.start(2))) : Set.of();
      return checked(of(local, address, extras));
    }
    return checked(of(versionControlled(), written, Set.of()));
  }

  private static RequirementParts of(Link link, TracedText text, Set<String> extras)
      throws LineFault {
    return new RequirementParts(
        RequirementParts.ofEgg(link, text), Optional.of(link), extras, Optional.empty());
  }

  /** {@code git:...} is short for {@code git+git:...}. */
  private Link versionControlled() {
    String lower = written.text().toLowerCase(Locale.ROOT);
    return Link.versionControls().stream()
        .filter(system -> lower.startsWith(system + ":"))
        .findFirst()
        .map(system -> new Link(system + "+" + written))
        .orElse(new Link(written.text()));
  }

  private RequirementParts checked(RequirementParts parts) throws LineFault {
    Link link = parts.link().orElseThrow();
    if (!link.isFile() && !link.isVersionControl()) {
      throw LineFault.at(
          written,
          "invalid-editable",
          "an editable requirement is a directory of a project that is there, or an address such"
              + " as git+https://...");
    }
    if (!link.isFile() && parts.requirement().isEmpty()) {
      throw LineFault.at(
          written, "egg-missing", "the name of the project is missing: write NAME @ ADDRESS");
    }
    return new RequirementParts(
        parts.requirement(),
        Optional.of(working.withoutDotDot(link)),
        parts.extras(),
        parts.marker());
  }
}
