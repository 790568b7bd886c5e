package wheelbase.elf;

import java.util.Comparator;

/**
 * A version of a library's symbols that a file asks for.
 *
 * @param library the soname that is to have it: {@code libc.so.6}
 * @param version {@code GLIBC_2.34}
 */
public record VersionNeed(String library, String version) implements Comparable<VersionNeed> {
  private static final Comparator<VersionNeed> ORDER =
      Comparator.comparing(VersionNeed::library).thenComparing(VersionNeed::version);

  @Override
  public int compareTo(VersionNeed other) {
    return ORDER.compare(this, other);
  }
}
