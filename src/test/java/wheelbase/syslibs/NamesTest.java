package wheelbase.syslibs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wheelbase.platform.DistributionRelease;

/**
 * What the libraries are called is what each release calls them, as {@code scripts/refresh-names}
 * found in its own index and stored in {@code rules-db/names/}.
 */
class NamesTest {
  private static final Path NAMES = Path.of("rules-db/names");
  private static final RuleFiles FILES = new RuleFiles(Optional.empty());
  private static final RuleFileReader READER = new RuleFileReader(FILES);

  @ParameterizedTest
  @MethodSource("releases")
  void areInTheIndexOfTheRelease(DistributionRelease release) throws IOException {
    Set<String> known = new HashSet<>(lines(release, ""));
    List<String> absent = new ArrayList<>();
    forEach(
        release,
        (id, packaging) ->
            Stream.of(packaging.build(), packaging.run())
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .filter(name -> !name.startsWith("so:") && !known.contains(name))
                .forEach(name -> absent.add(id + ": " + name)));
    assertThat(absent).isEmpty();
    assertThat(known).hasSizeGreaterThan(200);
  }

  /** Where nothing is to be installed, the image has it. */
  @ParameterizedTest
  @MethodSource("releases")
  void theSonamesPromisedAreShippedByTheRunPackages(DistributionRelease release)
      throws IOException {
    if (release.isAlpine()) {
      return;
    }
    Set<String> shipped = new HashSet<>(lines(release, "-sonames"));
    List<String> broken = new ArrayList<>();
    forEach(
        release,
        (id, packaging) -> {
          List<String> run = packaging.run().orElseGet(List::of);
          packaging.sonames().stream()
              .filter(
                  soname ->
                      !run.isEmpty()
                          && run.stream().noneMatch(name -> shipped.contains(soname + " " + name)))
              .forEach(soname -> broken.add(id + ": " + soname));
        });
    assertThat(broken).isEmpty();
    assertThat(shipped).hasSizeGreaterThan(150);
  }

  static List<DistributionRelease> releases() {
    return DistributionRelease.NAMED;
  }

  private interface Look {
    void at(String id, SystemLibrary.Packaging packaging);
  }

  private static void forEach(DistributionRelease release, Look look) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("rules-db/libraries"))) {
      Consumer<String> each =
          id ->
              READER
                  .readLibrary(id, FILES.read(RuleFiles.LIBRARIES, id).orElseThrow())
                  .on(release)
                  .ifPresent(packaging -> look.at(id, packaging));
      files
          .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
          .sorted()
          .forEach(each);
    }
  }

  private static List<String> lines(DistributionRelease release, String kind) throws IOException {
    return Files.readAllLines(NAMES.resolve(release.id().replace(':', '-') + kind + ".txt"));
  }
}
