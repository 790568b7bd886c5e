package wheelbase.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.index.ProjectPage;
import wheelbase.index.ProjectPage.Origin;
import wheelbase.index.ProjectPage.Origin.Kind;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;

class NamesOnSeveralIndexesTest {
  private static final String OURS = "https://ours.test/simple/";
  private static final String PUBLIC = "https://public.test/simple/";

  private static ReleaseFile file(String index, String name, String version, String sha256) {
    return new ReleaseFile(
        new PackageName(name),
        Version.parse(version),
        name + "-" + version + ".tar.gz",
        URI.create(index + name + "-" + version + ".tar.gz"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of("sha256", sha256),
        OptionalLong.empty(),
        Optional.empty(),
        ReleaseFile.MetadataOffer.UNSAID);
  }

  private static Origin origin(String index, Kind kind, ReleaseFile... files) {
    return new Origin(index, kind, List.of(files));
  }

  private static ProjectPage page(String name, Origin... origins) {
    List<ReleaseFile> files =
        Stream.of(origins).flatMap(origin -> origin.files().stream()).toList();
    return new ProjectPage(
        new PackageName(name),
        true,
        files,
        List.of(),
        origins.length > 1 ? List.of(origins) : List.of());
  }

  @Test
  void thePublicIndexWins() {
    ReleaseFile ours = file(OURS, "billing", "1.4", "aa");
    ReleaseFile theirs = file(PUBLIC, "billing", "99.0", "bb");
    ProjectPage page =
        page("billing", origin(OURS, Kind.INDEX, ours), origin(PUBLIC, Kind.PUBLIC_INDEX, theirs));

    Diagnostic found = NamesOnSeveralIndexes.of(Map.of(page, Set.of(theirs))).get(0);

    assertThat(found.severity()).isEqualTo(Severity.WARNING);
    assertThat(found.message())
        .isEqualTo(
            "`billing` is on more than one index (1.4 on https://ours.test/simple/, 99.0 on"
                + " https://public.test/simple/ (the public index)): pip takes 99.0 from"
                + " https://public.test/simple/ (the public index), where anybody may publish that"
                + " name");
    assertThat(found.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("one index"));
  }

  @Test
  void thePrivateIndexWins() {
    ReleaseFile ours = file(OURS, "billing", "1.4", "aa");
    ReleaseFile theirs = file(PUBLIC, "billing", "0.1", "bb");
    ProjectPage page =
        page("billing", origin(OURS, Kind.INDEX, ours), origin(PUBLIC, Kind.PUBLIC_INDEX, theirs));

    assertThat(NamesOnSeveralIndexes.of(Map.of(page, Set.of(ours))))
        .extracting(Diagnostic::severity)
        .containsExactly(Severity.NOTE);
  }

  @Test
  void aMirrorHandsOutTheSameFile() {
    ReleaseFile ours = file(OURS, "flask", "3.0", "aa");
    ReleaseFile theirs = file(PUBLIC, "flask", "3.0", "aa");
    ProjectPage page =
        page("flask", origin(OURS, Kind.INDEX, ours), origin(PUBLIC, Kind.PUBLIC_INDEX, theirs));

    assertThat(NamesOnSeveralIndexes.of(Map.of(page, Set.of(theirs))))
        .extracting(Diagnostic::severity)
        .containsExactly(Severity.NOTE);
  }

  @Test
  void oneIndexAndADirectoryOfLinksAreNoConfusion() {
    ReleaseFile here = file("file:///wheels/", "flask", "3.0", "aa");
    ReleaseFile theirs = file(PUBLIC, "flask", "3.1", "bb");
    ProjectPage page =
        page(
            "flask",
            origin("/wheels", Kind.LINKS, here),
            origin(PUBLIC, Kind.PUBLIC_INDEX, theirs));

    assertThat(NamesOnSeveralIndexes.of(Map.of(page, Set.of(theirs)))).isEmpty();
    assertThat(
            NamesOnSeveralIndexes.of(
                Map.of(page("a", origin(OURS, Kind.INDEX, theirs)), Set.of(theirs))))
        .isEmpty();
  }

  @Test
  void manyNamesAreToldTogether() {
    Map<ProjectPage, Set<ReleaseFile>> taken = new LinkedHashMap<>();
    for (String name : List.of("a", "b", "c", "d", "e")) {
      ReleaseFile ours = file(OURS, name, "1", "aa");
      ReleaseFile theirs = file(PUBLIC, name, "2", "bb");
      taken.put(
          page(name, origin(OURS, Kind.INDEX, ours), origin(PUBLIC, Kind.PUBLIC_INDEX, theirs)),
          Set.of(theirs));
    }

    assertThat(NamesOnSeveralIndexes.of(taken))
        .extracting(Diagnostic::message)
        .containsExactly(
            "5 names are on https://ours.test/simple/ and https://public.test/simple/ (the public"
                + " index) (a, b, c and 2 more): pip takes the newest release, whichever index has"
                + " it, and it takes these from the public one");
  }
}
