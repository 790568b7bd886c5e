package wheelbase.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.elf.VersionNeed;
import wheelbase.platform.DistributionRelease;
import wheelbase.platform.Libc;

/**
 * The shared libraries that the {@code python} images have (slim on Debian), and up to which
 * version of their symbols: {@code base-sonames.json}, read out of images.
 */
public final class BaseLibraries {
  /** The loader, the C library of musl, and Python itself have names that vary, and are there. */
  private static final Pattern EVERYWHERE =
      Pattern.compile(
          "ld-(?:linux|musl)[\\w-]*\\.so(?:\\.\\d+)?|ld64\\.so\\.\\d+|linux-vdso\\.so\\.1"
              + "|libc\\.musl-\\w+\\.so\\.1|libpython3[\\w.]*\\.so(?:\\.1\\.0)?");

  /** Parts of glibc, for a release that no image was read of. */
  private static final List<String> GLIBC =
      List.of(
          "libc.so.6",
          "libm.so.6",
          "libdl.so.2",
          "librt.so.1",
          "libpthread.so.0",
          "libutil.so.1",
          "libresolv.so.2",
          "libnsl.so.1",
          "libcrypt.so.1",
          "libgcc_s.so.1",
          "libstdc++.so.6",
          "libz.so.1");

  /** libstdc++ and libgcc_s. */
  private static final Set<String> COMPILER = Set.of("GLIBCXX", "CXXABI", "GCC");

  private static final Pattern VERSION = Pattern.compile("([A-Z]+)_(\\d+(?:\\.\\d+)*)");

  private final Map<String, Map<String, Map<String, String>>> releases = new HashMap<>();

  private BaseLibraries(JsonNode data) {
    data.path("releases")
        .properties()
        .forEach(each -> releases.put(each.getKey(), read(each.getValue())));
  }

  private static Map<String, Map<String, String>> read(JsonNode libraries) {
    Map<String, Map<String, String>> read = new HashMap<>();
    for (Map.Entry<String, JsonNode> library : libraries.properties()) {
      Map<String, String> newest = new HashMap<>();
      library.getValue().properties().forEach(e -> newest.put(e.getKey(), e.getValue().asText()));
      read.put(library.getKey(), newest);
    }
    return read;
  }

  /** Those that come with the program. */
  public static BaseLibraries shipped() {
    return Shipped.DATA;
  }

  /** Whether the images of a release have a shared library. */
  public boolean has(String soname, DistributionRelease release) {
    return EVERYWHERE.matcher(soname).matches()
        || libraries(release)
            .map(found -> found.containsKey(soname))
            .orElseGet(() -> !release.isAlpine() && GLIBC.contains(soname));
  }

  /**
   * The newest version of its kind that the release has, where it lacks the one that is asked for;
   * empty where it has it, or nothing is known. Versions of glibc are held against glibc's own: the
   * parts of it stop at other versions on each architecture. Of other libraries those of the
   * compiler count, which go with the release everywhere.
   */
  public Optional<String> tooOldFor(VersionNeed need, DistributionRelease release) {
    Matcher asked = VERSION.matcher(need.version());
    if (!asked.matches()) {
      return Optional.empty();
    }
    String kind = asked.group(1);
    return newest(kind, need.library(), release)
        .filter(newest -> compare(asked.group(2), newest) > 0)
        .map(newest -> kind + "_" + newest);
  }

  private Optional<String> newest(String kind, String library, DistributionRelease release) {
    if (kind.equals("GLIBC")) {
      Libc libc = release.libc();
      return libc.kind() == Libc.Kind.GLIBC
          ? Optional.of(libc.major() + "." + libc.minor())
          : Optional.empty();
    }
    return libraries(release)
        .filter(found -> COMPILER.contains(kind))
        .flatMap(found -> Optional.ofNullable(found.get(library)))
        .flatMap(newest -> Optional.ofNullable(newest.get(kind)));
  }

  /** A point release of Alpine differs from the next in the versions of its packages alone. */
  private Optional<Map<String, Map<String, String>>> libraries(DistributionRelease release) {
    return Optional.ofNullable(releases.get(release.id()))
        .or(
            () ->
                release.isAlpine()
                    ? releases.entrySet().stream()
                        .filter(each -> each.getKey().startsWith("alpine:"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                    : Optional.empty());
  }

  private static int compare(String one, String other) {
    String[] left = one.split("\\.");
    String[] right = other.split("\\.");
    for (int index = 0; index < Math.max(left.length, right.length); index++) {
      int difference = Long.compare(part(left, index), part(right, index));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static long part(String[] parts, int index) {
    return index >= parts.length || parts[index].length() > 9 ? 0 : Long.parseLong(parts[index]);
  }

  /** Read when it is first asked for. */
  private static final class Shipped {
    static final BaseLibraries DATA = read();

    private static BaseLibraries read() {
      try (InputStream file =
          BaseLibraries.class.getResourceAsStream("/wheelbase/reading/base-sonames.json")) {
        return new BaseLibraries(new ObjectMapper().readTree(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
