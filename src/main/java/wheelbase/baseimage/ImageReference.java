package wheelbase.baseimage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;

/**
 * The name of an image in a registry, as {@code FROM} takes it. The rules are those that Docker has
 * for names: what stands before the first slash is a registry where it has a dot or a port or is
 * {@code localhost}, else it belongs to the repository; without a registry {@code docker.io} is
 * meant, and there {@code library/} may be left out.
 *
 * @param text as it was written
 * @param registry {@code docker.io}, {@code registry.example:5000}
 * @param repository {@code library/python}
 * @param digest {@code sha256:} and 64 digits
 */
public record ImageReference(
    String text,
    String registry,
    String repository,
    Optional<String> tag,
    Optional<String> digest) {
  /** What is meant where no registry is named. */
  public static final String USUAL_REGISTRY = "docker.io";

  private static final int LONGEST_NAME = 255;

  private static final String COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\\d+)?");
  private static final Pattern PATH = Pattern.compile(COMPONENT + "(?:/" + COMPONENT + ")*");
  private static final Pattern WHOLE =
      Pattern.compile("([^@]+?)(?::(\\w[\\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?");

  public static Checked<ImageReference> parse(String text) {
    Matcher matcher = WHOLE.matcher(text);
    if (!matcher.matches()) {
      return refused(text);
    }
    String name = matcher.group(1);
    String first = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
    boolean hosted = first.contains(".") || first.contains(":") || first.equals("localhost");
    String registry = hosted ? first : USUAL_REGISTRY;
    String path = hosted ? name.substring(first.length() + 1) : name;
    if (name.length() > LONGEST_NAME
        || !HOST.matcher(registry).matches()
        || !PATH.matcher(path).matches()) {
      return refused(text);
    }
    boolean official = registry.equals(USUAL_REGISTRY) && !path.contains("/");
    return Checked.taken(
        new ImageReference(
            text,
            registry,
            official ? "library/" + path : path,
            Optional.ofNullable(matcher.group(2)),
            Optional.ofNullable(matcher.group(3))));
  }

  private static Checked<ImageReference> refused(String text) {
    return Checked.refused(
        Diagnostic.error("not-an-image", "`" + text + "` is not the name of an image")
            .withHint("registry.example/team/python:3.13, in small letters"));
  }

  /** The registry's host without its port. */
  public String host() {
    return registry.replaceFirst(":\\d+$", "");
  }

  /** {@code python:7}: the last part of the repository, with the tag, for narrow places. */
  public String shortName() {
    return repository.substring(repository.lastIndexOf('/') + 1)
        + tag.map(named -> ":" + named).orElse("");
  }

  /** The same image under its digest; a tag stays, for people and for programs that bump it. */
  public String pinned(String sha256) {
    return withoutDigest() + "@" + sha256;
  }

  /** The name, with the tag where there is one. */
  public String withoutDigest() {
    return text.substring(0, text.length() - digest.map(old -> old.length() + 1).orElse(0));
  }

  @Override
  public String toString() {
    return text;
  }
}
