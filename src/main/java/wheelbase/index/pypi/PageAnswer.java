package wheelbase.index.pypi;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import wheelbase.index.IndexException;

/** An answer that should be a page of links, with its body. */
record PageAnswer(HttpAnswer answer, byte[] body) {
  private static final long PAGE_LIMIT = 96L * 1024 * 1024;

  static PageAnswer read(HttpAnswer answer, InputStream body) throws IOException {
    return new PageAnswer(answer, BoundedStream.readAll(body, PAGE_LIMIT));
  }

  int status() {
    return answer.status();
  }

  /**
   * The links, without the logins in them: those are for nobody's disk.
   *
   * @param logins is told of each address that holds one
   * @throws IndexException where it is no page, or cannot be read
   */
  List<PageLink> links(Consumer<String> logins) {
    List<PageLink> links = links();
    if (links.stream().noneMatch(link -> Credentials.isIn(link.url()))) {
      return links;
    }
    return links.stream()
        .map(
            link -> {
              if (!Credentials.isIn(link.url())) {
                return link;
              }
              logins.accept(link.url().toString());
              return link.withUrl(Credentials.strip(link.url()));
            })
        .toList();
  }

  private List<PageLink> links() {
    String type = answer.header("Content-Type").orElse("");
    Dialect dialect =
        Dialect.of(type)
            .orElseThrow(() -> unusable("the type `" + type + "`, which is no project's page"));
    try {
      return dialect.read(body, answer.charset(), PageUrl.parse(answer.finalUrl()));
    } catch (IOException unreadable) {
      // A parser's message goes on over lines and names its own classes.
      String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      throw unusable("something that cannot be used: " + why);
    }
  }

  IndexException unusable(String what) {
    return new IndexException("`" + Redaction.ofUrl(answer.finalUrl()) + "` answered with " + what);
  }

  /** Of a status that is neither a page nor says that there is none. */
  IndexException refused() {
    return unusable(
        status() == 401 || status() == 407
            ? status()
                + ": a login is needed, or the one in the index URL, netrc, keyring or environment"
                + " is wrong"
            : "the status " + status());
  }
}
