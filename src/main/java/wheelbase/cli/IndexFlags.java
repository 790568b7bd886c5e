package wheelbase.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import wheelbase.index.pypi.Redaction;
import wheelbase.requirements.FileSources;

/** The options that say which package indexes are asked, and how. */
final class IndexFlags {
  @Option(
      names = {"-i", "--index-url"},
      paramLabel = "URL",
      description = "The package index to ask.")
  private String indexUrl;

  @Option(
      names = "--extra-index-url",
      paramLabel = "URL",
      description = "Another index to ask as well; may be repeated.")
  private List<String> extraIndexUrls = new ArrayList<>();

  @Option(names = "--no-index", description = "No package index: only --find-links.")
  private boolean noIndex;

  @Option(
      names = {"-f", "--find-links"},
      paramLabel = "PLACE",
      description = "A directory of archives, an archive, or a page of links; may be repeated.")
  private List<String> findLinks = new ArrayList<>();

  @Option(
      names = "--trusted-host",
      paramLabel = "HOST",
      description = "Ask this host without TLS too, whatever its certificate; may be repeated.")
  private List<String> trustedHosts = new ArrayList<>();

  @Option(
      names = "--keyring-provider",
      paramLabel = "WHICH",
      completionCandidates = CompletionValues.KeyringProviders.class,
      description = "auto, disabled, import or subprocess, as for pip.")
  private String keyringProvider;

  @Option(
      names = "--exclude-newer",
      paramLabel = "DATE",
      description = "As if today were this day (UTC), or this instant.")
  private String excludeNewer;

  @Option(names = "--offline", description = "Ask nobody; use what is cached.")
  private boolean offline;

  @Option(names = "--refresh", description = "Ask again, even where the cache is fresh.")
  private boolean refresh;

  @Option(
      names = "--cache-dir",
      paramLabel = "DIR",
      description = "Where answers of the index are kept.")
  private Path cacheDirectory;

  /**
   * @param reading whether wheels without a rule are read
   * @param rules the user's own
   * @throws UsageException where an option does not say what it should
   */
  IndexChoice choice(Surroundings surroundings, boolean reading, Optional<Path> rules) {
    if (offline && refresh) {
      throw new UsageException("--offline and --refresh contradict each other", "");
    }
    Optional.ofNullable(indexUrl).ifPresent(url -> checkAddress("--index-url", url));
    extraIndexUrls.forEach(url -> checkAddress("--extra-index-url", url));
    checkKeyringProvider();
    return new IndexChoice(
        new FileSources(
            Optional.ofNullable(indexUrl),
            extraIndexUrls,
            noIndex,
            findLinks.stream().map(place -> fromHere(place, surroundings)).toList(),
            trustedHosts,
            Map.of()),
        Optional.ofNullable(keyringProvider),
        offline,
        refresh,
        cutoff(),
        Optional.ofNullable(cacheDirectory).map(surroundings.directory()::resolve),
        reading,
        rules);
  }

  private static void checkAddress(String option, String url) {
    if (!url.matches("(?i)(?:https?://[^\\s/]+|file:/|/).*")) {
      throw new UsageException(
          option + ": `" + Redaction.ofUrl(url) + "` is not the address of an index",
          option + " https://index.example/simple/");
    }
  }

  private void checkKeyringProvider() {
    List<String> known = CompletionValues.KeyringProviders.VALUES;
    if (keyringProvider != null && !known.contains(keyringProvider)) {
      throw new UsageException(
          "--keyring-provider: `" + keyringProvider + "` is none of " + String.join(", ", known),
          "--keyring-provider subprocess");
    }
  }

  /** A path that is there is meant from the directory that the program was started in. */
  private static String fromHere(String place, Surroundings surroundings) {
    try {
      Path path = surroundings.directory().resolve(place);
      return Files.exists(path) ? path.toAbsolutePath().normalize().toString() : place;
    } catch (InvalidPathException notAPath) {
      return place;
    }
  }

  /** A day means that day too: the cut-off is the midnight after it. */
  Optional<Instant> cutoff() {
    if (excludeNewer == null) {
      return Optional.empty();
    }
    try {
      if (excludeNewer.length() == 10) {
        return Optional.of(
            LocalDate.parse(excludeNewer).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      return Optional.of(
          Instant.parse(excludeNewer.toUpperCase(Locale.ROOT).replaceAll("\\+00:00$", "Z")));
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--exclude-newer: `" + excludeNewer + "` is neither a day nor an instant",
          "--exclude-newer 2026-06-30, or 2026-06-30T12:00:00Z");
    }
  }
}
