package wheelbase.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wheelbase.index.SdistFiles;
import wheelbase.index.SdistStudy;
import wheelbase.syslibs.Provided;

/** What is kept of a reading is the reading. */
class SourceStudyTest {
  private static final SdistStudy STUDY = SourceStudy.by(Provided.shipped());
  private static final Map<String, String> TEXTS =
      Map.of(
          "setup.py",
          "import os\nif os.environ.get('X'):\n  l = ['z']\nsetup(ext_modules=[Extension('ä',"
              + " libraries=['pq'])])\n",
          "a.c",
          "#include <zlib.h>\n",
          "Cargo.toml",
          "[package]\nname = 'a'\nrust-version = '1.70'\n");

  @Test
  void whatIsKeptIsWhatWasRead() {
    SdistFiles files = SdistFiles.of(TEXTS);
    SdistFiles beginning = new SdistFiles(files.paths(), new TreeMap<>(files.texts()), true);

    for (SdistFiles each : new SdistFiles[] {files, beginning}) {
      SourceReading read = SourceReading.of(each, Provided.shipped());
      assertThat(read.facts()).hasSizeGreaterThan(2);
      assertThat(SourceStudy.reading(STUDY.making().apply(each))).isEqualTo(read);
    }
  }

  @Test
  void itIsNamedAfterTheTableThatItReadsBy() {
    assertThat(STUDY.id()).endsWith(Provided.shipped().digest());
    assertThat(STUDY.wanted().applyAsInt("setup.py")).isPositive();
    assertThat(STUDY.wanted().applyAsInt("README.md")).isZero();
  }
}
