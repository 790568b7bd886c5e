package wheelbase.resolver;

/**
 * A step in words, in two parts that may be laid out in columns.
 *
 * @param link {@code and}, {@code but}; empty of the first
 * @param subject who does what ({@code requirements.txt:4 wants}), or the whole sentence
 * @param object what for ({@code apache-airflow==2.9.1}); may be empty
 */
public record Sentence(String link, String subject, String object) {
  /** {@code but requirements.txt:22 wants}. */
  public String beginning() {
    return link.isEmpty() ? subject : link + " " + subject;
  }

  /** The sentence in one piece. */
  @Override
  public String toString() {
    return object.isEmpty() ? beginning() : beginning() + " " + object;
  }
}
