package wheelbase.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Precedence as pip's user guide has it under "Config precedence". */
class PipConfigurationTest {
  private static final MemoryFiles NONE = new MemoryFiles();

  @Test
  void theEnvironmentIsStrongerThanEveryFile() {
    var files =
        MemoryFiles.of(
            "/etc/pip.conf", "[global]\nindex-url = https://system.test/\n",
            "/home/me/.config/pip/pip.conf", "[global]\nindex_url: https://user.test/\n");
    var user = PipConfiguration.read(Map.of("HOME", "/home/me"), files);
    assertThat(user.indexUrl()).hasValue("https://user.test/");
    assertThat(user.origins()).containsEntry("index-url", "/home/me/.config/pip/pip.conf");
    var environment =
        PipConfiguration.read(
            Map.of("HOME", "/home/me", "PIP_INDEX_URL", "https://variable.test/"), files);
    assertThat(environment.indexUrl()).hasValue("https://variable.test/");
    assertThat(environment.origins()).containsEntry("index-url", "PIP_INDEX_URL");
  }

  @Test
  void theSectionOfTheCommandIsStrongerThanTheGlobalOneOfALaterFile() {
    var files =
        MemoryFiles.of(
            "/etc/pip.conf", "[install]\nindex-url = https://install.test/\n",
            "/h/.pip/pip.conf", "[global]\nindex-url = https://global.test/\n[list]\npre = 1\n");
    var configuration = PipConfiguration.read(Map.of("HOME", "/h"), files);
    assertThat(configuration.indexUrl()).hasValue("https://install.test/");
    assertThat(configuration.options().allowPrereleases()).isFalse();
  }

  @Test
  void aNamedFileReplacesThatOfTheUser() {
    var files =
        MemoryFiles.of(
            "/h/.config/pip/pip.conf", "[global]\nindex-url = https://user.test/\n",
            "/etc/pip.conf", "[global]\ntrusted-host = a.test b.test\n",
            "/ci/pip.conf",
                "[global]\nextra-index-url =\n    https://x.test/\n    https://y.test/\n");
    var configuration =
        PipConfiguration.read(Map.of("HOME", "/h", "PIP_CONFIG_FILE", "/ci/pip.conf"), files);
    assertThat(configuration.indexUrl()).isEmpty();
    assertThat(configuration.extraIndexUrls())
        .containsExactly("https://x.test/", "https://y.test/");
    assertThat(configuration.options().sources().trustedHosts())
        .containsExactly("a.test", "b.test");
    var none = PipConfiguration.read(Map.of("HOME", "/h", "PIP_CONFIG_FILE", "/dev/null"), files);
    assertThat(none.values()).containsOnlyKeys("config-file");
  }

  @Test
  void aStrongerListReplacesAWeakerOne() {
    var files = MemoryFiles.of("/etc/pip.conf", "[global]\nextra-index-url = https://a.test/\n");
    var configuration =
        PipConfiguration.read(
            Map.of("PIP_EXTRA_INDEX_URL", "https://b.test/ https://c.test/"), files);
    assertThat(configuration.extraIndexUrls())
        .containsExactly("https://b.test/", "https://c.test/");
  }

  @Test
  void withoutAnIndexThereIsNone() {
    var options =
        PipConfiguration.read(
                Map.of(
                    "PIP_NO_INDEX", "yes",
                    "PIP_INDEX_URL", "https://a.test/",
                    "PIP_FIND_LINKS", "wheels",
                    "PIP_ONLY_BINARY", ":all:",
                    "PIP_NO_BINARY", "Foo_Bar,b"),
                NONE)
            .options();
    assertThat(options.sources().noIndex()).isTrue();
    assertThat(options.sources().indexUrl()).isEmpty();
    assertThat(options.sources().findLinks()).containsExactly("wheels");
    assertThat(options.onlyBinary()).containsExactly(":all:");
  }

  @Test
  void aFlagThatIsNeitherYesNorNoIsSaid() {
    var configuration = PipConfiguration.read(Map.of("PIP_PRE", "perhaps"), NONE);
    assertThat(configuration.options().allowPrereleases()).isFalse();
    assertThat(configuration.diagnostics())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.id()).isEqualTo("invalid-pip-setting");
              assertThat(one.message()).contains("pre", "PIP_PRE");
            });
  }

  @Test
  void commentsAndEmptyValuesSayNothing() {
    var files =
        MemoryFiles.of(
            "/etc/pip.conf",
            "; c\n# c\nstray\n[global]\n# index-url = no\nindex-url =\npre = true\n  \n[install]\n");
    var configuration = PipConfiguration.read(Map.of("PIP_INDEX_URL", ""), files);
    assertThat(configuration.values()).containsOnlyKeys("pre");
  }

  @Test
  void passwordsAreNotPrinted() {
    var configuration =
        PipConfiguration.read(Map.of("PIP_INDEX_URL", "https://u:s3cr3t@a.test/"), NONE);
    assertThat(configuration.toString()).doesNotContain("s3cr3t").contains("PIP_INDEX_URL");
  }
}
