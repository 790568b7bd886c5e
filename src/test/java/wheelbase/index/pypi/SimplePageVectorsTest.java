package wheelbase.index.pypi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import wheelbase.index.ReleaseFile;
import wheelbase.pep425.FileRank;
import wheelbase.pep425.SdistFileName;
import wheelbase.pep425.WheelFileName;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;
import wheelbase.platform.Libc;
import wheelbase.platform.PythonRelease;
import wheelbase.platform.TargetPlatform;
import wheelbase.testing.VectorRun;
import wheelbase.testing.VectorTest;

/** Pages as pip reads them: links, which of them are candidates, and the best one. */
class SimplePageVectorsTest {
  private static final TargetPlatform TARGET =
      new TargetPlatform(new PythonRelease(3, 12, 1), Libc.glibc(2, 36), Architecture.AMD64);
  private static final Version PYTHON = Version.parse("3.12.1");

  @VectorTest("simple-api.jsonl")
  void readsPagesAsPip(VectorRun run) {
    run.check(SimplePageVectorsTest::expected, SimplePageVectorsTest::actual);
  }

  private static Object expected(JsonNode vector) {
    JsonNode expected = vector.path("expected");
    if (expected.has("error")) {
      return "error";
    }
    if (isQuirk(vector)) {
      return fileNames(
          StreamSupport.stream(expected.path("links").spliterator(), false)
              .map(link -> link.path("filename").asText()));
    }
    List<Object> links = new ArrayList<>();
    expected
        .path("links")
        .forEach(
            link ->
                links.add(
                    Arrays.asList(
                        link.path("url").asText(),
                        link.path("filename").asText(),
                        text(link, "requires_python"),
                        text(link, "yanked"),
                        texts(link.path("hashes")),
                        link.path("metadata").isBoolean()
                            ? Optional.of(Map.of())
                            : Optional.of(texts(link.path("metadata")))
                                .filter(hashes -> !hashes.isEmpty()),
                        text(link, "upload_time").flatMap(PageLink::instant),
                        expectedFate(link))));
    return List.of(
        links, text(expected, "best").orElse("none"), expected.path("best_is_yanked").asBoolean());
  }

  /** What pip does against HTML or PEP 592 need not be copied: there only the names count. */
  private static boolean isQuirk(JsonNode vector) {
    return vector.has("quirk");
  }

  private static Object fileNames(Stream<String> names) {
    return names.toList();
  }

  private static String expectedFate(JsonNode link) {
    if (link.has("candidate")) {
      return link.path("candidate").asText();
    }
    String reason = link.path("skip").asText();
    return reason.equals("platform") || reason.equals("requires-python") ? reason : "unreadable";
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.ofNullable(node.path(key).textValue());
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new HashMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  private static Object actual(JsonNode vector) {
    PackageName project = new PackageName(vector.path("project").asText());
    List<PageLink> links;
    try {
      links = read(vector);
    } catch (IOException refused) {
      return "error";
    }
    if (isQuirk(vector)) {
      return fileNames(links.stream().map(PageLink::fileName));
    }
    List<ReleaseFile> files = PackedFiles.unpack(project, PackedFiles.pack(project, links));
    List<Object> rows = new ArrayList<>();
    for (PageLink link : links) {
      rows.add(
          Arrays.asList(
              link.url().toString(),
              link.fileName(),
              link.requiresPython(),
              link.yanked(),
              link.hashes(),
              link.metadata(),
              link.uploaded(),
              files.stream()
                  .filter(file -> isOf(file, link))
                  .findFirst()
                  .map(SimplePageVectorsTest::fate)
                  .orElseGet(() -> fateOfNoFile(project, link))));
    }
    SpecifierSet wanted = SpecifierSet.parse(vector.path("specifier").asText(""));
    Optional<ReleaseFile> best = best(files, wanted);
    return List.of(
        rows,
        best.map(ReleaseFile::fileName).orElse("none"),
        best.flatMap(ReleaseFile::yanked).isPresent());
  }

  private static List<PageLink> read(JsonNode vector) throws IOException {
    byte[] body =
        vector.has("body")
            ? vector.path("body").asText().getBytes(StandardCharsets.UTF_8)
            : Base64.getDecoder().decode(vector.path("body_base64").asText());
    Optional<Dialect> dialect = Dialect.of(vector.path("content_type").asText());
    if (dialect.isEmpty()) {
      // pip passes over such a page; SimpleIndex reports it.
      return List.of();
    }
    return dialect
        .get()
        .read(body, text(vector, "encoding"), PageUrl.parse(vector.path("url").asText()));
  }

  private static boolean isOf(ReleaseFile file, PageLink link) {
    return file.fileName().equals(link.fileName())
        && file.url().toString().equals(link.url().withoutFragment().toString());
  }

  private static String fate(ReleaseFile file) {
    if (file.isWheel() && TARGET.rank(file.wheel().orElseThrow()).isEmpty()) {
      return "platform";
    }
    return file.requiresPython().filter(range -> !range.admits(PYTHON)).isPresent()
        ? "requires-python"
        : file.version().toString();
  }

  /**
   * In the order in which pip looks: the Python in an sdist's name, the one asked for, the rest.
   */
  private static String fateOfNoFile(PackageName project, PageLink link) {
    String name = link.fileName();
    if (SdistFileName.parse(name, project).flatMap(SdistFileName::python).isPresent()) {
      return "platform";
    }
    boolean sdist =
        SdistFileName.isArchive(name)
            && name.toLowerCase(Locale.ROOT).startsWith(project.value() + "-");
    return sdist
            && link.requiresPython()
                .flatMap(SpecifierSet::tryParse)
                .filter(range -> !range.admits(PYTHON))
                .isPresent()
        ? "requires-python"
        : "unreadable";
  }

  private static Optional<ReleaseFile> best(List<ReleaseFile> files, SpecifierSet wanted) {
    List<ReleaseFile> candidates =
        files.stream()
            .filter(file -> fate(file).equals(file.version().toString()))
            .filter(file -> wanted.admits(file.version()))
            .toList();
    List<Version> versions = candidates.stream().map(ReleaseFile::version).toList();
    List<Version> allowed = wanted.filter(versions, Optional.empty());
    return candidates.stream()
        .filter(file -> allowed.contains(file.version()))
        .reduce(
            (one, other) ->
                Comparator.comparing(SimplePageVectorsTest::rank).compare(one, other) >= 0
                    ? one
                    : other);
  }

  private static FileRank rank(ReleaseFile file) {
    boolean yanked = file.yanked().isPresent();
    if (!file.isWheel()) {
      return FileRank.ofSdist(file.version(), yanked);
    }
    WheelFileName wheel = file.wheel().orElseThrow();
    return FileRank.ofWheel(wheel, TARGET.rank(wheel).orElseThrow(), yanked, false);
  }
}
