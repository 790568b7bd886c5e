package wheelbase.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a build by podman or buildah leaves in the storage beside the image: containers that it
 * worked in, where it was interrupted, and an image without a name for each instruction. The
 * engine's own log for developers names them; nothing else tells them from other people's.
 */
final class BuildRemains {
  /** Ahead of {@code build}: the log then has what is read here. */
  static final List<String> LOGGED = List.of("--log-level", "debug");

  private static final Pattern FOR_DEVELOPERS =
      Pattern.compile("time=\"[^\"]*\" level=(trace|debug|info) msg=.*");
  private static final Pattern CONTAINER =
      Pattern.compile("time=\"[^\"]*\" level=debug msg=\"Container ID: ([0-9a-f]{64})\"");

  /** A stage that adds nothing shows its base here. */
  private static final Pattern IMAGE = Pattern.compile("--> ([0-9a-f]{11,64})");

  private final Set<String> before;
  private final Set<String> containers = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Set<String> images = Collections.synchronizedSet(new LinkedHashSet<>());

  /**
   * @param before the containers and images that were there before, by their whole ids: whatever a
   *     log says, these are somebody else's
   */
  BuildRemains(Collection<String> before) {
    this.before = before.stream().map(BuildRemains::hash).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a line is for the user too. */
  static boolean isForUsers(String line) {
    return !FOR_DEVELOPERS.matcher(line).matches();
  }

  /** Takes a line of the log. */
  void read(String line) {
    Matcher container = CONTAINER.matcher(line);
    if (container.matches()) {
      containers.add(container.group(1));
    }
    Matcher image = IMAGE.matcher(line);
    if (image.matches()) {
      images.add(image.group(1));
    }
  }

  /** The containers that may still be there. */
  List<String> containers() {
    synchronized (containers) {
      return containers.stream().filter(id -> !before.contains(id)).toList();
    }
  }

  /**
   * The images to remove, the last first.
   *
   * @param listing of all images: whole ids, each before its name or {@code <none>}
   */
  List<String> images(String listing) {
    Set<String> nameless = new LinkedHashSet<>();
    Set<String> named = new LinkedHashSet<>();
    for (String line : listing.lines().toList()) {
      String[] words = line.strip().split("\\s+");
      (words.length < 2 || words[1].startsWith("<none>") ? nameless : named).add(hash(words[0]));
    }
    nameless.removeAll(named);
    nameless.removeAll(before);
    List<String> made;
    synchronized (images) {
      made = new ArrayList<>(images);
    }
    Collections.reverse(made);
    return made.stream()
        .flatMap(shown -> nameless.stream().filter(whole -> whole.startsWith(shown)))
        .distinct()
        .toList();
  }

  private static String hash(String id) {
    return id.strip().replaceFirst("^sha256:", "");
  }
}
