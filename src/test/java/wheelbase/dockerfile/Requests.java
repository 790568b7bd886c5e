package wheelbase.dockerfile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import wheelbase.application.Application;
import wheelbase.application.Framework;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.BaseImageKind;
import wheelbase.baseimage.Distroless;
import wheelbase.baseimage.ImageStart;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.PythonRelease;
import wheelbase.requirements.LockFormat;
import wheelbase.requirements.Selection;

/** Requests as tests draw them: a project of wheels only, then what is different about it. */
final class Requests {
  private BaseImage base;
  private List<String> constraints = List.of();
  private List<String> requirements = List.of("requirements.txt");
  private List<String> copied = List.of("requirements.txt");
  private List<String> local = List.of();
  private List<PackageReason> build = List.of();
  private List<PackageReason> runtime = List.of();
  private Map<String, String> environment = Map.of();
  private Application application = script("main.py");
  private boolean hashes;
  private boolean complete;
  private boolean privateIndex;
  private List<String> notes = List.of();
  private Optional<LockedFile> lock = Optional.empty();
  private HealthCheck health;
  private OptionalInt workers = OptionalInt.empty();
  private int user = BuildRequest.USUAL_USER;
  private Layout layout = Layout.VENV;
  private Installer installer = Installer.PIP;
  private BuilderKind builder = BuilderKind.SAME;
  private ImageTest test = new ImageTest.None();
  private SortedSet<String> installed = new TreeSet<>();
  private boolean linkCheck = true;
  private boolean cacheMounts = true;
  private List<String> noBinary = List.of();
  private boolean dockerIgnore = true;
  private List<OptionalFiles> optionalFiles = List.of();

  private Requests(BaseImage base) {
    this.base = base;
  }

  static Requests slim() {
    return new Requests(
        image(new PythonRelease(3, 13, 7), "slim-trixie", DistributionRelease.DEBIAN_13));
  }

  static Requests bookworm() {
    return new Requests(
        image(new PythonRelease(3, 11, 14), "slim-bookworm", DistributionRelease.DEBIAN_12));
  }

  static Requests alpine() {
    return new Requests(
        image(new PythonRelease(3, 13, 7), "alpine3.24", DistributionRelease.ALPINE_3_24));
  }

  static Requests distroless() {
    return new Requests(Distroless.shipped())
        .build(
            Distroless.buildPackages().stream()
                .map(
                    name ->
                        name
                            + ": The Python of the distroless image, and what installs into its environments")
                .toArray(String[]::new));
  }

  /** On an image that starts as another user and hands every command to Python. */
  static Requests own() {
    BaseImage like =
        image(new PythonRelease(3, 12, 4), "slim-bookworm", DistributionRelease.DEBIAN_12);
    return new Requests(
        new BaseImage(
            "registry.example/team/python:7",
            "registry.example/team/python:7=debian:12/3.12",
            like.python(),
            "python:7",
            like.distribution(),
            like.onDisk(),
            like.toPull(),
            like.pythonEndOfLife(),
            like.distributionEndOfLife(),
            BaseImageKind.OWN,
            new ImageStart(false, List.of("/usr/local/bin/python3"))));
  }

  static BaseImage image(PythonRelease python, String variant, DistributionRelease distribution) {
    return new BaseImage(
        "python:" + python.series() + "-" + variant,
        python,
        variant,
        distribution,
        Map.of(),
        Map.of(),
        LocalDate.of(2029, 10, 31),
        LocalDate.of(2028, 8, 9));
  }

  Requests digest(String digest) {
    base =
        new BaseImage(
            base.reference() + "@" + digest,
            base.python(),
            base.variant(),
            base.distribution(),
            base.onDisk(),
            base.toPull(),
            base.pythonEndOfLife(),
            base.distributionEndOfLife());
    return this;
  }

  Requests requirements(List<String> given, List<String> alsoCopied) {
    requirements = given;
    copied = Stream.concat(given.stream(), alsoCopied.stream()).distinct().toList();
    return this;
  }

  /** Installed from a lock file and nothing else. */
  Requests lock(LockFormat format, String file, Selection selection, String... alsoCopied) {
    lock = Optional.of(new LockedFile(format, file, selection));
    requirements = List.of();
    copied = Stream.concat(Stream.of(file), Stream.of(alsoCopied)).toList();
    return this;
  }

  Requests local(String... paths) {
    local = List.of(paths);
    return this;
  }

  /** Each as {@code libpq-dev: psycopg2 2.9.11 is linked to libpq}. */
  Requests build(String... packages) {
    build = packages(packages);
    return this;
  }

  Requests runtime(String... packages) {
    runtime = packages(packages);
    return this;
  }

  Requests environment(String name, String value) {
    environment = Map.of(name, value);
    return this;
  }

  Requests application(Application started) {
    application = started;
    return this;
  }

  Requests constraints(String... files) {
    constraints = List.of(files);
    copied = Stream.concat(copied.stream(), Stream.of(files)).distinct().toList();
    return this;
  }

  Requests hashes() {
    hashes = true;
    return this;
  }

  Requests complete() {
    complete = true;
    return this;
  }

  Requests privateIndex() {
    privateIndex = true;
    return this;
  }

  Requests notes(String... sentences) {
    notes = List.of(sentences);
    return this;
  }

  Requests health(HealthCheck check) {
    health = check;
    return this;
  }

  Requests workers(int number) {
    workers = OptionalInt.of(number);
    return this;
  }

  Requests user(int number) {
    user = number;
    return this;
  }

  /** What comes into the image; here all of it is named by the requirements. */
  Requests installed(String... names) {
    installed = new TreeSet<>(Set.of(names));
    return this;
  }

  private BaseImage builderImage() {
    return builder == BuilderKind.FULL && base.isSlim()
        ? image(base.python(), base.variant().substring("slim-".length()), base.distribution())
        : base.buildStage();
  }

  Requests layout(Layout chosen) {
    layout = chosen;
    return this;
  }

  Requests installer(Installer chosen) {
    installer = chosen;
    return this;
  }

  Requests builder(BuilderKind chosen) {
    builder = chosen;
    return this;
  }

  Requests test(ImageTest wanted) {
    test = wanted;
    return this;
  }

  Requests noBinary(String... names) {
    noBinary = List.of(names);
    return this;
  }

  Requests withoutLinkCheck() {
    linkCheck = false;
    return this;
  }

  Requests withoutCacheMounts() {
    cacheMounts = false;
    return this;
  }

  Requests withoutDockerIgnore() {
    dockerIgnore = false;
    return this;
  }

  Requests optionalFiles(String pattern, String requirement) {
    optionalFiles =
        Stream.concat(optionalFiles.stream(), Stream.of(new OptionalFiles(pattern, requirement)))
            .toList();
    return this;
  }

  BuildRequest request() {
    return new BuildRequest(
        base,
        builderImage(),
        requirements,
        constraints,
        lock,
        copied,
        local,
        new InstalledNames(installed, installed),
        build,
        runtime,
        new TreeMap<>(environment),
        application,
        hashes,
        complete,
        privateIndex,
        notes,
        health == null ? HealthCheck.of(application) : health,
        workers,
        user,
        new BuildChoices(
            layout, installer, builder, test, linkCheck, cacheMounts, false, false, noBinary),
        dockerIgnore,
        optionalFiles);
  }

  DockerfilePlan plan() {
    return DockerfilePlan.of(request());
  }

  String text() {
    return new DockerfileWriter().write(plan());
  }

  static Application web(Framework framework, String entryPoint, String server) {
    return new Application(
        framework,
        Optional.of(entryPoint),
        Optional.ofNullable(server),
        List.of(),
        OptionalInt.of(8000),
        Optional.empty(),
        List.of());
  }

  static Application script(String file) {
    return new Application(
        Framework.SCRIPT,
        Optional.ofNullable(file),
        Optional.empty(),
        List.of(),
        OptionalInt.empty(),
        Optional.empty(),
        List.of());
  }

  /** As found in a Procfile, whose {@code $PORT} is 5000. */
  static Application procfile(Framework framework, String... words) {
    return new Application(
        framework,
        Optional.empty(),
        Optional.empty(),
        List.of(words),
        OptionalInt.of(5000),
        Optional.of("Procfile:1"),
        List.of());
  }

  private static List<PackageReason> packages(String... texts) {
    return Arrays.stream(texts)
        .map(text -> text.split(": ", 2))
        .map(parts -> new PackageReason(parts[0], parts[1]))
        .toList();
  }
}
