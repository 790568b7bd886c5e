package wheelbase.dockerfile.syntax;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A here-document that follows a RUN, COPY or ADD.
 *
 * @param name the word that ends it
 * @param fileDescriptor the number before {@code <<}, 0 without one
 * @param expand whether variables in it are replaced: its word is not quoted
 * @param chomp whether leading tabs are dropped: {@code <<-}
 * @param content its lines as they are written
 * @param extent where these lines stand
 */
public record Heredoc(
    String name, int fileDescriptor, boolean expand, boolean chomp, String content, Extent extent) {
  private static final Pattern LEADING_TABS = Pattern.compile("(?m)^\t+");

  public Heredoc {
    Objects.requireNonNull(name);
    Objects.requireNonNull(content);
    Objects.requireNonNull(extent);
  }

  Heredoc holding(String lines, Extent place) {
    return new Heredoc(name, fileDescriptor, expand, chomp, lines, place);
  }

  /** What a command gets to read. */
  public String text() {
    return chomp ? LEADING_TABS.matcher(content).replaceAll("") : content;
  }
}
