package wheelbase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.baseimage.BaseImage;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Spelling;
import wheelbase.dockerfile.BuildRequest;
import wheelbase.dockerfile.BuilderKind;
import wheelbase.dockerfile.HealthCheck;
import wheelbase.dockerfile.ImageTest;
import wheelbase.dockerfile.Installer;
import wheelbase.dockerfile.Layout;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;

/**
 * Reads {@link ImageChoices} as they are typed, on the command line or into a field. The messages
 * name neither.
 */
public final class TypedChoices {
  private static final int HIGHEST_PORT = 65535;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern WEB_APPLICATION =
      Pattern.compile(
          "[^\\W\\d]\\w*(\\.[^\\W\\d]\\w*)*:[^\\W\\d]\\w*(\\.[^\\W\\d]\\w*)*(\\(\\))?",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern FILE_AND_VARIABLE = Pattern.compile("([\\w/]+)\\.py:([\\w()]+)");

  /** What a request can ask for as it stands: RFC 3986, 3.3 and 3.4, leniently. */
  private static final Pattern REQUEST_PATH = Pattern.compile("/[!-~]*");

  private TypedChoices() {}

  /**
   * One of the base images of an analysis.
   *
   * @param text {@code python:3.12-alpine3.24}, {@code 3.12-alpine3.24}, or {@code alpine3.24}
   *     where that is one image only
   */
  public static Checked<BaseImage> base(String text, List<BaseImage> images) {
    String typed = text.strip();
    List<BaseImage> meant =
        images.stream()
            .filter(
                image ->
                    image.reference().equals(typed)
                        || image.tag().equals(typed)
                        || image.variant().equals(typed))
            .toList();
    if (meant.size() == 1) {
      return Checked.taken(meant.get(0));
    }
    String all = String.join(", ", images.stream().map(BaseImage::tag).toList());
    return Checked.refused(
        meant.isEmpty()
            ? Diagnostic.error(
                    "base-not-analysed", quoted(typed) + " is none of the images looked at")
                .withHint("there are " + all)
            : Diagnostic.error("ambiguous-base", quoted(typed) + " is more than one image")
                .withHint(
                    "say which: "
                        + String.join(", ", meant.stream().map(BaseImage::tag).toList())));
  }

  /**
   * What to start: {@code package.module:variable}, {@code package.module:make()}, or a script of
   * the project.
   */
  public static Checked<String> application(String text) {
    String typed = text.strip().replaceFirst("^(\\./+)+", "");
    Matcher file = FILE_AND_VARIABLE.matcher(typed);
    if (!file.matches() && (WEB_APPLICATION.matcher(typed).matches() || isScript(typed))) {
      return Checked.taken(typed);
    }
    return Checked.refused(
        Diagnostic.error("not-an-application", quoted(text) + " is nothing that can be started")
            .withHint(
                file.matches()
                    ? "did you mean `"
                        + file.group(1).replace('/', '.')
                        + ":"
                        + file.group(2)
                        + "`?"
                    : "package.module:variable, such as shop.web:app, or a script: jobs/main.py"));
  }

  private static boolean isScript(String typed) {
    return (typed.endsWith(".py") || typed.contains("/"))
        && !typed.contains(":")
        && !typed.startsWith("-")
        && !typed.startsWith("/")
        && !List.of(typed.split("/")).contains("..")
        && typed.codePoints().noneMatch(Character::isISOControl);
  }

  /**
   * @return from 1 to 65535
   */
  public static Checked<Integer> port(String text) {
    OptionalInt number = number(text);
    return number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= HIGHEST_PORT
        ? Checked.taken(number.getAsInt())
        : Checked.refused(
            Diagnostic.error("not-a-port", quoted(text) + " is not a port")
                .withHint("a number from 1 to " + HIGHEST_PORT + ", such as 8000"));
  }

  /**
   * @param text a path ({@code /healthz}), {@code port} or {@code none}
   */
  public static Checked<HealthCheck> health(String text) {
    String typed = text.strip();
    if (typed.toLowerCase(Locale.ROOT).equals("port")) {
      return Checked.taken(new HealthCheck.OpenPort());
    }
    if (typed.toLowerCase(Locale.ROOT).equals("none")) {
      return Checked.taken(new HealthCheck.None());
    }
    if (REQUEST_PATH.matcher(typed).matches()) {
      return Checked.taken(new HealthCheck.AskPath(typed));
    }
    String others = "`port` asks only whether the port is open, `none` asks nothing";
    return Checked.refused(
        Diagnostic.error("not-a-health-check", quoted(text) + " is not a path to ask for")
            .withHint(
                typed.matches("\\w[\\w/.-]*")
                    ? "did you mean `/" + typed + "`? " + others
                    : "a path such as /healthz; " + others));
  }

  /**
   * @return from 1 on
   */
  public static Checked<Integer> workers(String text) {
    OptionalInt number = number(text);
    return number.isPresent()
            && number.getAsInt() >= 1
            && number.getAsInt() <= BuildRequest.MOST_WORKERS
        ? Checked.taken(number.getAsInt())
        : Checked.refused(
            Diagnostic.error("not-a-number-of-workers", quoted(text) + " is no number of workers")
                .withHint("a number from 1 to " + BuildRequest.MOST_WORKERS + ", such as 4"));
  }

  /**
   * @return one of those that distributions leave to users, so never root's
   */
  public static Checked<Integer> user(String text) {
    OptionalInt number = number(text);
    int lowest = BuildRequest.LOWEST_USER;
    int highest = BuildRequest.HIGHEST_USER;
    if (number.isPresent() && number.getAsInt() >= lowest && number.getAsInt() <= highest) {
      return Checked.taken(number.getAsInt());
    }
    boolean root = text.strip().equals("root") || number.equals(OptionalInt.of(0));
    String message =
        root
            ? " is root: whoever breaks into the application could do anything in the container"
            : number.isEmpty()
                ? " is not a user's number"
                : " is not among the numbers that distributions leave to users";
    return Checked.refused(
        Diagnostic.error(root ? "root-user" : "not-a-user", quoted(text) + message)
            .withHint("a number from " + lowest + " to " + highest + ", such as 10001"));
  }

  public static Checked<Layout> layout(String text) {
    return oneOf(text, Layout.values(), Layout::id);
  }

  public static Checked<Installer> installer(String text) {
    return oneOf(text, Installer.values(), Installer::id);
  }

  public static Checked<BuilderKind> builder(String text) {
    return oneOf(text, BuilderKind.values(), BuilderKind::id);
  }

  private static <T> Checked<T> oneOf(String text, T[] all, Function<T, String> word) {
    for (T one : all) {
      if (text.strip().equals(word.apply(one))) {
        return Checked.taken(one);
      }
    }
    List<String> known = Arrays.stream(all).map(word).toList();
    String question = Spelling.question(text.strip(), known);
    return Checked.refused(
        Diagnostic.error("unknown-choice", quoted(text) + " is none of " + String.join(", ", known))
            .withHint(question.isEmpty() ? "say which: " + String.join(", ", known) : question));
  }

  /**
   * What must go well before the image is made.
   *
   * @param text {@code imports}, {@code none}, or a command line for the shell
   */
  public static Checked<ImageTest> test(String text) {
    String typed = text.strip();
    if (typed.isEmpty() || typed.chars().anyMatch(Character::isISOControl)) {
      return Checked.refused(
          Diagnostic.error("not-a-command", quoted(text) + " is not a command on one line")
              .withHint("`imports`, `none`, or a command such as pytest -q"));
    }
    OptionalInt hidden = ImageTest.Command.hiddenCharacter(typed);
    if (hidden.isPresent()) {
      String number = String.format("U+%04X", hidden.getAsInt());
      return Checked.refused(
          Diagnostic.error(
                  "not-a-command",
                  quoted(text)
                      + " holds a character that nobody would see in a Dockerfile, "
                      + number)
              .withHint("type the command without it, or put it into a script of the project"));
    }
    return Checked.taken(
        switch (typed) {
          case "none" -> new ImageTest.None();
          case "imports" -> new ImageTest.Imports();
          default -> new ImageTest.Command(typed);
        });
  }

  /** A package that is to be built from source. */
  public static Checked<PackageName> noBinary(String text) {
    return PackageName.isValid(text)
        ? Checked.taken(new PackageName(text))
        : Checked.refused(
            Diagnostic.error("not-a-package", quoted(text) + " is not the name of a package")
                .withHint("letters, digits, and . _ - between them; several with commas"));
  }

  /** Under either of its names: engines say amd64, wheels x86_64. */
  public static Checked<Architecture> architecture(String text) {
    List<String> known = new ArrayList<>();
    for (Architecture architecture : Architecture.values()) {
      if (text.equals(architecture.engineName()) || text.equals(architecture.machine())) {
        return Checked.taken(architecture);
      }
      known.add(architecture.engineName());
      known.add(architecture.machine());
    }
    Diagnostic unknown =
        Diagnostic.error(
            "unknown-architecture",
            "no architecture " + quoted(text) + ": amd64 and arm64 are known");
    String question = Spelling.question(text, known);
    return Checked.refused(question.isEmpty() ? unknown : unknown.withHint(question));
  }

  private static OptionalInt number(String text) {
    String typed = text.strip();
    return NUMBER.matcher(typed).matches()
        ? OptionalInt.of(Integer.parseInt(typed))
        : OptionalInt.empty();
  }

  private static String quoted(String text) {
    return "`" + text + "`";
  }
}
