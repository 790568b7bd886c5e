package wheelbase.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import wheelbase.Analysis;
import wheelbase.BaseAnalysis;
import wheelbase.CellNeeds;
import wheelbase.application.Application;
import wheelbase.application.Framework;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.Recommendation;
import wheelbase.baseimage.SizeEstimate;
import wheelbase.baseimage.SizePart;
import wheelbase.baseimage.Unusable;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.dockerfile.PackageReason;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.platform.Architecture;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.DeclaredRequirement;
import wheelbase.requirements.ProjectRequirements;
import wheelbase.requirements.ReaderOptions;
import wheelbase.requirements.RequirementEdit;
import wheelbase.resolver.Conflict;
import wheelbase.resolver.Pin;
import wheelbase.resolver.Resolution;
import wheelbase.resolver.Resolved;
import wheelbase.resolver.RootRequirement;
import wheelbase.resolver.Step;
import wheelbase.resolver.WheelsOnly;
import wheelbase.survey.PackageAnalysis;
import wheelbase.survey.RequirementPath;
import wheelbase.survey.TargetAnalysis;
import wheelbase.wheels.Cure;
import wheelbase.wheels.Downgrade;
import wheelbase.wheels.Reason;
import wheelbase.wheels.SideEffects;
import wheelbase.wheels.Treatment;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

/** An analysis drawn by hand: everything that is not said is empty. */
public final class AnalysisBuilder {
  private Path project = Path.of("karapace");
  private final List<BaseImage> bases = new ArrayList<>();
  private List<Architecture> architectures = List.of(Architecture.values());
  private final List<Path> files = new ArrayList<>(List.of(Path.of("karapace/requirements.txt")));
  private final List<DeclaredRequirement> requirements = new ArrayList<>();
  private final Map<PackageName, PackageBuilder> packages = new TreeMap<>();
  private final Map<BaseImage, Conflict> conflicts = new HashMap<>();
  private final List<Downgrade> downgrades = new ArrayList<>();
  private final List<Cure> cures = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private Optional<String> pythonBecause = Optional.empty();
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, List<PackageReason>> buildPackages = new HashMap<>();
  private final Map<String, List<PackageReason>> runtimePackages = new HashMap<>();
  private final Map<String, Map<Architecture, Map<PackageName, CellNeeds>>> needs = new HashMap<>();

  public AnalysisBuilder project(Path directory) {
    project = directory;
    files.set(0, directory.resolve("requirements.txt"));
    return this;
  }

  public AnalysisBuilder bases(String python, String... variants) {
    for (String variant : variants) {
      bases.add(Catalogue.shipped().find(python, variant).orElseThrow());
    }
    return this;
  }

  public AnalysisBuilder architectures(Architecture... chosen) {
    architectures = List.of(chosen);
    return this;
  }

  public AnalysisBuilder pythonBecause(String file) {
    pythonBecause = Optional.of(file);
    return this;
  }

  /** Distribution packages of a base image, each {@code name: reason}; before its candidate. */
  public AnalysisBuilder systemPackages(
      String variant, List<String> building, List<String> running) {
    buildPackages.put(variant, building.stream().map(AnalysisBuilder::reason).toList());
    runtimePackages.put(variant, running.stream().map(AnalysisBuilder::reason).toList());
    return this;
  }

  /** What a package needs on a base image of every Python and architecture. */
  public AnalysisBuilder needs(String variant, String name, CellNeeds cell) {
    Map<Architecture, Map<PackageName, CellNeeds>> there =
        needs.computeIfAbsent(variant, unused -> new HashMap<>());
    architectures.forEach(
        architecture ->
            there
                .computeIfAbsent(architecture, unused -> new HashMap<>())
                .put(new PackageName(name), cell));
    return this;
  }

  private static List<String> names(Map<String, List<PackageReason>> packages, String variant) {
    return packages.getOrDefault(variant, List.of()).stream()
        .map(PackageReason::distributionPackage)
        .toList();
  }

  private static PackageReason reason(String text) {
    String[] parts = text.split(": ", 2);
    return new PackageReason(parts[0], parts[1]);
  }

  /** What the project would be on a base image, of every Python. */
  public AnalysisBuilder candidate(String variant, int megabytes, String... sourceBuilds) {
    return candidate(variant, megabytes, List.of(), sourceBuilds);
  }

  /** A base image that the project cannot run on. */
  public AnalysisBuilder impossible(String variant, int megabytes, Unusable... unusable) {
    return candidate(variant, megabytes, List.of(unusable));
  }

  private AnalysisBuilder candidate(
      String variant, int megabytes, List<Unusable> unusable, String... sourceBuilds) {
    for (BaseImage base : bases) {
      if (base.variant().equals(variant)) {
        long bytes = megabytes * 1_000_000L;
        SizeEstimate size =
            new SizeEstimate(
                bytes,
                bytes / 3,
                SizeEstimate.Method.EXACT,
                Map.of(SizePart.BASE, bytes / 2, SizePart.DEPENDENCIES, bytes / 2),
                List.of());
        candidates.add(
            new Candidate(
                base,
                List.of(sourceBuilds),
                unusable,
                Optional.empty(),
                names(buildPackages, variant),
                names(runtimePackages, variant),
                size,
                80 * sourceBuilds.length));
      }
    }
    return this;
  }

  public AnalysisBuilder line(int number, String text) {
    requirements.add(
        new DeclaredRequirement(
            text,
            Optional.of(Requirement.parse(text)),
            Optional.empty(),
            false,
            List.of(),
            SourceSpan.line("requirements.txt", number, text)));
    return this;
  }

  /** On one base this cannot be met. */
  public AnalysisBuilder conflict(String python, String variant, Step... story) {
    conflicts.put(
        Catalogue.shipped().find(python, variant).orElseThrow(), new Conflict(List.of(story)));
    return this;
  }

  public AnalysisBuilder downgrade(String name, String from, String to, String reason) {
    for (TargetPlatform target : targets()) {
      downgrades.add(
          new Downgrade(
              new PackageName(name),
              target,
              Version.parse(from),
              Version.parse(to),
              3,
              Optional.of(Duration.ofDays(500)),
              reason));
    }
    return this;
  }

  public AnalysisBuilder cure(String id, String name, String edit, String effect) {
    PackageName cured = new PackageName(name);
    cures.add(
        new Cure(
            id,
            id.equals("other-python") ? Cure.Extent.OTHER_PYTHON : Cure.Extent.IN_RANGE,
            List.of(cured),
            Optional.empty(),
            edit,
            effect,
            SideEffects.NONE,
            List.copyOf(targets()),
            treatment(id, cured, edit)));
    return this;
  }

  private static Treatment treatment(String id, PackageName name, String edit) {
    return switch (id) {
      case "other-python" -> new Treatment.OtherPython(edit.replace("Python ", ""));
      case "other-release" -> new Treatment.OtherRelease(DistributionRelease.DEBIAN_13);
      default -> {
        String wanted = edit.replaceFirst("^(add |.* -> )", "");
        Optional<Requirement> requirement = Requirement.tryParse(wanted);
        yield Treatment.edit(
            new RequirementEdit(
                name, requirement.orElseGet(() -> Requirement.parse(name.value()))));
      }
    };
  }

  public AnalysisBuilder diagnostic(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
    return this;
  }

  /** A package; a wheel everywhere unless told otherwise. */
  public PackageBuilder adds(String name, String version) {
    PackageBuilder builder = new PackageBuilder(name, version);
    packages.put(new PackageName(name), builder);
    return builder;
  }

  private Set<TargetPlatform> targets() {
    Set<TargetPlatform> targets = new LinkedHashSet<>();
    for (BaseImage base : bases) {
      architectures.forEach(architecture -> targets.add(base.target(architecture)));
    }
    return targets;
  }

  private Resolution resolution(TargetPlatform target) {
    for (Map.Entry<BaseImage, Conflict> conflict : conflicts.entrySet()) {
      if (conflict.getKey().target(target.architecture()).equals(target)) {
        return conflict.getValue();
      }
    }
    TreeMap<PackageName, Pin> pins = new TreeMap<>();
    packages.forEach(
        (name, builder) ->
            pins.put(
                name,
                new Pin(
                    name,
                    Optional.of(builder.version),
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    List.of())));
    return new Resolved(pins);
  }

  private WheelsOnly wheelsOnly(TargetPlatform target) {
    return new WheelsOnly(resolution(target), new TreeSet<>(), resolution(target));
  }

  public Analysis build() {
    List<TargetAnalysis> analysed =
        targets().stream()
            .map(target -> new TargetAnalysis(target, resolution(target), wheelsOnly(target)))
            .toList();
    ReaderOptions options = ReaderOptions.NONE;
    return new Analysis(
        project,
        List.of(files.get(0)),
        List.of(),
        new ProjectRequirements(files, requirements, List.of(), options, List.of()),
        Optional.of(
            new Application(
                Framework.FLASK,
                Optional.of("app:app"),
                Optional.of("gunicorn"),
                List.of(),
                OptionalInt.of(8000),
                Optional.of("app.py:3"),
                List.of())),
        pythonBecause,
        bases.stream().map(this::analysed).toList(),
        analysed,
        packages.values().stream()
            .map(PackageBuilder::build)
            .sorted(Comparator.comparing(PackageAnalysis::name))
            .toList(),
        downgrades,
        cures,
        candidates.isEmpty()
            ? Optional.empty()
            : Optional.of(Recommendation.rank(candidates, LocalDate.of(2026, 11, 20))),
        diagnostics,
        Collections.emptySortedMap());
  }

  private BaseAnalysis analysed(BaseImage image) {
    return new BaseAnalysis(
        image,
        buildPackages.getOrDefault(image.variant(), List.of()),
        runtimePackages.getOrDefault(image.variant(), List.of()),
        new TreeMap<>(),
        needs.getOrDefault(image.variant(), Map.of()));
  }

  /** One package of the analysis. */
  public final class PackageBuilder {
    private final PackageName name;
    private final Version version;
    private final Map<TargetPlatform, Verdict> verdicts = new LinkedHashMap<>();
    private final List<RequirementPath> paths = new ArrayList<>();
    private final Set<String> buildLibraries = new TreeSet<>();
    private final Set<String> runLibraries = new TreeSet<>();
    private final List<String> evidence = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();

    private PackageBuilder(String name, String version) {
      this.name = new PackageName(name);
      this.version = Version.parse(version);
      String file = this.name.value().replace('-', '_') + "-" + version + "-py3-none-any.whl";
      everywhere(VerdictClass.WHEEL, file);
    }

    public PackageBuilder everywhere(VerdictClass kind, String file, Reason... reasons) {
      return put(targets(), kind, file, reasons);
    }

    /**
     * @param variant on which base image, of every Python
     * @param chosen on which architectures
     */
    public PackageBuilder on(
        String variant,
        List<Architecture> chosen,
        VerdictClass kind,
        String file,
        Reason... reasons) {
      List<TargetPlatform> targets =
          bases.stream()
              .filter(base -> base.variant().equals(variant))
              .flatMap(base -> chosen.stream().map(base::target))
              .toList();
      return put(targets, kind, file, reasons);
    }

    private PackageBuilder put(
        Collection<TargetPlatform> targets, VerdictClass kind, String file, Reason... reasons) {
      Optional<String> taken = file.isEmpty() ? Optional.empty() : Optional.of(file);
      targets.forEach(target -> verdicts.put(target, new Verdict(kind, taken, List.of(reasons))));
      return this;
    }

    /**
     * @param place {@code requirements.txt:17}
     * @param requirements what each step asks for, the first the user's line; a pinned one tells
     *     the version of the release that asks next
     */
    public PackageBuilder requiredBy(String place, String... requirements) {
      List<Requirement> asked = Arrays.stream(requirements).map(Requirement::parse).toList();
      int colon = place.lastIndexOf(':');
      SourceSpan span =
          SourceSpan.line(
              place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)), "");
      List<RequirementPath.Step> steps = new ArrayList<>();
      for (int step = 1; step < asked.size(); step++) {
        Requirement parent = asked.get(step - 1);
        String written = parent.specifier().toString();
        steps.add(
            new RequirementPath.Step(
                parent.name(),
                parent.extras().stream().findFirst(),
                written.startsWith("==")
                    ? Optional.of(Version.parse(written.substring(2)))
                    : Optional.empty(),
                asked.get(step)));
      }
      paths.add(new RequirementPath(new RootRequirement(asked.get(0), span), steps));
      return this;
    }

    public PackageBuilder builds(String... libraries) {
      buildLibraries.addAll(Arrays.asList(libraries));
      return this;
    }

    public PackageBuilder runs(String... libraries) {
      runLibraries.addAll(Arrays.asList(libraries));
      return this;
    }

    public PackageBuilder evidence(String line) {
      evidence.add(line);
      return this;
    }

    public PackageBuilder hint(String line) {
      hints.add(line);
      return this;
    }

    private PackageAnalysis build() {
      Map<TargetPlatform, Version> versions = new HashMap<>();
      verdicts.keySet().forEach(target -> versions.put(target, version));
      return new PackageAnalysis(
          name,
          versions,
          paths,
          verdicts,
          new TreeSet<>(buildLibraries),
          new TreeSet<>(runLibraries),
          evidence,
          hints,
          Map.of(),
          Map.of());
    }
  }
}
