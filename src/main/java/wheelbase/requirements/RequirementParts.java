package wheelbase.requirements;

import java.util.Optional;
import java.util.Set;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep425.WheelFileName;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep508.Marker;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.pep508.RequirementSyntaxException;

/**
 * What a requirement is made of, before it is put together.
 *
 * @param requirement its name and specifier, where it has a name
 */
record RequirementParts(
    Optional<Requirement> requirement,
    Optional<Link> link,
    Set<String> extras,
    Optional<Marker> marker) {

  /** The parsed form with these extras and this marker. */
  Optional<Requirement> whole() {
    return requirement.map(one -> one.with(extras, marker));
  }

  /** Of an address or path: a wheel's file name says what it is, else {@code #egg=} may. */
  static RequirementParts ofLink(
      Link link, Set<String> extras, TracedText written, Optional<Marker> marker) throws LineFault {
    Optional<Requirement> requirement =
        link.isWheel() ? Optional.of(ofWheel(link, written)) : ofEgg(link, written);
    return new RequirementParts(requirement, Optional.of(link), extras, marker);
  }

  private static Requirement ofWheel(Link link, TracedText written) throws LineFault {
    Optional<WheelFileName> wheel = WheelFileName.tryParse(link.fileName());
    if (wheel.isEmpty()) {
      throw LineFault.at(
          written,
          "invalid-wheel-filename",
          "a wheel's file name is NAME-VERSION-PYTHON-ABI-PLATFORM.whl");
    }
    if (!PackageName.isValid(wheel.get().name())) {
      throw LineFault.at(
          written, "invalid-requirement", "`" + wheel.get().name() + "` is not a project's name");
    }
    return new Requirement(
        new PackageName(wheel.get().name()),
        Set.of(),
        SpecifierSet.exactly(wheel.get().version()),
        Optional.empty(),
        Optional.empty());
  }

  static Optional<Requirement> ofEgg(Link link, TracedText written) throws LineFault {
    Optional<String> egg = link.egg();
    if (egg.isPresent() && !PackageName.isValid(egg.get())) {
      int start = written.text().indexOf("egg=");
      throw LineFault.at(
          start < 0 ? written : written.substring(start),
          "invalid-egg-fragment",
          "what follows `egg=` is the name of a project, without extras");
    }
    return egg.map(name -> ofName(new PackageName(name)));
  }

  static Requirement ofName(PackageName name) {
    return new Requirement(name, Set.of(), SpecifierSet.any(), Optional.empty(), Optional.empty());
  }

  /**
   * @param brackets {@code [a,b]}
   */
  static Set<String> extras(TracedText brackets) throws LineFault {
    String prefix = "placeholder";
    try {
      return Requirement.parse(prefix + brackets).extras();
    } catch (RequirementSyntaxException fault) {
      throw refused(brackets, fault, prefix.length());
    }
  }

  static Marker marker(TracedText condition) throws LineFault {
    try {
      return Marker.parse(condition.text());
    } catch (RequirementSyntaxException fault) {
      throw refused(condition, fault, 0);
    }
  }

  static Requirement requirement(TracedText written) throws LineFault {
    try {
      return Requirement.parse(written.text());
    } catch (RequirementSyntaxException fault) {
      throw refused(written, fault, 0);
    }
  }

  /**
   * @param before characters that the parser saw in front of the text
   */
  private static LineFault refused(
      TracedText written, RequirementSyntaxException fault, int before) {
    int start = Math.max(0, fault.column() - 1 - before);
    Diagnostic diagnostic =
        Diagnostic.error(
                "invalid-requirement",
                "this is not a requirement that pip reads: " + fault.getMessage())
            .at(written.span(start, start + fault.length()));
    return new LineFault(
        RefusalHint.of(written.text()).map(diagnostic::withHint).orElse(diagnostic));
  }
}
