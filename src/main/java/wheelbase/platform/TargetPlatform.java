package wheelbase.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import wheelbase.pep425.LinuxPlatformTags;
import wheelbase.pep425.SupportedTags;
import wheelbase.pep425.Tag;
import wheelbase.pep425.WheelFileName;
import wheelbase.pep508.MarkerEnvironment;

/** A Python release on a C library on an architecture: what wheels and markers are judged for. */
public record TargetPlatform(PythonRelease python, Libc libc, Architecture architecture) {
  // Hundreds of tags, asked for with every file of every project: worked out once for each target.
  private static final Map<TargetPlatform, SupportedTags> SUPPORTED = new ConcurrentHashMap<>();
  private static final Map<TargetPlatform, MarkerEnvironment> ENVIRONMENTS =
      new ConcurrentHashMap<>();

  public TargetPlatform {
    if (python.major() != 3) {
      throw new IllegalArgumentException("not a Python 3: " + python);
    }
  }

  /** {@code cp311-manylinux_2_36_x86_64}: the Python tag and the newest platform tag. */
  public String id() {
    String prefix = libc.kind() == Libc.Kind.GLIBC ? "manylinux_" : "musllinux_";
    return python.tag()
        + "-"
        + prefix
        + libc.major()
        + "_"
        + libc.minor()
        + "_"
        + architecture.machine();
  }

  /**
   * The marker variables of CPython there. The kernel is that of whoever runs the image, so {@code
   * platform_release} and {@code platform_version} are empty, which is what Python itself says
   * where they cannot be determined.
   */
  public MarkerEnvironment markerEnvironment() {
    return ENVIRONMENTS.computeIfAbsent(this, TargetPlatform::environment);
  }

  private MarkerEnvironment environment() {
    return new MarkerEnvironment(
        Map.ofEntries(
            Map.entry("implementation_name", "cpython"),
            Map.entry("implementation_version", python.toString()),
            Map.entry("os_name", "posix"),
            Map.entry("platform_machine", architecture.machine()),
            Map.entry("platform_python_implementation", "CPython"),
            Map.entry("platform_release", ""),
            Map.entry("platform_system", "Linux"),
            Map.entry("platform_version", ""),
            Map.entry("python_full_version", python.toString()),
            Map.entry("python_version", python.series()),
            Map.entry("sys_platform", "linux")));
  }

  /** The tags that fit, best first, as packaging.tags.sys_tags() lists them there. */
  public List<Tag> tags() {
    return supportedTags().tags();
  }

  /** The place of the wheel's best tag in {@link #tags()}, from 0; empty where none fits. */
  public OptionalInt rank(WheelFileName wheel) {
    return supportedTags().rank(wheel);
  }

  /** Why the wheel does not fit here; empty where it does. */
  public Optional<TagMismatch> mismatch(WheelFileName wheel) {
    return TagMismatch.of(wheel, this);
  }

  /** {@link #tags()} with their places, for whoever ranks many wheels. */
  public SupportedTags supportedTags() {
    return SUPPORTED.computeIfAbsent(
        this,
        target -> SupportedTags.ofCPython3(target.python.minor(), false, target.platformTags()));
  }

  private List<String> platformTags() {
    return libc.kind() == Libc.Kind.GLIBC
        ? LinuxPlatformTags.glibc(libc.minor(), architecture.machine())
        : LinuxPlatformTags.musl(libc.major(), libc.minor(), architecture.machine());
  }

  /** {@link #id()}. */
  @Override
  public String toString() {
    return id();
  }
}
