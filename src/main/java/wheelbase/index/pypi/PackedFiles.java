package wheelbase.index.pypi;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.index.ReleaseFile;
import wheelbase.index.ReleaseFile.MetadataOffer;
import wheelbase.pep425.SdistFileName;
import wheelbase.pep425.WheelFileName;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;

/**
 * The files of one project on one index, as bytes: the form in which they are cached and from which
 * {@link ReleaseFile}s are made. Texts that recur (versions, Requires-Python, reasons) are stored,
 * and parsed, once; addresses and digests are read only for the files that are looked at.
 */
final class PackedFiles {
  private static final HexFormat HEX = HexFormat.of();
  private static final String WHEEL = ".whl";

  // How an address is packed: whole, as the directory that the file lies in, or as PyPI has it, in
  // a directory named by a digest.
  private static final int WHOLE = 0;
  private static final int BESIDE = 1;
  private static final int BY_DIGEST = 2;
  private static final int DIGEST_LENGTH = 32;
  private static final Pattern DIRECTORY_BY_DIGEST =
      Pattern.compile("(.*/)([0-9a-f]{2})/([0-9a-f]{2})/([0-9a-f]{60})/");

  private PackedFiles() {}

  /** Packs those links that are wheels or sdists of the project with readable names, in order. */
  static byte[] pack(PackageName project, List<PageLink> links) {
    Map<String, Integer> table = new LinkedHashMap<>();
    Packing.Writer files = new Packing.Writer();
    int count = 0;
    Map<String, String> versions = new HashMap<>();
    for (PageLink link : links) {
      Optional<String> version =
          isEgg(link.url()) || !link.url().isValid()
              ? Optional.empty()
              : version(project, link.fileName());
      if (version.isPresent()) {
        count++;
        String shared = versions.computeIfAbsent(version.get(), text -> text);
        packFile(files, table, link, shared);
      }
    }
    return new Packing.Writer()
        .texts(new ArrayList<>(table.keySet()))
        .number(count)
        .raw(files.toBytes())
        .toBytes();
  }

  private static void packFile(
      Packing.Writer files, Map<String, Integer> table, PageLink link, String version) {
    files
        .number(index(table, version))
        .text(link.fileName())
        .number(link.requiresPython().map(text -> index(table, text) + 1).orElse(0))
        .number(link.yanked().map(text -> index(table, text) + 1).orElse(0))
        .optional(link.size())
        .optional(
            link.uploaded()
                .map(PackedFiles::micros)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()))
        .number(link.metadata().isPresent() ? 1 : 0);
    Packing.Writer address = new Packing.Writer();
    packUrl(address, table, link);
    address.number(link.hashes().size());
    link.hashes().forEach((algorithm, digest) -> packDigest(address, algorithm, digest));
    files.bytes(address.toBytes());
  }

  private static void packUrl(Packing.Writer address, Map<String, Integer> table, PageLink link) {
    String url = link.url().withoutFragment().toString();
    if (!url.endsWith("/" + link.fileName())) {
      address.number(WHOLE).text(url);
      return;
    }
    String directory = url.substring(0, url.length() - link.fileName().length());
    Matcher byDigest = DIRECTORY_BY_DIGEST.matcher(directory);
    if (byDigest.matches()) {
      String digest = byDigest.group(2) + byDigest.group(3) + byDigest.group(4);
      address.number(BY_DIGEST).number(index(table, byDigest.group(1))).raw(HEX.parseHex(digest));
    } else {
      address.number(BESIDE).text(directory);
    }
  }

  private static void packDigest(Packing.Writer address, String algorithm, String digest) {
    boolean plain = isPlain(digest);
    address.text(algorithm).number(plain ? 1 : 0);
    if (plain) {
      address.bytes(HEX.parseHex(digest));
    } else {
      address.text(digest);
    }
  }

  /** Whether it is an even number of lower-case hexadecimal digits. */
  private static boolean isPlain(String digest) {
    for (int i = 0; i < digest.length(); i++) {
      char digit = digest.charAt(i);
      if (!(digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f')) {
        return false;
      }
    }
    return !digest.isEmpty() && digest.length() % 2 == 0;
  }

  /** The files in {@code packed}; throws {@link Packing.DamagedException} where it is not such. */
  static List<ReleaseFile> unpack(PackageName project, byte[] packed) {
    Packing.Reader reader = new Packing.Reader(packed);
    List<String> table = reader.texts();
    Version[] versions = new Version[table.size()];
    List<Optional<SpecifierSet>> specifiers =
        new ArrayList<>(Collections.nCopies(table.size(), null));
    int count = reader.count();
    List<ReleaseFile> files = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int start = reader.position();
      int version = entry(reader.number(), table);
      boolean isWheel = reader.text().endsWith(WHEEL);
      int requiresPython = optionalEntry(reader.number(), table);
      int yanked = optionalEntry(reader.number(), table);
      reader.number();
      reader.number();
      boolean announced = reader.number() == 1;
      reader.skip();
      if (versions[version] == null) {
        versions[version] = Version.parse(table.get(version));
      }
      files.add(
          new ReleaseFile(
              project,
              versions[version],
              isWheel,
              new PackedFile(packed, start),
              requiresPython < 0 ? Optional.empty() : specifier(requiresPython, table, specifiers),
              yanked < 0 ? Optional.empty() : Optional.of(table.get(yanked)),
              announced ? MetadataOffer.ANNOUNCED : MetadataOffer.UNSAID));
    }
    return files;
  }

  private static int entry(long index, List<String> table) {
    if (index < 0 || index >= table.size()) {
      throw new Packing.DamagedException("a text is not in the table");
    }
    return (int) index;
  }

  /** Below zero where there is none. */
  private static int optionalEntry(long indexFromOne, List<String> table) {
    return indexFromOne == 0 ? -1 : entry(indexFromOne - 1, table);
  }

  /** A file within the bytes, which begins at this place. */
  private record PackedFile(byte[] packed, int start) implements ReleaseFile.Details {
    @Override
    public String fileName() {
      Packing.Reader reader = new Packing.Reader(packed, start);
      reader.number();
      return reader.text();
    }

    @Override
    public OptionalLong size() {
      return behindTheTexts().optionalNumber();
    }

    @Override
    public Optional<Instant> uploaded() {
      Packing.Reader reader = behindTheTexts();
      reader.number();
      OptionalLong micros = reader.optionalNumber();
      return micros.isEmpty() ? Optional.empty() : Optional.of(instant(micros.getAsLong()));
    }

    @Override
    public ReleaseFile.Address address() {
      Packing.Reader reader = behindTheTexts();
      reader.number();
      reader.number();
      reader.number();
      return PackedFiles.address(packed, new Packing.Reader(reader.bytes()), fileName());
    }

    private Packing.Reader behindTheTexts() {
      Packing.Reader reader = new Packing.Reader(packed, start);
      reader.number();
      reader.skip();
      reader.number();
      reader.number();
      return reader;
    }
  }

  private static ReleaseFile.Address address(
      byte[] packed, Packing.Reader reader, String fileName) {
    String url =
        switch ((int) reader.number()) {
          case BY_DIGEST -> {
            String base = text(packed, reader.count());
            String hex = HEX.formatHex(reader.raw(DIGEST_LENGTH));
            yield base
                + hex.substring(0, 2)
                + '/'
                + hex.substring(2, 4)
                + '/'
                + hex.substring(4)
                + '/'
                + fileName;
          }
          case BESIDE -> reader.text() + fileName;
          default -> reader.text();
        };
    Map<String, String> hashes = new HashMap<>();
    for (int i = reader.count(); i > 0; i--) {
      String algorithm = reader.text();
      boolean plain = reader.number() == 1;
      hashes.put(algorithm, plain ? HEX.formatHex(reader.bytes()) : reader.text());
    }
    return new ReleaseFile.Address(URI.create(url), hashes);
  }

  /** A text of the table. */
  private static String text(byte[] packed, int index) {
    Packing.Reader reader = new Packing.Reader(packed);
    reader.count();
    for (int i = 0; i < index; i++) {
      reader.skip();
    }
    return reader.text();
  }

  private static Optional<SpecifierSet> specifier(
      int index, List<String> table, List<Optional<SpecifierSet>> known) {
    if (known.get(index) == null) {
      known.set(index, SpecifierSet.tryParse(table.get(index)));
    }
    return known.get(index);
  }

  /** The version in the name of a wheel or sdist of the project; empty for any other name. */
  static Optional<String> version(PackageName project, String fileName) {
    if (fileName.endsWith(WHEEL)) {
      try {
        WheelFileName wheel = WheelFileName.parse(fileName);
        return wheel.name().equals(project.value())
            ? Optional.of(wheel.version().toString())
            : Optional.empty();
      } catch (IllegalArgumentException unreadable) {
        return Optional.empty();
      }
    }
    return SdistFileName.parse(fileName, project)
        // Never bound to a Python that has an image.
        .filter(sdist -> sdist.python().isEmpty())
        .map(sdist -> sdist.version().toString());
  }

  /** A link that names an egg in its fragment is not read by its file name, in pip. */
  private static boolean isEgg(PageUrl url) {
    return url.fragment() != null
        && (url.fragment().startsWith("egg=") || url.fragment().contains("&egg="));
  }

  private static int index(Map<String, Integer> table, String text) {
    Integer known = table.putIfAbsent(text, table.size());
    return known == null ? table.size() - 1 : known;
  }

  private static long micros(Instant instant) {
    return Math.max(0, ChronoUnit.MICROS.between(Instant.EPOCH, instant));
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
  }
}
