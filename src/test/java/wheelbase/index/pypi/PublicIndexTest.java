package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wheelbase.index.CoreMetadata;
import wheelbase.index.CoreMetadata.Provenance;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.index.SdistContents.Language;
import wheelbase.index.WheelContents;
import wheelbase.pep508.PackageName;

/** A few questions to the real public index, whose old files never change. */
@Tag("network")
class PublicIndexTest {
  @TempDir Path cache;
  private PypiIndex index;

  @BeforeEach
  void open() {
    index = new PypiIndex(Asking.of(List.of(IndexOptions.PUBLIC_INDEX), cache).options());
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void knowsFlask() {
    ProjectPage page = index.page(new PackageName("Flask")).join();

    assertThat(page.found()).isTrue();
    assertThat(page.files()).hasSizeGreaterThan(80);
    ReleaseFile wheel = file("flask", "flask-3.0.0-py3-none-any.whl");
    assertThat(wheel.requiresPython()).isPresent();
    assertThat(wheel.uploaded()).isPresent();
    assertThat(wheel.hashes()).containsKey("sha256");
  }

  @Test
  void doesNotKnowWhatIsNotThere() {
    ProjectPage page = index.page(new PackageName("wheelbase-there-is-no-such-project")).join();

    assertThat(page.found()).isFalse();
    assertThat(page.files()).isEmpty();
  }

  @Test
  void readsTheDependenciesOfAWheel() {
    CoreMetadata metadata = index.metadata(file("flask", "flask-3.0.0-py3-none-any.whl")).join();

    assertThat(metadata.requires()).extracting(each -> each.name().value()).contains("werkzeug");
    assertThat(metadata.providesExtras()).containsExactlyInAnyOrder("async", "dotenv");
  }

  @Test
  void looksIntoAWheelByItsEnd() {
    WheelContents contents = index.wheelContents(file("markupsafe", MARKUPSAFE_WHEEL)).join();

    assertThat(contents.nativeFiles())
        .containsExactly("markupsafe/_speedups.cpython-311-x86_64-linux-gnu.so");
    assertThat(contents.fileBytes()).hasValue(28_096);
    assertThat(contents.sources().bytes()).isBetween(5_000L, contents.unpackedBytes());
  }

  private static final String MARKUPSAFE_WHEEL =
      "MarkupSafe-2.1.3-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl";

  @Test
  void seesThatPsycopg2CompilesC() {
    ReleaseFile sdist = file("psycopg2", "psycopg2-2.9.9.tar.gz");
    SdistContents contents = index.sdistContents(sdist).join();

    assertThat(contents.compiles()).isTrue();
    assertThat(contents.languages()).containsExactly(Language.C);
    assertThat(contents.evidence()).anyMatch(line -> line.startsWith("setup.py:"));
    assertThat(index.metadata(sdist).join().provenance()).isEqualTo(Provenance.EGG_INFO);
  }

  private ReleaseFile file(String project, String fileName) {
    return index.page(new PackageName(project)).join().files().stream()
        .filter(each -> each.fileName().equals(fileName))
        .findFirst()
        .orElseThrow();
  }
}
