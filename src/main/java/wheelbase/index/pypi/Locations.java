package wheelbase.index.pypi;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;

/**
 * Where to look, in pip's order: what {@code --find-links} names, then the indexes; each once. What
 * pip passes over (a place that is not there, one without TLS that nobody trusts) is passed over
 * here, and said.
 *
 * @param diagnostics what was passed over, and what is dangerous
 */
record Locations(List<LinkSource> sources, List<Diagnostic> diagnostics) {
  private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?|ftp):.*");
  private static final Pattern ARCHIVE =
      Pattern.compile("(?i).*\\.(?:whl|zip|tar|tgz|tbz|txz|tlz|tar\\.(?:gz|bz2|xz|lz|lzma))");

  Locations {
    sources = List.copyOf(sources);
    diagnostics = List.copyOf(diagnostics);
  }

  static Locations of(IndexOptions options, Fetcher fetcher, Clock clock, Executor work) {
    return new Building(options, fetcher, clock, work).build();
  }

  /** The gathering of them. */
  private static final class Building {
    private final IndexOptions options;
    private final Fetcher fetcher;
    private final Clock clock;
    private final Executor work;
    private final SecureOrigins secure;
    private final Map<String, LinkSource> sources = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Building(IndexOptions options, Fetcher fetcher, Clock clock, Executor work) {
      this.options = options;
      this.fetcher = fetcher;
      this.clock = clock;
      this.work = work;
      this.secure = new SecureOrigins(options.sources().trustedHosts());
    }

    Locations build() {
      options.sources().findLinks().forEach(this::addLinks);
      options.indexUrls().forEach(this::addIndex);
      return new Locations(new ArrayList<>(sources.values()), diagnostics);
    }

    private void addIndex(String given) {
      Optional<Path> path = existing(given);
      String url = path.map(LocalFetcher::url).orElseGet(() -> Credentials.strip(given));
      if (path.isPresent() || LocalFetcher.isLocal(given)) {
        sources.put("index " + url, index(url));
      } else if (!ADDRESS.matcher(given).matches()) {
        passOver(given);
      } else if (isAdmitted(given, "the index")) {
        sources.put("index " + url, index(url));
      }
    }

    private LinkSource index(String url) {
      return new SimpleIndex(url, options, fetcher, clock, work);
    }

    private void addLinks(String given) {
      Optional<Path> path =
          LocalFetcher.isLocal(given) ? Optional.of(LocalFetcher.path(given)) : existing(given);
      if (path.isPresent()) {
        addLinks(given, path.get());
      } else if (!ADDRESS.matcher(given).matches()) {
        passOver(given);
      } else if (ARCHIVE.matcher(PageUrl.parse(given).path()).matches()) {
        String url = Credentials.strip(given);
        sources.put("links " + url, new SingleArchive(url));
      } else if (isAdmitted(given, "the page of links")) {
        String url = Credentials.strip(given);
        sources.put("links " + url, new LinksPage(url, options, fetcher, clock, work));
      }
    }

    private void addLinks(String given, Path path) {
      String url = LocalFetcher.url(path);
      if (Files.isDirectory(path)) {
        sources.put("links " + url, new LinksDirectory(path, options, fetcher, work));
      } else if (!Files.isRegularFile(path)) {
        passOver(given);
      } else if (LocalFetcher.isHtml(path.toString())) {
        sources.put("links " + url, new LinksPage(url, options, fetcher, clock, work));
      } else {
        String fragment = LocalFetcher.isLocal(given) ? PageUrl.parse(given).fragment() : null;
        sources.put(
            "links " + url, new SingleArchive(fragment == null ? url : url + "#" + fragment));
      }
    }

    /** A path that is there; {@code ~} is the home directory. */
    private Optional<Path> existing(String given) {
      String home = options.environment().getOrDefault("HOME", "");
      boolean inHome = !home.isEmpty() && (given.equals("~") || given.startsWith("~/"));
      try {
        Path path = Path.of(inHome ? home + given.substring(1) : given);
        return given.isEmpty() || !Files.exists(path) ? Optional.empty() : Optional.of(path);
      } catch (InvalidPathException notAPath) {
        return Optional.empty();
      }
    }

    /** Says what is dangerous about a place on the network. */
    private boolean isAdmitted(String given, String what) {
      PageUrl url = PageUrl.parse(given);
      if (SecureOrigins.isSafe(url)) {
        return true;
      }
      String shown = what + " `" + Redaction.ofUrl(Credentials.strip(given)) + "`";
      boolean admitted = secure.admits(url);
      String message =
          admitted
              ? shown
                  + " is asked without TLS: whoever sits on the way can put other files in, and"
                  + " read the login"
              : shown + " is left out, as pip leaves it out: it has no TLS, and nobody trusts it";
      say(
          given,
          Diagnostic.warning("index-without-tls", message)
              .withHint(
                  admitted
                      ? "use its https: address"
                      : "use its https: address, or `--trusted-host " + url.host() + "`"));
      return admitted;
    }

    private void passOver(String given) {
      say(
          given,
          Diagnostic.warning(
              "location-passed-over",
              "`"
                  + Redaction.ofUrl(Credentials.strip(given))
                  + "` is passed over, as pip does: it is neither there on this machine nor an"
                  + " address"));
    }

    private void say(String given, Diagnostic diagnostic) {
      diagnostics.add(
          Optional.ofNullable(options.sources().places().get(given))
              .map(diagnostic::at)
              .orElse(diagnostic));
    }
  }
}
