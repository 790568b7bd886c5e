package wheelbase.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wheelbase.elf.DrawnElf;
import wheelbase.elf.ElfFile;
import wheelbase.elf.LinkedFiles;
import wheelbase.elf.VersionNeed;
import wheelbase.index.NativeFile;
import wheelbase.index.SharedObjects;
import wheelbase.platform.DistributionRelease;
import wheelbase.syslibs.RuleBook;

class WheelReadingTest {
  private static final RuleBook RULES = RuleBook.shipped(Optional.empty());

  private final SortedMap<String, ElfFile> files = new TreeMap<>();
  private final SortedMap<String, String> unread = new TreeMap<>();

  private WheelReading read(String... optional) {
    return WheelReading.of(
        "foo.whl", new SharedObjects(files, unread, List.of(), List.of()), List.of(optional));
  }

  private static List<String> sonames(List<LinkedFiles.Outside> outside) {
    return outside.stream().map(LinkedFiles.Outside::soname).toList();
  }

  private static WheelNeeds needs(WheelReading reading, DistributionRelease release) {
    return WheelNeeds.of(reading, release, BaseLibraries.shipped(), RULES);
  }

  @ParameterizedTest
  @CsvSource({
    "foo/_foo.cpython-313-x86_64-linux-gnu.so, EXTENSION",
    "foo/_foo.cpython-313t-x86_64-linux-gnu.so, EXTENSION",
    "foo/_foo.abi3.so, EXTENSION",
    "_cffi_backend.so, EXTENSION",
    "foo/lib/lib_lightgbm.so, LIBRARY",
    "foo/libfoo.so.1.2.3, LIBRARY",
    "foo/libfoo-1.0-a1b2.so.9.4.1a, LIBRARY",
    "foo.libs/libz-a1b2.so.1, VENDORED",
    "ruff-0.1.data/scripts/ruff, PROGRAM",
    "foo/_foo.c, ''",
    "foo/data.sock, ''",
    "foo/note.so.txt, ''",
  })
  void knowsMachineCodeByItsName(String path, String kind) {
    assertThat(NativeFile.of(path).map(file -> file.kind().name()).orElse("")).isEqualTo(kind);
  }

  @Test
  void tellsWhatAnImportNeedsFromWhatAPluginNeeds() {
    files.put(
        "foo/_a.abi3.so",
        new DrawnElf().needing("libx.so.1", "libc.so.6").wanting("libc.so.6", "GLIBC_2.28").read());
    files.put(
        "foo.libs/libx.so.1",
        new DrawnElf().needing("libodbc.so.2").wanting("libx.so.1", "X_1").read());
    files.put("foo/libplugin.so", new DrawnElf().needing("libgtk-3.so.0", "libc.so.6").read());

    WheelReading reading = read();

    assertThat(reading.roots()).containsExactly("foo/_a.abi3.so");
    assertThat(sonames(reading.needed())).containsExactly("libc.so.6", "libodbc.so.2");
    assertThat(sonames(reading.optional())).containsExactly("libgtk-3.so.0");
    assertThat(reading.versions()).containsExactly(new VersionNeed("libc.so.6", "GLIBC_2.28"));
    assertThat(needs(reading, DistributionRelease.DEBIAN_13).libraries())
        .containsExactly(Map.entry("unixodbc", List.of("libodbc.so.2")));
  }

  @Test
  void aWheelWithoutExtensionModulesIsThereForItsLibraries() {
    files.put("lightgbm/lib/lib_lightgbm.so", new DrawnElf().needing("libgomp.so.1").read());
    files.put("lightgbm/plugins/libodd.so", new DrawnElf().needing("libodd.so.1").read());

    assertThat(sonames(read().needed())).containsExactly("libgomp.so.1");
    assertThat(needs(read(), DistributionRelease.DEBIAN_12).libraries()).containsKey("libgomp");
  }

  @Test
  void whatARuleCallsOptionalIsLeftOut() {
    files.put("numba/_a.abi3.so", new DrawnElf().read());
    files.put("numba/np/ufunc/tbbpool.abi3.so", new DrawnElf().needing("libtbb.so.12").read());

    assertThat(sonames(read("numba/*/tbbpool.*").needed())).isEmpty();
    assertThat(sonames(read().needed())).containsExactly("libtbb.so.12");
  }

  @Test
  void whatWasNotReadIsSaidWhereAnImportComesToIt() {
    files.put("foo/_a.abi3.so", new DrawnElf().needing("libbig.so").read());
    unread.put("foo/libbig.so", "it is too big");
    unread.put("foo/libother.so", "nothing that is imported needs it");

    assertThat(read().isComplete()).isFalse();
    assertThat(read().unread()).containsOnlyKeys("foo/libbig.so");
    assertThat(read().unreached()).containsExactly("foo/libother.so");
  }

  @Test
  void theImageAndOtherPackagesAreSubtracted() {
    files.put(
        "foo/_a.abi3.so",
        new DrawnElf()
            .needing("libpython3.13.so.1.0", "ld-linux-x86-64.so.2", "libssl.so.3", "libz.so.1")
            .needing("libcudart.so.13", "libtorch.so", "libcurl.so.4", "libcublas.so.12")
            .needing("libstrange.so.1", "libstdc++.so.6")
            .read());

    WheelNeeds slim = needs(read(), DistributionRelease.DEBIAN_13);
    WheelNeeds alpine = needs(read(), DistributionRelease.ALPINE_3_23);

    assertThat(slim.libraries()).containsOnlyKeys("libcurl");
    assertThat(slim.elsewhere())
        .containsExactly("libcublas.so.12", "libcudart.so.13", "libtorch.so");
    assertThat(slim.unnamed()).containsExactly("libstrange.so.1");
    assertThat(alpine.libraries()).containsOnlyKeys("libcurl", "libstdc++");
  }

  @Test
  void anotherVersionOfALibraryIsNotThatLibrary() {
    files.put("mpi4py/MPI.abi3.so", new DrawnElf().needing("libmpi.so.12", "libmpi.so.40").read());

    WheelNeeds needs = needs(read(), DistributionRelease.DEBIAN_13);

    assertThat(needs.libraries()).containsExactly(Map.entry("openmpi", List.of("libmpi.so.40")));
    assertThat(needs.unnamed()).containsExactly("libmpi.so.12");
  }

  @ParameterizedTest
  @CsvSource({
    "libc.so.6, GLIBC_2.36, debian:12, ''",
    "libc.so.6, GLIBC_2.38, debian:12, GLIBC_2.36",
    "libc.so.6, GLIBC_2.38, debian:13, ''",
    "libc.so.6, GLIBC_2.42, debian:13, GLIBC_2.41",
    // On AArch64 all of glibc begins there, and its libdl goes no farther than 2.3.4 on x86-64.
    "libdl.so.2, GLIBC_2.17, debian:13, ''",
    "libc.so.6, GLIBC_ABI_DT_RELR, debian:12, ''",
    "libstdc++.so.6, GLIBCXX_3.4.30, debian:12, ''",
    "libstdc++.so.6, GLIBCXX_3.4.32, debian:12, GLIBCXX_3.4.30",
    "libstdc++.so.6, CXXABI_1.3.14, debian:12, CXXABI_1.3.13",
    "libstdc++.so.6, GLIBCXX_3.4.99, alpine:3.24, ''",
    "libz.so.1, ZLIB_1.3.1, debian:12, ''",
  })
  void holdsSymbolVersionsAgainstTheRelease(
      String library, String version, String release, String newest) {
    assertThat(
            BaseLibraries.shipped()
                .tooOldFor(
                    new VersionNeed(library, version),
                    DistributionRelease.ofId(release).orElseThrow())
                .orElse(""))
        .isEqualTo(newest);
  }
}
