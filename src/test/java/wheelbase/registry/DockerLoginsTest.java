package wheelbase.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerLoginsTest {
  @TempDir private Path directory;

  private Optional<RegistryLogin> login(String configuration, String registry)
      throws IOException, InterruptedException {
    Path home = Files.createDirectories(directory.resolve("home/.docker"));
    Files.writeString(home.resolve("config.json"), configuration);
    Map<String, String> environment =
        Map.of("HOME", directory.resolve("home").toString(), "PATH", directory + ":/usr/bin:/bin");
    return DockerLogins.of(environment, new CredentialHelper(environment, Duration.ofSeconds(20)))
        .login(registry);
  }

  @ParameterizedTest
  @CsvSource({
    "https://index.docker.io/v1/, docker.io",
    "registry.test:5000, registry.test:5000",
    "https://registry.test, registry.test",
    "https://registry.test/v2/, registry.test",
  })
  void aLoginIsKeptUnderTheNamesThatDockerWrites(String server, String registry)
      throws IOException, InterruptedException {
    String file = "{\"auths\": {\"" + server + "\": {\"auth\": \"YWRhOnMzY3JldDp4\"}}}";
    assertThat(login(file, registry)).contains(new RegistryLogin("ada", "s3cret:x", false));
    assertThat(login(file, "other.test")).isEmpty();
  }

  @Test
  void anIdentityTokenIsNoPassword() throws IOException, InterruptedException {
    assertThat(
            login(
                "{\"auths\": {\"registry.test\": {\"auth\": \"\", \"identitytoken\": \"t0ken\"}}}",
                "registry.test"))
        .contains(new RegistryLogin("", "t0ken", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"auths\": []}",
        "{\"auths\": {\"registry.test\": {}}}",
        "{\"auths\": {\"registry.test\": {\"auth\": \"%%\"}}}",
        "{\"auths\": {\"registry.test\": {\"auth\": \"bm8tY29sb24=\"}}}",
        "{\"credsStore\": \"not-there\"}",
        "{\"credHelpers\": {\"registry.test\": \"../../bin/sh\"}}",
      })
  void whatHoldsNoLogin(String file) throws IOException, InterruptedException {
    assertThat(login(file, "registry.test")).isEmpty();
  }

  @Test
  void aHelperIsAskedAsDockerAsksIt() throws IOException, InterruptedException {
    helper("mine", "read server; echo '{\"Username\":\"ada\",\"Secret\":\"of '$server'\"}'");
    helper("other", "echo '{\"Username\":\"<token>\",\"Secret\":\"t\"}'");
    String file = "{\"credHelpers\": {\"registry.test\": \"mine\"}, \"credsStore\": \"other\"}";
    assertThat(login(file, "registry.test"))
        .contains(new RegistryLogin("ada", "of registry.test", false));
    assertThat(login(file, "docker.io")).contains(new RegistryLogin("<token>", "t", true));
  }

  @Test
  void aHelperThatKnowsNothingLeavesTheFile() throws IOException, InterruptedException {
    helper("mine", "echo 'credentials not found in native keychain'; exit 1");
    assertThat(
            login(
                "{\"auths\": {\"registry.test\": {\"auth\": \"YWRhOnMzY3JldA==\"}},"
                    + " \"credsStore\": \"mine\"}",
                "registry.test"))
        .contains(new RegistryLogin("ada", "s3cret", false));
  }

  @Test
  void aSecretIsNotShown() {
    assertThat(new RegistryLogin("ada", "s3cret", false)).hasToString("ada:****");
  }

  private void helper(String name, String script) throws IOException {
    Path file = directory.resolve("docker-credential-" + name);
    Files.writeString(file, "#!/bin/sh\n[ \"$1\" = get ] || exit 2\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
