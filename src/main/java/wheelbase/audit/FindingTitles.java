package wheelbase.audit;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each id of a finding stands for, in a line; an id keeps its meaning once it is published.
 */
public final class FindingTitles {
  private static final SortedMap<String, String> ALL = new TreeMap<>();

  static {
    add("apk-cache-in-layer", "apk keeps its index in the image");
    add("apt-lists-in-layer", "The package lists of apt stay in the image");
    add("apt-update-apart", "Package lists are fetched in another layer than they are used in");
    add("bad-directive", "A parser directive that BuildKit refuses");
    add("bad-flag", "A flag of an instruction with a value that BuildKit refuses");
    add("bad-instruction", "An instruction that BuildKit refuses");
    add("bad-mount", "A mount that BuildKit refuses");
    add("base-not-judged", "A base of which it is not known what is in it");
    add("build-packages-left", "Compilers or headers stay in the image");
    add("copied-before-install", "The application is copied before its requirements are installed");
    add("distribution-end-of-life", "Nobody mends the distribution of the base any more");
    add("empty-continuation-line", "An empty line within a continued instruction");
    add("end-of-life-near", "The base gets no more fixes soon");
    add("environment-of-build-platform", "Packages are installed for the builder's platform");
    add("floating-tag", "The tag of the base moves on with each release");
    add("full-image", "The last stage is built on the image with compilers and headers");
    add("instruction-before-from", "An instruction before the first FROM");
    add("missing-build-package", "A package compiles, and what that takes is not installed");
    add("missing-library", "A library or program that a package wants at run time is missing");
    add("needless-package", "A system package that no Python package needs");
    add("no-dockerignore", "All files are copied, and no .dockerignore says what stays out");
    add("no-instructions", "A file without instructions");
    add("no-wheel-on-base", "Packages compile on this base that have wheels on another");
    add("other-package-manager", "A package manager that the base does not have");
    add("pip-cache-in-layer", "pip or uv keeps what it downloads in the image");
    add("python-end-of-life", "Nobody mends the Python of the base any more");
    add("runs-as-root", "The container runs as root");
    add("secret-in-layer", "A password or key becomes part of the image");
    add("shell-form", "CMD or ENTRYPOINT is a line for the shell");
    add("tag-without-release", "The tag of the base names no release of its distribution");
    add("unknown-flag", "A flag that the instruction does not have");
    add("unknown-instruction", "An instruction that there is not");
    add("unterminated-heredoc", "A here-document that nothing ends");
    add("unusable-package", "A package that cannot be installed on this base");
    add("wrong-package-name", "A package that the distribution does not have");
  }

  private FindingTitles() {}

  private static void add(String id, String title) {
    ALL.put(id, title);
  }

  /** By id. */
  public static SortedMap<String, String> all() {
    return Collections.unmodifiableSortedMap(ALL);
  }
}
