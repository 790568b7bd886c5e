package wheelbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Catalogue;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.dockerfile.BuilderKind;
import wheelbase.dockerfile.HealthCheck;
import wheelbase.dockerfile.ImageTest;
import wheelbase.dockerfile.Installer;
import wheelbase.dockerfile.Layout;
import wheelbase.pep508.PackageName;

class TypedChoicesTest {
  private static final String PORT = "a number from 1 to 65535, such as 8000";
  private static final String USER = "a number from 1000 to 59999, such as 10001";

  @ParameterizedTest
  @CsvSource({"1, 1", "65535, 65535", "' 8000 ', 8000", "080, 80"})
  void takesPorts(String typed, int port) {
    assertThat(TypedChoices.port(typed).value()).contains(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http",
        "0",
        "65536",
        "-1",
        "+80",
        "80.0",
        "1e3",
        "８０",
        "99999999999",
        "8000/tcp"
      })
  void refusesWhatIsNoPort(String typed) {
    assertRefused(TypedChoices.port(typed), "`" + typed + "` is not a port", PORT);
  }

  @Test
  void takesWordsOfEachChoice() {
    for (Layout layout : Layout.values()) {
      assertThat(TypedChoices.layout(layout.id()).value()).contains(layout);
    }
    assertThat(TypedChoices.installer(" uv ").value()).contains(Installer.UV);
    assertThat(TypedChoices.builder("full").value()).contains(BuilderKind.FULL);
    assertThat(TypedChoices.test("none").value()).contains(new ImageTest.None());
    assertThat(TypedChoices.test("imports").value()).contains(new ImageTest.Imports());
    assertThat(TypedChoices.test(" pytest -q ").value())
        .contains(new ImageTest.Command("pytest -q"));
    assertThat(TypedChoices.noBinary("Psycopg2").value()).contains(new PackageName("psycopg2"));
  }

  @Test
  void refusesOtherWordsWithWhatThereIs() {
    assertRefused(
        TypedChoices.layout("wheelhuose"),
        "`wheelhuose` is none of venv, user, prefix, wheelhouse",
        "did you mean `wheelhouse`?");
    assertRefused(
        TypedChoices.installer("conda"), "`conda` is none of pip, uv", "say which: pip, uv");
    assertRefused(
        TypedChoices.test("a\nb"),
        "`a\nb` is not a command on one line",
        "`imports`, `none`, or a command such as pytest -q");
    assertRefused(
        TypedChoices.noBinary(":all:"),
        "`:all:` is not the name of a package",
        "letters, digits, and . _ - between them; several with commas");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "512, 512", "'3 ', 3"})
  void takesNumbersOfWorkers(String typed, int workers) {
    assertThat(TypedChoices.workers(typed).value()).contains(workers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "513", "auto", "-2", "2.5", ""})
  void refusesWhatIsNoNumberOfWorkers(String typed) {
    assertRefused(
        TypedChoices.workers(typed),
        "`" + typed + "` is no number of workers",
        "a number from 1 to 512, such as 4");
  }

  @ParameterizedTest
  @CsvSource({"1000, 1000", "10001, 10001", "59999, 59999"})
  void takesUsers(String typed, int user) {
    assertThat(TypedChoices.user(typed).value()).contains(user);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | is root: whoever breaks into the application could do anything in the container",
        "000 | is root: whoever breaks into the application could do anything in the container",
        "root | is root: whoever breaks into the application could do anything in the container",
        "app | is not a user's number",
        "10001:10001 | is not a user's number",
        "-1 | is not a user's number",
        "33 | is not among the numbers that distributions leave to users",
        "65534 | is not among the numbers that distributions leave to users",
        "4294967296 | is not a user's number",
      })
  void refusesUsersAndSaysWhy(String typed, String why) {
    assertRefused(TypedChoices.user(typed), "`" + typed + "` " + why, USER);
  }

  @Test
  void takesHealthChecks() {
    assertThat(TypedChoices.health("/healthz?deep=1").value())
        .contains(new HealthCheck.AskPath("/healthz?deep=1"));
    assertThat(TypedChoices.health(" Port").value()).contains(new HealthCheck.OpenPort());
    assertThat(TypedChoices.health("none").value()).contains(new HealthCheck.None());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "healthz | did you mean `/healthz`?",
        "api/up | did you mean `/api/up`?",
        "http://x/up | a path such as /healthz",
        "/a b | a path such as /healthz",
        "/é | a path such as /healthz",
        "'' | a path such as /healthz",
      })
  void refusesWhatNoRequestCanAskFor(String typed, String hint) {
    Checked<HealthCheck> checked = TypedChoices.health(typed);
    assertThat(message(checked)).isEqualTo("`" + typed + "` is not a path to ask for");
    assertThat(hint(checked))
        .startsWith(hint)
        .endsWith(" `port` asks only whether the port is open, `none` asks nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "shop.web:app, shop.web:app",
    "' app:make()', app:make()",
    "größe:app, größe:app",
    "a:b.c, a:b.c",
    "main.py, main.py",
    "./jobs/night shift.py, jobs/night shift.py",
    "bin/run, bin/run",
  })
  void takesApplications(String typed, String application) {
    assertThat(TypedChoices.application(typed).value()).contains(application);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "shop",
        "shop.web",
        "shop.web:",
        ":app",
        "a:b:c",
        "1a:b",
        "a:b(1)",
        "a:b c",
        "a;b:c",
        "-m.py",
        "/etc/x.py",
        "../x.py",
        "a/../../x.py",
        "a\nb.py"
      })
  void refusesWhatCannotBeStarted(String typed) {
    assertRefused(
        TypedChoices.application(typed),
        "`" + typed + "` is nothing that can be started",
        "package.module:variable, such as shop.web:app, or a script: jobs/main.py");
  }

  @Test
  void aFileIsNotAModule() {
    assertRefused(
        TypedChoices.application("./shop/web.py:app"),
        "`./shop/web.py:app` is nothing that can be started",
        "did you mean `shop.web:app`?");
  }

  @Test
  void takesABaseByWhateverNamesOne() {
    List<BaseImage> images =
        List.of(image("3.12", "alpine3.24"), image("3.13", "alpine3.24"), image("3.13", "trixie"));
    for (String typed : List.of("python:3.13-trixie", "3.13-trixie", " trixie")) {
      assertThat(TypedChoices.base(typed, images).value()).contains(images.get(2));
    }
    assertRefused(
        TypedChoices.base("alpine3.24", images),
        "`alpine3.24` is more than one image",
        "say which: 3.12-alpine3.24, 3.13-alpine3.24");
    assertRefused(
        TypedChoices.base("slim", images),
        "`slim` is none of the images looked at",
        "there are 3.12-alpine3.24, 3.13-alpine3.24, 3.13-trixie");
  }

  @Property
  void nothingThatIsTypedIsABug(@ForAll String typed) {
    for (Checked<?> checked :
        List.of(
            TypedChoices.port(typed),
            TypedChoices.user(typed),
            TypedChoices.workers(typed),
            TypedChoices.health(typed),
            TypedChoices.application(typed),
            TypedChoices.base(typed, List.of(image("3.13", "trixie"))))) {
      assertThat(checked.value().isPresent()).isNotEqualTo(checked.refusal().isPresent());
    }
  }

  private static BaseImage image(String series, String variant) {
    return Catalogue.shipped().find(series, variant).orElseThrow();
  }

  private static void assertRefused(Checked<?> checked, String message, String hint) {
    assertThat(message(checked)).isEqualTo(message);
    assertThat(hint(checked)).isEqualTo(hint);
    assertThat(checked.refusal().map(Diagnostic::severity)).contains(Severity.ERROR);
    assertThat(checked.value()).isEmpty();
  }

  private static String message(Checked<?> checked) {
    return checked.refusal().orElseThrow().message();
  }

  private static String hint(Checked<?> checked) {
    return checked.refusal().orElseThrow().hint().orElseThrow();
  }
}
