package wheelbase.index.pypi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wheelbase.index.SdistFiles;

/**
 * What was seen of an sdist: its members, and the texts that say how it is built. Paths are without
 * the leading {@code NAME-VERSION/}.
 */
final class SdistArchive {
  /** A file in it. */
  record Member(String path, long size) {}

  private final long textLimit;
  private final List<Member> members = new ArrayList<>();
  private final Map<String, String> texts = new TreeMap<>();
  private long textLength;
  private boolean complete;
  private boolean cutOff;

  SdistArchive() {
    this(SdistReader.USUAL.textLimit());
  }

  /**
   * @param textLimit as many characters of texts are kept, whatever is asked for
   */
  SdistArchive(long textLimit) {
    this.textLimit = textLimit;
  }

  void add(String path, long size) {
    members.add(new Member(path, size));
  }

  /** May be called from several threads. */
  synchronized void addText(String path, String text) {
    if (textLength + text.length() > textLimit) {
      cutOff = true;
      return;
    }
    textLength += text.length();
    texts.put(path, text);
  }

  void finish() {
    complete = true;
  }

  /** Called where it is too long to be read to its end. */
  void cutOff() {
    cutOff = true;
  }

  boolean isCutOff() {
    return cutOff;
  }

  /** Whether it was read to its end. */
  boolean isComplete() {
    return complete;
  }

  List<Member> members() {
    return members;
  }

  SdistFiles toFiles() {
    return new SdistFiles(
        members.stream().map(Member::path).toList(), new TreeMap<>(texts), cutOff);
  }

  Optional<String> text(String path) {
    return Optional.ofNullable(texts.get(path));
  }

  /** The text of that name in the egg-info directory that lies highest. */
  Optional<String> eggInfo(String fileName) {
    return texts.keySet().stream()
        .filter(path -> path.endsWith(".egg-info/" + fileName))
        .min(Comparator.comparingInt(SdistArchive::depth).thenComparing(path -> path))
        .map(texts::get);
  }

  private static boolean isSourceDepth(String path) {
    return depth(path) <= 6 && !path.matches("(?:.*/)?(?:tests?|testing|examples?|docs?)/.*");
  }

  private static int depth(String path) {
    return (int) path.chars().filter(character -> character == '/').count();
  }

  /** Whether the content of the file is worth keeping. */
  static boolean isTelling(String path) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    if (slash < 0) {
      return switch (name) {
        case "PKG-INFO", "setup.py", "setup.cfg", "pyproject.toml", "build.py" -> true;
        default -> false;
      };
    }
    return isSourceDepth(path)
        && path.substring(0, slash).endsWith(".egg-info")
        && (name.equals("requires.txt") || name.equals("PKG-INFO"));
  }
}
