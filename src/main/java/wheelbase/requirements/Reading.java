package wheelbase.requirements;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.diagnostic.Spelling;

/** One run through requirements files and what they include, gathering as it goes. */
final class Reading {
  private static final Pattern REMOTE = Pattern.compile("https?:.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern FILE_ADDRESS = Pattern.compile("file:.*", Pattern.CASE_INSENSITIVE);

  /** A file, from where, and what is open above it. */
  private record Open(Path file, boolean constraint, List<Path> above) {
    Open include(Path included, boolean asConstraint) {
      var longer = new ArrayList<>(above);
      longer.add(file);
      return new Open(included, asConstraint, List.copyOf(longer));
    }
  }

  private final Path root;
  private final FileReader files;
  private final Map<String, String> environment;
  private final OptionsInForce options;
  private final Set<Path> read = new LinkedHashSet<>();
  private final List<DeclaredRequirement> requirements = new ArrayList<>();
  private final List<DeclaredRequirement> constraints = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Reading(Path root, FileReader files, Map<String, String> environment, ReaderOptions before) {
    this.root = root;
    this.files = files;
    this.environment = environment;
    this.options = new OptionsInForce(files, before);
  }

  ProjectRequirements toProjectRequirements() {
    return new ProjectRequirements(
        List.copyOf(read), requirements, constraints, options.toOptions(), diagnostics);
  }

  void readEntry(Path file, boolean constraint) {
    Path absolute = root.resolve(file).normalize();
    Diagnostic missing =
        Diagnostic.error(
            "missing-requirements-file", "there is no requirements file " + nameOf(absolute));
    readFile(new Open(absolute, constraint, List.of()), missing);
  }

  private void readFile(Open open, Diagnostic missing) {
    Optional<byte[]> content;
    try {
      content = files.read(open.file());
    } catch (IOException unreadable) {
      diagnostics.add(
          new Diagnostic(
              "unreadable-requirements-file",
              missing.severity(),
              nameOf(open.file()) + " cannot be read: " + unreadable.getMessage(),
              Optional.empty(),
              missing.place(),
              List.of()));
      return;
    }
    if (content.isEmpty()) {
      diagnostics.add(withNearestName(missing, open.file()));
      return;
    }
    read.add(open.file());
    var decoded = DecodedFile.decode(nameOf(open.file()), content.get());
    if (decoded.fault().isPresent()) {
      diagnostics.add(decoded.fault().get());
      return;
    }
    for (LogicalLine line : LineChain.logicalLines(decoded.file(), environment)) {
      readLine(open, line);
    }
  }

  private void readLine(Open open, LogicalLine line) {
    try {
      var parsed = ParsedLine.parse(line.text());
      options.takeFormatControl(parsed.options());
      if (parsed.requirement().isPresent()) {
        takeRequirement(open, parsed);
      } else if (parsed.include().isPresent()) {
        include(open, parsed.include().get());
      } else {
        options.takeOptionLine(parsed.options(), open.file().getParent());
      }
      diagnostics.addAll(parsed.warnings());
    } catch (LineFault fault) {
      diagnostics.add(shown(line, fault.diagnostic()));
    }
  }

  private static Diagnostic shown(LogicalLine line, Diagnostic fault) {
    Diagnostic said = fault.saying(line.withoutValues(fault.message()));
    return fault.hint().map(hint -> said.withHint(line.withoutValues(hint))).orElse(said);
  }

  private void takeRequirement(Open open, ParsedLine parsed) throws LineFault {
    TracedText text = parsed.requirement().orElseThrow();
    if (open.constraint() && parsed.isEditable()) {
      throw LineFault.at(
          text, "editable-constraint", "an editable requirement cannot be a constraint");
    }
    var declared =
        new RequirementText(new WorkingDirectory(root, files), text, parsed.options())
            .parse(parsed.isEditable());
    if (open.constraint()) {
      checkConstraint(declared);
      constraints.add(declared);
    } else {
      requirements.add(declared);
    }
  }

  /** What pip refuses later, when it resolves. */
  private void checkConstraint(DeclaredRequirement constraint) {
    if (constraint.requirement().isEmpty()) {
      diagnostics.add(
          Diagnostic.error("unnamed-constraint", "a constraint must name its project")
              .at(constraint.place()));
    } else if (!constraint.extras().isEmpty()) {
      diagnostics.add(
          Diagnostic.error("constraint-with-extras", "a constraint cannot have extras")
              .at(constraint.place()));
    }
  }

  private void include(Open open, LineOptions.Given include) throws LineFault {
    TracedText value = include.value();
    if (REMOTE.matcher(value.text()).matches()) {
      throw new LineFault(
          Diagnostic.error(
                  "remote-include",
                  "a file behind an address is not read: what it asks for is" + " unknown")
              .withHint("download it into the project and include the copy")
              .at(value.span()));
    }
    Path file = pathOf(open, value);
    boolean constraint = include.option() == PipOption.CONSTRAINT;
    if (file.equals(open.file()) || open.above().contains(file)) {
      throw LineFault.at(
          value, "include-cycle", nameOf(file) + " is being read already: it includes itself");
    }
    SourceSpan place = value.span();
    readFile(
        open.include(file, constraint),
        Diagnostic.error("missing-include", "there is no file " + nameOf(file)).at(place));
  }

  private static Path pathOf(Open open, TracedText value) throws LineFault {
    String path =
        FILE_ADDRESS.matcher(value.text()).matches() ? new Link(value.text()).path() : value.text();
    return WorkingDirectory.resolve(open.file().getParent(), path)
        .orElseThrow(
            () -> LineFault.at(value, "missing-include", "this cannot be the name of a file"));
  }

  private Diagnostic withNearestName(Diagnostic missing, Path file) {
    if (files.isDirectory(file)) {
      return missing.withHint(nameOf(file) + " is a directory; name a file in it");
    }
    Path directory = file.getParent();
    return Spelling.nearest(file.getFileName().toString(), files.names(directory))
        .map(near -> missing.withHint("did you mean " + nameOf(directory.resolve(near)) + "?"))
        .orElse(missing);
  }

  private String nameOf(Path file) {
    return FileNames.within(root, file);
  }
}
