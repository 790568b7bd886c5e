package wheelbase.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.PackageWeight;
import wheelbase.dockerfile.syntax.Word;

/** What is known of distribution packages by their names, and by the tables of sizes. */
final class SystemPackages {
  private static final Set<String> HELPERS =
      Set.of(
          "make",
          "cmake",
          "ninja-build",
          "ninja",
          "autoconf",
          "automake",
          "libtool",
          "pkg-config",
          "pkgconf",
          "pkgconfig",
          "golang",
          "swig",
          "bison",
          "flex",
          "dpkg-dev",
          "linux-headers",
          "meson",
          "nasm",
          "yasm");
  private static final Pattern VERSIONED = Pattern.compile("(gcc|g\\+\\+|clang|gfortran)-\\d+");
  private static final Set<String> COMPILERS =
      Set.of(
          "gcc",
          "g++",
          "build-essential",
          "build-base",
          "cargo",
          "cargo-web",
          "rustc",
          "rustc-web",
          "rust",
          "clang",
          "gfortran");
  private static final List<String> BUILD_BASE =
      List.of("gcc", "g++", "musl-dev", "libc-dev", "make");

  private SystemPackages() {}

  /** Compilers, their helpers and headers: nothing that a running application opens. */
  static boolean isForBuilding(String name) {
    return isCompiler(name) || HELPERS.contains(name) || isHeaders(name);
  }

  static boolean isHeaders(String name) {
    return name.endsWith("-dev");
  }

  static boolean isCompiler(String name) {
    return COMPILERS.contains(name) || VERSIONED.matcher(name).matches();
  }

  /** What is installed while a stage is built, some of it only until the end of its RUN. */
  static List<String> installed(Collection<SystemInstall> installs) {
    return names(installs, SystemInstall::packages);
  }

  /** What is still there in the end. */
  static List<String> kept(Collection<SystemInstall> installs) {
    return names(installs, SystemInstall::kept);
  }

  private static List<String> names(
      Collection<SystemInstall> installs, Function<SystemInstall, List<Word>> which) {
    return installs.stream()
        .flatMap(each -> which.apply(each).stream())
        .map(Word::value)
        .distinct()
        .toList();
  }

  /**
   * Which of these the image does not have.
   *
   * @param installed what was installed on top of the base
   */
  static List<String> missing(
      BaseImage image, Collection<String> wanted, Collection<String> installed) {
    List<String> given = new ArrayList<>(installed);
    if (installed.contains("build-base")) {
      given.addAll(BUILD_BASE);
    }
    Set<String> there = new HashSet<>(PackageWeight.of(image, given).added());
    there.addAll(given);
    return wanted.stream().filter(name -> !has(image, name, there)).distinct().toList();
  }

  private static boolean has(BaseImage image, String name, Set<String> there) {
    boolean ofAlpine = image.isAlpine();
    return there.contains(name)
        || ofAlpine && there.contains(name + "-dev")
        // Which apk package holds a shared library is not known.
        || name.startsWith("so:") && !there.isEmpty()
        || there.containsAll(PackageWeight.of(image, List.of(name)).added());
  }
}
