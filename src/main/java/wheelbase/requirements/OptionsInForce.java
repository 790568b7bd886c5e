package wheelbase.requirements;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.pep508.PackageName;

/**
 * The options as they stand while files are read. What one line does to those before it follows
 * pip's {@code handle_option_line} and its format control.
 */
final class OptionsInForce {
  private static final String ALL = ReaderOptions.ALL;
  private static final String NONE = ":none:";

  private final FileReader files;
  private Optional<String> indexUrl;
  private final List<String> extraIndexUrls;
  private boolean noIndex;
  private final List<String> findLinks;
  private final Set<String> noBinary;
  private final Set<String> onlyBinary;
  private boolean preferBinary;
  private final Set<String> allReleases;
  private final Set<String> onlyFinal;
  private boolean requireHashes;
  private boolean noRequireHashes;
  private final List<String> trustedHosts;
  private final List<String> features;
  private final Map<String, SourceSpan> places;

  OptionsInForce(FileReader files, ReaderOptions before) {
    this.files = files;
    FileSources sources = before.sources();
    indexUrl = sources.indexUrl();
    extraIndexUrls = new ArrayList<>(sources.extraIndexUrls());
    noIndex = sources.noIndex();
    findLinks = new ArrayList<>(sources.findLinks());
    trustedHosts = new ArrayList<>(sources.trustedHosts());
    places = new HashMap<>(sources.places());
    noBinary = new TreeSet<>(before.noBinary());
    onlyBinary = new TreeSet<>(before.onlyBinary());
    preferBinary = before.preferBinary();
    allReleases = new TreeSet<>(before.allReleases());
    onlyFinal = new TreeSet<>(before.onlyFinal());
    requireHashes = before.requireHashes();
    noRequireHashes = before.noRequireHashes();
    features = new ArrayList<>(before.features());
  }

  /**
   * What has an effect on every line, also on that of a requirement: pip reads it while parsing.
   */
  void takeFormatControl(LineOptions line) {
    for (LineOptions.Given one : line.given()) {
      switch (one.option()) {
        case NO_BINARY -> choose(one.value().text(), noBinary, onlyBinary);
        case ONLY_BINARY -> choose(one.value().text(), onlyBinary, noBinary);
        case ALL_RELEASES -> choose(one.value().text(), allReleases, onlyFinal);
        case ONLY_FINAL -> choose(one.value().text(), onlyFinal, allReleases);
        default -> {}
      }
    }
  }

  /**
   * @param directory of the file that the line stands in
   */
  void takeOptionLine(LineOptions line, Path directory) {
    takeIndexes(line);
    line.first(PipOption.FIND_LINKS)
        .ifPresent(
            value -> {
              String location = nextToTheFile(value.text(), directory);
              findLinks.add(location);
              places.put(location, value.span());
            });
    for (LineOptions.Given one : line.given()) {
      String value = one.value().text();
      switch (one.option()) {
        case PREFER_BINARY -> preferBinary = true;
        case PRE -> allReleases.add(ALL);
        case REQUIRE_HASHES -> requireHashes = true;
        case NO_REQUIRE_HASHES -> noRequireHashes = true;
        case TRUSTED_HOST -> trustedHosts.add(hostAndPort(value));
        case USE_FEATURE -> {
          if (!features.contains(value)) {
            features.add(value);
          }
        }
        default -> {}
      }
    }
  }

  ReaderOptions toOptions() {
    return new ReaderOptions(
        new FileSources(indexUrl, extraIndexUrls, noIndex, findLinks, trustedHosts, places),
        noBinary,
        onlyBinary,
        preferBinary,
        allReleases,
        onlyFinal,
        requireHashes,
        noRequireHashes,
        features);
  }

  private void takeIndexes(LineOptions line) {
    if (line.has(PipOption.NO_INDEX)) {
      noIndex = true;
      indexUrl = Optional.empty();
      extraIndexUrls.clear();
    }
    if (noIndex) {
      return;
    }
    line.last(PipOption.INDEX_URL)
        .filter(url -> !url.isEmpty())
        .ifPresent(
            url -> {
              indexUrl = Optional.of(url.text());
              places.put(url.text(), url.span());
              extraIndexUrls.clear();
            });
    line.values(PipOption.EXTRA_INDEX_URL)
        .forEach(
            url -> {
              extraIndexUrls.add(url.text());
              places.put(url.text(), url.span());
            });
  }

  /** As pip takes a host apart: without user, path and query, in lower case. */
  private static String hostAndPort(String value) {
    String authority = value.split("[/?#]", 2)[0];
    String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return host.endsWith(":") ? host.substring(0, host.length() - 1) : host;
  }

  /** A directory of links is looked for beside the file first, else left as it is written. */
  private String nextToTheFile(String value, Path directory) {
    if (Link.isAddress(value)) {
      return value;
    }
    boolean there =
        WorkingDirectory.resolve(directory, value)
            .filter(beside -> files.isDirectory(beside) || files.isFile(beside))
            .isPresent();
    return there && !value.startsWith("/") ? directory + "/" + value : value;
  }

  /**
   * Names for one of two lists that exclude each other. {@code :all:} forgets all before it, {@code
   * :none:} empties the list.
   */
  static void choose(String value, Set<String> chosen, Set<String> other) {
    List<String> names = List.of(value.split(",", -1));
    int all = names.lastIndexOf(ALL);
    if (all >= 0) {
      other.clear();
      chosen.clear();
      chosen.add(ALL);
      names = names.subList(all + 1, names.size());
      if (!names.contains(NONE)) {
        return;
      }
    }
    for (String name : names) {
      if (name.equals(NONE)) {
        chosen.clear();
      } else {
        other.remove(PackageName.normalize(name));
        chosen.add(PackageName.normalize(name));
      }
    }
  }
}
