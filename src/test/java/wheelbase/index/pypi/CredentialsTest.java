package wheelbase.index.pypi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialsTest {
  private static final Netrc NETRC =
      Netrc.parse(
          "# a comment\nmachine one.test login a password b#c\n"
              + "macdef init\n machine no.test login x password y\n\n"
              + "machine two.test\n  login d\n  account e\n  password f\n"
              + "default login g password h\n");

  @Test
  void readsNetrc() {
    assertThat(NETRC.machines())
        .containsOnlyKeys("one.test", "two.test")
        .containsEntry("one.test", new Login("a", "b#c"))
        .containsEntry("two.test", new Login("d", "f"));
    assertThat(NETRC.login("other.test")).contains(new Login("g", "h"));
  }

  @Test
  void sendsALoginOnlyToWhereItBelongs() {
    Credentials credentials =
        new Credentials(
            List.of("https://me:pw@index.test/simple/", "https://other.test/simple/"),
            List.of(),
            Map.of(Credentials.USER_VARIABLE, "env", Credentials.PASSWORD_VARIABLE, "e"),
            Netrc.EMPTY,
            Optional.empty());

    assertThat(credentials.login("https://index.test/files/foo.whl"))
        .contains(new Login("me", "pw"));
    assertThat(credentials.login("https://INDEX.test:443/x")).contains(new Login("me", "pw"));
    assertThat(credentials.login("http://index.test/x")).isEmpty();
    assertThat(credentials.login("https://index.test:8443/x")).isEmpty();
    assertThat(credentials.login("https://other.test/x")).contains(new Login("env", "e"));
    assertThat(credentials.login("https://files.test/x")).isEmpty();
  }

  /** pip: of several indexes on a host the one whose path has most in common. */
  @Test
  void ofSeveralIndexesOnAHostTheNearestCounts() {
    Credentials credentials =
        new Credentials(
            List.of("https://a:1@index.test/one/simple/", "https://b:2@index.test/two/simple/"),
            List.of("https://c:3@index.test/links/page.html"),
            Map.of(),
            Netrc.EMPTY,
            Optional.empty());

    assertThat(credentials.login("https://index.test/one/simple/foo/"))
        .contains(new Login("a", "1"));
    assertThat(credentials.login("https://index.test/two/f/foo.whl")).contains(new Login("b", "2"));
    assertThat(credentials.login("https://index.test/links/f.whl")).contains(new Login("c", "3"));
    assertThat(credentials.login("https://index.test/x")).contains(new Login("a", "1"));
  }

  /** pip: a user alone gives way to netrc, and else goes with an empty password. */
  @Test
  void aUserWithoutAPasswordIsTheLastThingToTry() {
    List<String> urls = List.of("https://token@one.test/", "https://token@three.test/");
    Netrc netrc = Netrc.parse("machine one.test login a password b");
    Credentials credentials = new Credentials(urls, List.of(), Map.of(), netrc, Optional.empty());

    assertThat(credentials.login("https://one.test/x")).contains(new Login("a", "b"));
    assertThat(credentials.login("https://three.test/x")).contains(new Login("token", ""));
    assertThat(credentials.afterRefusal("https://one.test/x")).isEmpty();
  }

  @Test
  void neverGivesTheEnvironmentsLoginToThePublicIndex() {
    Credentials credentials =
        new Credentials(
            List.of(IndexOptions.PUBLIC_INDEX),
            List.of(),
            Map.of(Credentials.USER_VARIABLE, "env"),
            Netrc.EMPTY,
            Optional.empty());

    assertThat(credentials.login(IndexOptions.PUBLIC_INDEX)).isEmpty();
  }

  @Test
  void neverPrintsACredential() {
    String url = "https://me:secret@index.test/simple/?token=hidden&x=1";
    Asking options =
        Asking.of(List.of(url), Path.of("cache")).withEnvironment(Map.of("K", "hidden"));

    for (String shown :
        List.of(
            Redaction.ofUrl(url),
            options.toString(),
            new Login("me", "secret").toString(),
            Redaction.ofUrl("https://a@b:secret@index.test/"),
            Redaction.ofUrl("https:/me:secret@index.test/"),
            Redaction.ofUrl("https://me:a/secret@index.test/"),
            Redaction.ofUrl("https://me:1#secret@index.test/"))) {
      assertThat(shown).doesNotContain("secret").doesNotContain("hidden");
    }
    for (String plain :
        List.of(
            "https://index.test:8443/@scope/x",
            "git+https://host.test/a/b@main",
            "https://[::1]:80/x@y")) {
      assertThat(Redaction.ofText(plain)).isEqualTo(plain);
    }
    assertThat(Redaction.ofText("failed: https://me:secret@index.test/x timed out"))
        .isEqualTo("failed: https://****@index.test/x timed out");
    assertThat(Credentials.strip(url)).isEqualTo("https://index.test/simple/?token=hidden&x=1");
  }

  @Test
  void findsTheCacheDirectory() {
    assertThat(IndexOptions.defaultCacheDirectory(Map.of("XDG_CACHE_HOME", "/c", "HOME", "/h")))
        .isEqualTo(Path.of("/c/wheelbase"));
    assertThat(IndexOptions.defaultCacheDirectory(Map.of("XDG_CACHE_HOME", "c", "HOME", "/h")))
        .isEqualTo(Path.of("/h/.cache/wheelbase"));
  }
}
