package wheelbase.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import wheelbase.elf.DrawnElf;
import wheelbase.elf.ElfFile;
import wheelbase.index.BuildSystem;
import wheelbase.index.CoreMetadata;
import wheelbase.index.PackageIndex;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.index.SdistFiles;
import wheelbase.index.SharedObjects;
import wheelbase.index.WheelContents;
import wheelbase.pep425.WheelFileName;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;

/**
 * A package index drawn in a few lines. Each line is a release:
 *
 * <pre>
 *   app 1 -> a, b[x]>=2, c; python_version&lt;"3"     a pure wheel with dependencies
 *   b 2 {extras=x} -> d; extra=="x"
 *   n 1 {wheel=cp311-cp311-manylinux_2_17_x86_64, sdist}
 *   o 1 {sdist, python=&gt;=3.12, yanked, uploaded=2024-05-31}
 *   p 1 {compiles=C}                               an sdist that needs a compiler
 *   q 1 {wheel=cp311-abi3-linux, links=libodbc.so.2} an extension that is linked to a library
 *   r 1 {compiles=C, builds=numpy&gt;=2 cython}        an sdist with build requirements
 *   s 1 {compiles=C, builds=meson-python, backend=mesonpy, setup=cffi}
 * </pre>
 *
 * A line without {@code wheel} and {@code sdist} has the wheel {@code py3-none-any}. Dependencies
 * and properties are separated by a comma and a space; a release named twice has the files of both.
 */
public final class MiniIndex implements PackageIndex {
  private final Map<PackageName, List<ReleaseFile>> files = new LinkedHashMap<>();
  private final Map<String, CoreMetadata> metadata = new HashMap<>();
  private final Map<String, Set<SdistContents.Language>> languages = new HashMap<>();
  private final Map<String, BuildSystem> buildSystems = new HashMap<>();
  private final Map<String, List<String>> links = new HashMap<>();
  private final Map<String, Map<String, String>> texts = new HashMap<>();
  private final List<String> sdistsRead = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> wheelsRead = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Set<String> sdistsLookedInto = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Set<String> metadataAsked = Collections.synchronizedSet(new LinkedHashSet<>());

  /** A backend that lies in the sdist, and so needs no index. */
  private static final BuildSystem NEEDS_NOTHING = BuildSystem.of("own");

  public static MiniIndex of(String... lines) {
    MiniIndex index = new MiniIndex();
    for (String line : lines) {
      index.draw(line);
    }
    return index;
  }

  private void draw(String line) {
    String[] sides = line.split(" -> ", 2);
    String head = sides[0].strip();
    String properties = "";
    if (head.endsWith("}")) {
      properties = head.substring(head.indexOf('{') + 1, head.length() - 1);
      head = head.substring(0, head.indexOf('{')).strip();
    }
    String[] words = head.split(" ");
    Release release = release(words[0], words[1]);
    for (String property : properties.isEmpty() ? new String[0] : properties.split(", ")) {
      int equals = property.indexOf('=');
      String key = equals < 0 ? property : property.substring(0, equals);
      String value = equals < 0 ? "" : property.substring(equals + 1);
      switch (key) {
        case "wheel" -> release.wheel(value);
        case "sdist" -> release.sdist();
        case "compiles" -> release.sdist().compiles(SdistContents.Language.valueOf(value));
        case "builds" -> release.builds(value.split(" "));
        case "backend" -> release.backend(value);
        case "setup" -> release.setupRequires(value.split(" "));
        case "links" -> release.links(value.split(" "));
        case "yanked" -> release.yanked(value);
        case "uploaded" -> release.uploaded(value);
        case "python" -> release.requiresPython(value);
        case "extras" -> release.provides(value.split(" "));
        default -> throw new IllegalArgumentException(key + " in: " + line);
      }
    }
    if (sides.length == 2) {
      release.requires(sides[1].strip().split(", "));
    }
    release.add();
  }

  /** The SHA-256 that a file has, in hexadecimal: that of its name, as there is no file. */
  public static String digest(String fileName) {
    try {
      byte[] name = fileName.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A release to be filled and then added. */
  public Release release(String name, String version) {
    return new Release(name, version);
  }

  /** The files whose metadata were asked for, in order: the candidates that were tried. */
  public List<String> metadataAsked() {
    synchronized (metadataAsked) {
      return List.copyOf(metadataAsked);
    }
  }

  @Override
  public CompletableFuture<ProjectPage> page(PackageName name) {
    List<ReleaseFile> known = files.get(name);
    return CompletableFuture.completedFuture(
        new ProjectPage(name, known != null, known == null ? List.of() : known));
  }

  @Override
  public CompletableFuture<CoreMetadata> metadata(ReleaseFile file) {
    metadataAsked.add(file.fileName());
    return CompletableFuture.completedFuture(metadata.get(file.fileName()));
  }

  @Override
  public CompletableFuture<WheelContents> wheelContents(ReleaseFile wheel) {
    return CompletableFuture.completedFuture(new WheelContents(0, 0, List.of()));
  }

  /** Fails for a wheel of which nothing was drawn. */
  @Override
  public CompletableFuture<SharedObjects> sharedObjects(
      ReleaseFile wheel, SharedObjects.Depth depth) {
    wheelsRead.add(wheel.fileName());
    List<String> needed = links.get(wheel.fileName());
    if (needed == null) {
      return PackageIndex.super.sharedObjects(wheel, depth);
    }
    DrawnElf drawn = new DrawnElf();
    for (String each : needed) {
      int version = each.indexOf('@');
      if (version < 0) {
        drawn.needing(each);
      } else {
        drawn
            .needing(each.substring(0, version))
            .wanting(each.substring(0, version), each.substring(version + 1));
      }
    }
    SortedMap<String, ElfFile> read = new TreeMap<>();
    read.put(wheel.project() + "/_native.abi3.so", drawn.read());
    return CompletableFuture.completedFuture(
        new SharedObjects(read, new TreeMap<>(), List.of(), List.of()));
  }

  /** The sdists that were looked into. */
  public Set<String> sdistsLookedInto() {
    return new TreeSet<>(sdistsLookedInto);
  }

  /** The wheels whose machine code was asked for. */
  public Set<String> wheelsRead() {
    return new TreeSet<>(wheelsRead);
  }

  /** Fails for an sdist of which no files were drawn. */
  @Override
  public CompletableFuture<SdistFiles> sdistFiles(ReleaseFile sdist, ToIntFunction<String> wanted) {
    sdistsRead.add(sdist.fileName());
    Map<String, String> drawn = texts.get(sdist.fileName());
    return drawn == null
        ? PackageIndex.super.sdistFiles(sdist, wanted)
        : CompletableFuture.completedFuture(SdistFiles.of(drawn));
  }

  /** The sdists whose files were asked for, each time. */
  public List<String> sdistsRead() {
    synchronized (sdistsRead) {
      return List.copyOf(sdistsRead);
    }
  }

  @Override
  public CompletableFuture<SdistContents> sdistContents(ReleaseFile sdist) {
    sdistsLookedInto.add(sdist.fileName());
    return CompletableFuture.completedFuture(
        new SdistContents(
            languages.getOrDefault(sdist.fileName(), Set.of()),
            List.of(),
            buildSystems.getOrDefault(sdist.fileName(), NEEDS_NOTHING),
            0,
            0));
  }

  /** One release under construction. */
  public final class Release {
    private final PackageName name;
    private final Version version;
    private final String versionAsWritten;
    private final List<String> fileNames = new ArrayList<>();
    private final List<Requirement> requires = new ArrayList<>();
    private final Set<String> extras = new TreeSet<>();
    private Optional<SpecifierSet> requiresPython = Optional.empty();
    private Optional<SpecifierSet> pageRequiresPython = Optional.empty();
    private Optional<String> yanked = Optional.empty();
    private Optional<Instant> uploaded = Optional.empty();

    private Release(String name, String version) {
      this.name = new PackageName(name);
      this.version = Version.parse(version);
      this.versionAsWritten = version;
    }

    public Release wheel(String tag) {
      fileNames.add(name.value().replace('-', '_') + "-" + versionAsWritten + "-" + tag + ".whl");
      return this;
    }

    public Release sdist() {
      fileNames.add(name.value().replace('-', '_') + "-" + versionAsWritten + ".tar.gz");
      return this;
    }

    /** The extension in the wheel needs these, each maybe with {@code @VERSION} of its symbols. */
    public Release links(String... sonames) {
      links.put(fileNames.get(fileNames.size() - 1), List.of(sonames));
      return this;
    }

    /** A file in the sdist. */
    public Release text(String path, String content) {
      texts
          .computeIfAbsent(fileNames.get(fileNames.size() - 1), any -> new TreeMap<>())
          .put(path, content);
      return this;
    }

    /** The sdist needs a compiler for this. */
    public Release compiles(SdistContents.Language language) {
      languages.put(fileNames.get(fileNames.size() - 1), Set.of(language));
      return this;
    }

    /** The sdist asks for these before it is built; {@code default}: it has no pyproject.toml. */
    public Release builds(String... texts) {
      List<String> requires = List.of(texts);
      boolean listed = !requires.equals(List.of("default"));
      return builtBy(
          new BuildSystem(
              listed ? BuildSystem.Declared.LISTED : BuildSystem.Declared.BY_DEFAULT,
              buildSystem().backend().filter(backend -> listed),
              listed ? requires : List.of(),
              List.of(),
              List.of()));
    }

    public Release backend(String backend) {
      BuildSystem drawn = buildSystem();
      return builtBy(
          new BuildSystem(
              drawn.declared(),
              Optional.of(backend),
              drawn.requires(),
              drawn.setupRequires(),
              drawn.unseen()));
    }

    public Release setupRequires(String... texts) {
      BuildSystem drawn = buildSystem();
      return builtBy(
          new BuildSystem(
              drawn.declared(), drawn.backend(), drawn.requires(), List.of(texts), drawn.unseen()));
    }

    private BuildSystem buildSystem() {
      return buildSystems.getOrDefault(fileNames.get(fileNames.size() - 1), NEEDS_NOTHING);
    }

    private Release builtBy(BuildSystem system) {
      buildSystems.put(fileNames.get(fileNames.size() - 1), system);
      return this;
    }

    public Release requires(String... texts) {
      for (String text : texts) {
        requires.add(Requirement.parse(text));
      }
      return this;
    }

    public Release provides(String... names) {
      for (String extra : names) {
        extras.add(new PackageName(extra).value());
      }
      return this;
    }

    /** On the page and in the metadata alike, as a sound index has it. */
    public Release requiresPython(String specifiers) {
      pageRequiresPython = Optional.of(SpecifierSet.parse(specifiers));
      requiresPython = pageRequiresPython;
      return this;
    }

    /** In the metadata only: an index that says nothing on the page. */
    public Release requiresPythonUnsaidOnThePage(String specifiers) {
      requiresPython = Optional.of(SpecifierSet.parse(specifiers));
      return this;
    }

    public Release uploaded(String day) {
      uploaded = Optional.of(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
      return this;
    }

    public Release yanked(String reason) {
      yanked = Optional.of(reason);
      return this;
    }

    public MiniIndex add() {
      if (fileNames.isEmpty()) {
        wheel("py3-none-any");
      }
      for (String fileName : fileNames) {
        boolean isWheel = fileName.endsWith(".whl");
        files
            .computeIfAbsent(name, any -> new ArrayList<>())
            .add(
                new ReleaseFile(
                    name,
                    version,
                    fileName,
                    URI.create("https://index.test/" + fileName.replace("+", "%2B")),
                    isWheel ? Optional.of(WheelFileName.parse(fileName)) : Optional.empty(),
                    pageRequiresPython,
                    yanked,
                    Map.of("sha256", digest(fileName)),
                    OptionalLong.empty(),
                    uploaded,
                    ReleaseFile.MetadataOffer.ANNOUNCED));
        metadata.put(
            fileName,
            new CoreMetadata(
                requires,
                extras,
                requiresPython,
                isWheel
                    ? CoreMetadata.Provenance.METADATA_FILE
                    : CoreMetadata.Provenance.PKG_INFO));
      }
      return MiniIndex.this;
    }
  }
}
