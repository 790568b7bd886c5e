package wheelbase.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wheelbase.index.pypi.IndexOptions;
import wheelbase.requirements.ReaderOptions;

/** Which indexes are asked, of all the places that may name one. */
final class IndexUrls {
  private IndexUrls() {}

  /**
   * The first index that is named counts: on the command line, in a requirements file, in pip's own
   * configuration; else it is the public one. Further indexes are added up, as pip does.
   *
   * @param written what the requirements files say
   * @param configured what pip's environment variables and configuration files say
   * @return none where there is to be no index at all
   */
  static List<String> of(IndexChoice choice, ReaderOptions written, ReaderOptions configured) {
    boolean noIndex = written.noIndex() || configured.noIndex() && written.indexUrl().isEmpty();
    if (choice.indexUrl().isEmpty() && noIndex) {
      return List.of();
    }
    List<String> urls = new ArrayList<>();
    urls.add(
        Stream.of(choice.indexUrl(), written.indexUrl(), configured.indexUrl())
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(IndexOptions.PUBLIC_INDEX));
    urls.addAll(configured.extraIndexUrls());
    urls.addAll(choice.extraIndexUrls());
    urls.addAll(written.extraIndexUrls());
    return urls.stream().distinct().toList();
  }
}
