package wheelbase.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wheelbase.index.SdistContents.Language;
import wheelbase.index.SdistFiles;
import wheelbase.syslibs.Provided;
import wheelbase.syslibs.RuleBook;

/** What facts come to together. */
class SourceNeedsTest {
  private static final RuleBook RULES = RuleBook.shipped(Optional.empty());

  private static SourceNeeds needs(Language language, Map<String, String> files) {
    return SourceNeeds.of(
        SourceReading.of(SdistFiles.of(files), Provided.shipped()),
        List.of(language),
        Provided.shipped());
  }

  private static Set<String> build(Language language, Map<String, String> files) {
    return needs(language, files).build(RULES);
  }

  @Test
  void cPlusPlusBringsCAndAGuessAtItDoesNot() {
    String setup = "E(libraries=['pq'], language='c++')";

    assertThat(build(Language.CYTHON, Map.of("setup.py", setup))).containsExactly("c++", "libpq");
    assertThat(build(Language.C, Map.of("setup.py", "if x:\n  " + setup))).containsExactly("c");
  }

  @Test
  void aHeaderIsOfTheVersionThatIsAskedForByName() {
    Map<String, String> sources = Map.of("a.c", "#include <fuse.h>\n");
    Map<String, String> both =
        Map.of("a.c", "#include <fuse.h>\n", "setup.py", "check_output(['pkg-config', 'fuse3'])");

    assertThat(build(Language.C, sources)).containsExactly("c", "fuse2");
    assertThat(build(Language.C, both)).containsExactly("c", "fuse3", "pkg-config");
    assertThat(needs(Language.C, both).needed().get("fuse2").certain()).isFalse();
  }

  @Test
  void whatIsNamedUnderAConditionAndIncludedIsCertain() {
    assertThat(
            build(
                Language.C,
                Map.of(
                    "setup.py",
                    "if found:\n  libraries.append('pq')",
                    "a.c",
                    "#ifdef PQ\n#include <libpq-fe.h>\n#endif\n")))
        .containsExactly("c", "libpq");
  }
}
