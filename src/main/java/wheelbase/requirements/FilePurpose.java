package wheelbase.requirements;

import java.util.List;
import java.util.regex.Pattern;

/** What the name of a requirements file says it is for. */
final class FilePurpose {
  /** The best first. */
  static final List<String> FOR_PRODUCTION =
      List.of(
          "production",
          "prod",
          "live",
          "deploy",
          "docker",
          "requirements",
          "default",
          "base",
          "common",
          "main",
          "app",
          "core");

  private static final Pattern NOT_FOR_PRODUCTION =
      Pattern.compile(
          "(?:.*[-_.])?(?:dev|develop|development|test|tests|testing|docs?|lint|ci|debug|optional|extras?"
              + "|typing|mypy|local|build|release|constraints?)");

  private static final Pattern BESIDE =
      Pattern.compile("requirements?([-_.]\\w[\\w.-]*)?\\.txt|[\\w-]+[-_.]requirements?\\.txt");

  private FilePurpose() {}

  static boolean isRequirementsFile(String name) {
    return BESIDE.matcher(name).matches();
  }

  /** For development, tests, an extra: not for running the application. */
  static boolean isOther(String name) {
    return NOT_FOR_PRODUCTION.matcher(of(name)).matches();
  }

  /** What is left of a name without the words that every such file has. */
  static String of(String name) {
    String stem = name.substring(name.lastIndexOf('/') + 1, name.length() - ".txt".length());
    String left =
        stem.replaceFirst("^requirements?[-_.]?", "").replaceFirst("[-_.]requirements?$", "");
    return left.isEmpty() ? "requirements" : left;
  }
}
