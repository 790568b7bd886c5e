package wheelbase.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.pep425.Tag;
import wheelbase.platform.TagFault.LibcTooOld;
import wheelbase.platform.TagFault.WrongAbi;
import wheelbase.platform.TagFault.WrongArchitecture;
import wheelbase.platform.TagFault.WrongLibc;
import wheelbase.platform.TagFault.WrongPlatform;
import wheelbase.platform.TagFault.WrongPython;

/** Finds the parts of a tag that a target does not accept (PEP 425, PEP 600, PEP 656). */
final class TagJudge {
  private static final Pattern INTERPRETER = Pattern.compile("([a-z]+)(\\d?)(\\d*)");
  private static final Pattern LINUX =
      Pattern.compile("(?:(manylinux|musllinux)_(\\d{1,6})_(\\d{1,6})|(manylinux\\d+)|linux)_(.+)");
  private static final Map<String, Libc> LEGACY =
      Map.of(
          "manylinux1", Libc.glibc(2, 5),
          "manylinux2010", Libc.glibc(2, 12),
          "manylinux2014", Libc.glibc(2, 17));

  private final TargetPlatform target;

  TagJudge(TargetPlatform target) {
    this.target = target;
  }

  /** What is wrong with a tag that is not among the target's; at least one fault. */
  List<TagFault> faults(Tag tag) {
    List<TagFault> faults = new ArrayList<>();
    python(tag).ifPresent(faults::add);
    abi(tag).ifPresent(faults::add);
    if (!tag.platform().equals("any")) {
      platform(tag.platform(), faults);
    }
    if (faults.isEmpty()) {
      // Each part fits, and yet no interpreter accepts them together: `cp36-abi3-any`.
      faults.add(
          tag.platform().equals("any")
              ? new WrongAbi(tag.abi())
              : new WrongPlatform("`" + tag.platform() + "`"));
    }
    return faults;
  }

  private Optional<TagFault> python(Tag tag) {
    Matcher parts = INTERPRETER.matcher(tag.interpreter());
    if (!parts.matches() || parts.group(3).length() > 3) {
      return Optional.of(new WrongPython("`" + tag.interpreter() + "`", false, TagFault.FAR));
    }
    String version = parts.group(2) + (parts.group(3).isEmpty() ? "" : "." + parts.group(3));
    boolean generic = parts.group(1).equals("py");
    if (!generic && !parts.group(1).equals("cp")) {
      String name = parts.group(1).equals("pp") ? "PyPy " + version : "`" + tag.interpreter() + "`";
      return Optional.of(new WrongPython(name, false, TagFault.FAR));
    }
    boolean orLater = generic || tag.abi().startsWith("abi3");
    if (!parts.group(2).equals("3")) {
      return Optional.of(new WrongPython("Python " + version, false, TagFault.FAR));
    }
    if (parts.group(3).isEmpty()) {
      return Optional.empty();
    }
    int minor = Integer.parseInt(parts.group(3));
    boolean fits = orLater ? minor <= target.python().minor() : minor == target.python().minor();
    return fits
        ? Optional.empty()
        : Optional.of(
            new WrongPython(
                "Python " + version, orLater, Math.abs(minor - target.python().minor())));
  }

  /** An ABI that names the tag's own interpreter is wrong only if the interpreter is. */
  private Optional<TagFault> abi(Tag tag) {
    boolean stable = tag.abi().equals("abi3") && tag.interpreter().startsWith("cp");
    // "m" and "u" said how Pythons before 3.8 and 3.3 were built; no target of today has them.
    boolean own = tag.abi().matches(Pattern.quote(tag.interpreter()) + "m?u?");
    return tag.abi().equals("none") || stable || own || ofOtherImplementation(tag)
        ? Optional.empty()
        : Optional.of(new WrongAbi(tag.abi()));
  }

  private static boolean ofOtherImplementation(Tag tag) {
    return !tag.interpreter().startsWith("cp") && !tag.interpreter().startsWith("py");
  }

  private void platform(String platform, List<TagFault> faults) {
    Matcher parts = LINUX.matcher(platform);
    if (!parts.matches()) {
      faults.add(new WrongPlatform(system(platform)));
      return;
    }
    needed(parts).flatMap(this::libc).ifPresent(faults::add);
    String machine = parts.group(5);
    if (!machine.equals(target.architecture().machine())) {
      faults.add(new WrongArchitecture(machine));
    }
  }

  /** The C library that a platform tag asks for; empty for plain {@code linux}. */
  private static Optional<Libc> needed(Matcher parts) {
    if (parts.group(4) != null) {
      return Optional.ofNullable(LEGACY.get(parts.group(4)));
    }
    if (parts.group(1) == null) {
      return Optional.empty();
    }
    int major = Integer.parseInt(parts.group(2));
    int minor = Integer.parseInt(parts.group(3));
    return Optional.of(
        parts.group(1).equals("manylinux") ? Libc.glibc(major, minor) : Libc.musl(major, minor));
  }

  private Optional<TagFault> libc(Libc needed) {
    if (needed.kind() != target.libc().kind()) {
      return Optional.of(new WrongLibc(needed.kind()));
    }
    boolean newer =
        needed.major() > target.libc().major()
            || needed.major() == target.libc().major() && needed.minor() > target.libc().minor();
    return newer ? Optional.of(new LibcTooOld(needed, target.libc())) : Optional.empty();
  }

  private static String system(String platform) {
    if (platform.startsWith("macosx")) {
      return "macOS";
    }
    if (platform.startsWith("win")) {
      return "Windows";
    }
    String name = platform.replaceAll("_.*", "");
    return switch (name) {
      case "android" -> "Android";
      case "ios" -> "iOS";
      case "pyodide", "emscripten", "pyemscripten" -> "WebAssembly";
      default -> "`" + platform + "`";
    };
  }
}
