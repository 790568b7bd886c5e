package wheelbase.index.pypi;

import java.util.Optional;
import wheelbase.index.IndexException;

/** What one source has of a project, or why it could not be read. */
record Part(LinkSource source, Optional<LinkSource.Found> found, Optional<IndexException> failure) {
  static Part failed(LinkSource source, IndexException failure) {
    return new Part(source, Optional.empty(), Optional.of(failure));
  }

  boolean isFromCache() {
    return found.map(LinkSource.Found::fromCache).orElse(false);
  }
}
