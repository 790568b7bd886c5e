package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wheelbase.index.BuildSystem;
import wheelbase.index.BuildSystem.Declared;

/** What the files of an sdist say of its build. Files are path, text, path, text, ... */
class BuildSystemReaderTest {
  private static BuildSystem read(String... files) {
    SdistArchive archive = archive(files);
    archive.finish();
    return BuildSystemReader.of(archive);
  }

  private static SdistArchive archive(String... files) {
    SdistArchive archive = new SdistArchive();
    for (int file = 0; file < files.length; file += 2) {
      archive.addText(files[file], files[file + 1]);
    }
    return archive;
  }

  @Test
  void pyprojectListsThem() {
    assertThat(
            read(
                "pyproject.toml",
                "[build-system]\nrequires = ['cython>=3', 'numpy']\nbuild-backend = 'mesonpy'\n"))
        .isEqualTo(BuildSystem.of("mesonpy", "cython>=3", "numpy"));
  }

  @Test
  void withoutPyprojectOrItsTableSetuptoolsBuilds() {
    BuildSystem bySetuptools =
        new BuildSystem(Declared.BY_DEFAULT, Optional.empty(), List.of(), List.of(), List.of());
    assertThat(read("setup.py", "setup()")).isEqualTo(bySetuptools);
    assertThat(read("pyproject.toml", "[tool.black]\n")).isEqualTo(bySetuptools);
  }

  @Test
  void anEmptyListIsNotNoList() {
    assertThat(read("pyproject.toml", "[build-system]\nrequires = []\n").declared())
        .isEqualTo(Declared.LISTED);
    assertThat(read("pyproject.toml", "[build-system]\nbuild-backend = 'x'\n").declared())
        .isEqualTo(Declared.WITHOUT_REQUIRES);
  }

  @Test
  void whatCannotBeReadIsNoList() {
    assertThat(read("pyproject.toml", "[build-system\n").isRead()).isFalse();
    SdistArchive cutOff = archive("setup.py", "setup()");
    cutOff.cutOff();
    assertThat(BuildSystemReader.of(cutOff).isRead()).isFalse();
  }

  @Test
  void setupRequirementsAreReadWhereTheyAreWrittenOut() {
    assertThat(
            read(
                    "setup.py",
                    "setup(setup_requires=['cffi>=1.0.0', \"wheel\"],\n  install_requires=[])")
                .setupRequires())
        .containsExactly("cffi>=1.0.0", "wheel");
    assertThat(
            read("setup.cfg", "[options]\nsetup_requires =\n    pbr>=2\n    wheel\n")
                .setupRequires())
        .containsExactly("pbr>=2", "wheel");
  }

  @Test
  void whatOnlyRunningSetupPyWouldTellIsSaidToBeUnseen() {
    BuildSystem computed = read("setup.py", "setup(setup_requires=['a'] + more)");
    assertThat(computed.setupRequires()).isEmpty();
    assertThat(computed.unseen()).containsExactly("setup.py: setup_requires");
    assertThat(read("setup.py", "# no setup_requires here\nsetup()").unseen()).isEmpty();
  }
}
