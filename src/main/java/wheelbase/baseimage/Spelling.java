package wheelbase.baseimage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** "Did you mean?" */
final class Spelling {
  private Spelling() {}

  /** The nearest of the words, if it is near: at most a third of the letters differ. */
  static Optional<String> closest(String text, List<String> words) {
    return words.stream()
        .min(Comparator.comparingInt((String word) -> distance(text, word)))
        .filter(word -> distance(text, word) * 3 <= Math.max(text.length(), word.length()));
  }

  /** Levenshtein's: letters put in, left out or exchanged. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= left.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int above = row[column];
        int exchanged = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
        row[column] = Math.min(exchanged, 1 + Math.min(above, row[column - 1]));
        diagonal = above;
      }
    }
    return row[right.length()];
  }
}
