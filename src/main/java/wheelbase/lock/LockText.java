package wheelbase.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wheelbase.platform.Architecture;
import wheelbase.requirements.Credentials;
import wheelbase.requirements.FileSources;

/** Writes a lock as the requirements file that pip reads. */
public final class LockText {
  private static final String INDENT = "    ";
  private static final Pattern ON_THE_NETWORK = Pattern.compile("(?i)(https?|ftp)://");

  private LockText() {}

  /**
   * The same lock gives the same bytes; nothing depends on the day.
   *
   * @param from the requirements files, as the project calls them
   * @param image what it is for
   * @param written the options that the project's own files have in force: where to look for the
   *     files, which pip has to be told here as well. No password is among the lines, and no path
   *     of this machine.
   */
  public static String of(
      LockedRequirements lock, List<String> from, String image, FileSources written) {
    List<String> lines = new ArrayList<>();
    lines.add(
        comment(
            "Written by wheelbase: what pip takes for "
                + String.join(", ", from)
                + " in "
                + image
                + " for "
                + lock.architectures().stream()
                    .map(Architecture::engineName)
                    .collect(Collectors.joining(" and "))));
    lines.add(
        comment(
            "Install with: pip install --require-hashes --no-deps -r "
                + LockedRequirements.FILE_NAME));
    lines.add(comment("Make anew with: wheelbase generate --lock"));
    for (String release : lock.withUnknownDependencies()) {
      lines.add(
          comment(
              "What "
                  + release
                  + " depends on is not known: only what else the requirements name is here"));
    }
    lines.addAll(options(written));
    for (LockedRequirement requirement : lock.requirements()) {
      lines.add("");
      lines.addAll(lines(requirement));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> options(FileSources written) {
    List<String> lines = new ArrayList<>();
    addresses("--index-url ", written.indexUrl().stream()).forEach(lines::add);
    addresses("--extra-index-url ", written.extraIndexUrls().stream()).forEach(lines::add);
    if (written.noIndex()) {
      lines.add("--no-index");
    }
    addresses("--find-links ", written.findLinks().stream()).forEach(lines::add);
    written.trustedHosts().forEach(host -> lines.add("--trusted-host " + host));
    if (!lines.isEmpty()) {
      lines.add(0, "");
    }
    return lines;
  }

  /** A path leads nowhere on another machine, and nothing that is locked lies at one. */
  private static Stream<String> addresses(String option, Stream<String> places) {
    return places
        .filter(place -> ON_THE_NETWORK.matcher(place).lookingAt())
        .map(place -> option + Credentials.without(place));
  }

  private static List<String> lines(LockedRequirement requirement) {
    List<String> lines = new ArrayList<>();
    String pin = requirement.name() + "==" + requirement.version() + marker(requirement);
    List<String> hashes = requirement.hashes();
    lines.add(pin + " \\");
    for (int at = 0; at < hashes.size(); at++) {
      lines.add(INDENT + "--hash=" + hashes.get(at) + (at + 1 < hashes.size() ? " \\" : ""));
    }
    lines.addAll(files(requirement));
    if (!requirement.requiredBy().isEmpty()) {
      lines.add(INDENT + comment("for " + String.join(", ", requirement.requiredBy())));
    }
    return lines;
  }

  /** On one line, whatever the user's files are called. */
  private static String comment(String text) {
    return "# " + text.replaceAll("\\p{Cntrl}", "?");
  }

  private static String marker(LockedRequirement requirement) {
    return requirement.everywhere()
        ? ""
        : requirement.files().keySet().stream()
            .map(architecture -> "platform_machine == \"" + architecture.machine() + "\"")
            .collect(Collectors.joining(" or ", " ; ", ""));
  }

  /** A hash says nothing to a reader: the names of the files do. */
  private static List<String> files(LockedRequirement requirement) {
    List<String> names =
        requirement.files().values().stream().map(file -> file.fileName()).distinct().toList();
    if (names.size() == 1) {
      return List.of(INDENT + comment(names.get(0)));
    }
    List<String> lines = new ArrayList<>();
    for (Architecture architecture : requirement.files().keySet()) {
      lines.add(
          INDENT
              + comment(
                  architecture.engineName()
                      + ": "
                      + requirement.files().get(architecture).fileName()));
    }
    return lines;
  }
}
