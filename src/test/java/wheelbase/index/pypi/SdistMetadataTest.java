package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wheelbase.index.CoreMetadata.Provenance;

/** What an sdist depends on, by each of the sources in turn. */
class SdistMetadataTest {
  private static MetadataText of(Map<String, String> texts) {
    SdistArchive archive = new SdistArchive();
    texts.forEach(
        (path, text) -> {
          archive.add(path, text.length());
          archive.addText(path, text);
        });
    archive.finish();
    return SdistMetadata.of(archive);
  }

  private static String pkgInfo(String version, String... fields) {
    return "Metadata-Version: " + version + "\nName: foo\nVersion: 1\n" + String.join("\n", fields);
  }

  private static void assertTold(MetadataText text, Provenance provenance, String... requires) {
    assertThat(text.provenance()).isEqualTo(provenance);
    assertThat(text.requires()).containsExactly(requires);
  }

  /** PEP 643: from 2.2 on, what is not Dynamic holds for every wheel built from the sdist. */
  @Test
  void believesPkgInfoFrom22On() {
    assertTold(
        of(Map.of("PKG-INFO", pkgInfo("2.2", "Requires-Dist: bar"))), Provenance.PKG_INFO, "bar");
    assertTold(of(Map.of("PKG-INFO", pkgInfo("2.4"))), Provenance.PKG_INFO);
    assertTold(of(Map.of("PKG-INFO", pkgInfo("2.1", "Requires-Dist: bar"))), Provenance.UNKNOWN);
    assertTold(
        of(
            Map.of(
                "PKG-INFO",
                pkgInfo("2.2", "Dynamic: requires-dist", "Requires-Dist: bar"),
                "foo.egg-info/requires.txt",
                "baz")),
        Provenance.EGG_INFO,
        "baz");
  }

  @Test
  void believesOlderPkgInfoOfBackendsThatOnlyCopy() {
    String pyproject = "[build-system]\nbuild-backend = \"poetry.core.masonry.api\"\n";
    assertTold(
        of(Map.of("PKG-INFO", pkgInfo("2.1", "Requires-Dist: bar"), "pyproject.toml", pyproject)),
        Provenance.PKG_INFO,
        "bar");
  }

  @Test
  void eggInfoWithoutRequirementsMeansNone() {
    assertTold(of(Map.of("foo.egg-info/PKG-INFO", pkgInfo("1.1"))), Provenance.EGG_INFO);
  }

  @Test
  void eggInfoSectionsBecomeMarkers() {
    MetadataText text =
        of(
            Map.of(
                "foo.egg-info/requires.txt",
                "a>=1\n\n[:python_version < \"3.11\"]\nb\n\n[fast]\nc[x]>=2 ; os_name == \"nt\"\n"
                    + "\n[fast:sys_platform == \"win32\"]\nd\n"));
    assertTold(
        text,
        Provenance.EGG_INFO,
        "a>=1",
        "b ; python_version < \"3.11\"",
        "c[x]>=2  ; (os_name == \"nt\") and (extra == \"fast\")",
        "d ; (sys_platform == \"win32\") and extra == \"fast\"");
    assertThat(text.extras()).containsExactly("fast");
    assertThat(text.parse().requires()).hasSize(4);
  }

  @Test
  void readsAStaticProjectTable() {
    MetadataText text =
        of(
            Map.of(
                "pyproject.toml",
                "[project]\nname = \"foo\"\nrequires-python = \">=3.9\"\ndependencies = [\"bar\"]\n"
                    + "[project.optional-dependencies]\nmore = [\"baz>1\"]\n"));
    assertTold(text, Provenance.PYPROJECT, "bar", "baz>1 ; extra == \"more\"");
    assertThat(text.requiresPython()).contains(">=3.9");
    assertTold(
        of(Map.of("pyproject.toml", "[project]\nname = \"foo\"\ndynamic = [\"dependencies\"]\n")),
        Provenance.UNKNOWN);
  }

  @Test
  void readsSetupCfg() {
    MetadataText text =
        of(
            Map.of(
                "setup.cfg",
                "[options]\npython_requires = >=3.8\ninstall_requires =\n    bar>=1\n    baz\n"
                    + "[options.extras_require]\nmore = qux; quux\n"));
    assertTold(
        text,
        Provenance.SETUP_CFG,
        "bar>=1",
        "baz",
        "qux ; extra == \"more\"",
        "quux ; extra == \"more\"");
    assertThat(text.requiresPython()).contains(">=3.8");
  }

  @Test
  void setupPyIsOnlyBelievedWhereItSpeaksPlainly() {
    assertTold(
        of(Map.of("setup.py", "# required by law\nsetup(name='foo', python_requires='>=3')")),
        Provenance.SETUP_PY);
    assertTold(
        of(Map.of("setup.py", "setup(install_requires=[\n 'bar>=1', # why\n \"baz\",\n])")),
        Provenance.SETUP_PY,
        "bar>=1",
        "baz");
    for (String text :
        List.of(
            "setup(install_requires=['bar'] + more)",
            "setup(install_requires=[name])",
            "setup(install_requires=read())",
            "install_requires = ['bar']\nsetup(install_requires=install_requires)",
            "setup(**options)",
            "setup(extras_require={})",
            "exec(open('x').read())")) {
      assertThat(of(Map.of("setup.py", text)).provenance()).as(text).isEqualTo(Provenance.UNKNOWN);
    }
  }
}
