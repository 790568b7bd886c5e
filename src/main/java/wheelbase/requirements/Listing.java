package wheelbase.requirements;

import java.util.List;

/**
 * The text of a file for showing beside what was found in it: line numbers are those of the places,
 * passwords in addresses are starred.
 *
 * @param file as places name it
 * @param lines without their ends
 * @param cut whether more follows that is not here
 */
public record Listing(String file, List<String> lines, boolean cut) {
  private static final int MOST_LINES = 10_000;
  private static final int LONGEST_LINE = 2_000;

  public Listing {
    lines = List.copyOf(lines);
  }

  /**
   * @param name as the user would name the file
   */
  public static Listing of(String name, byte[] content) {
    List<String> all = DecodedFile.decode(name, content).file().lines();
    List<String> first = all.subList(0, Math.min(MOST_LINES, all.size()));
    boolean cut =
        first.size() < all.size() || first.stream().anyMatch(line -> line.length() > LONGEST_LINE);
    return new Listing(
        name,
        first.stream()
            .map(line -> line.substring(0, Math.min(LONGEST_LINE, line.length())))
            .map(Credentials::hidden)
            .toList(),
        cut);
  }
}
