package wheelbase.syslibs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which system library, by its id in {@code rules-db/libraries}, provides a header, a library to
 * link to, a module of pkg-config, a package of CMake, a program, or what a crate of Rust links to:
 * {@code rules-db/provides.json}. A header that ends in {@code /} there stands for all of that
 * directory.
 */
public final class Provided {
  private static final Pattern SONAME = Pattern.compile("\\blib([\\w.+-]+?)\\.so[.\\d]*");

  private final Map<String, String> headers = new TreeMap<>();
  private final Map<String, String> links = new TreeMap<>();
  private final Map<String, String> modules = new TreeMap<>();
  private final Map<String, String> programs = new TreeMap<>();
  private final Map<String, String> cmakePackages = new TreeMap<>();
  private final Map<String, Crate> crates = new TreeMap<>();

  /**
   * A crate of Rust that is linked to a system library.
   *
   * @param library its id
   * @param bundledBy the feature of the crate with which it compiles a copy of its own instead;
   *     {@code default} where it does so by itself wherever the library is not found, empty where
   *     it never does
   */
  public record Crate(String library, String bundledBy) {}

  private final String digest;

  private final JsonNode table;

  private Provided(List<JsonNode> tables) {
    tables.forEach(this::fill);
    table = tables.get(0);
    digest = digest(tables.toString());
  }

  /**
   * With more laid over it: a name that is in both stands for what the upper table says.
   *
   * @param tables in the form of the file, the lowest first
   */
  Provided with(List<JsonNode> tables) {
    List<JsonNode> all = new ArrayList<>(List.of(table));
    all.addAll(tables);
    return new Provided(all);
  }

  private void fill(JsonNode table) {
    for (Map.Entry<String, JsonNode> each : table.properties()) {
      each.getValue().path("headers").forEach(name -> headers.put(name.asText(), each.getKey()));
      each.getValue().path("links").forEach(name -> links.put(name.asText(), each.getKey()));
      each.getValue().path("modules").forEach(name -> modules.put(name.asText(), each.getKey()));
      each.getValue().path("programs").forEach(name -> programs.put(name.asText(), each.getKey()));
      each.getValue()
          .path("cmake")
          .forEach(name -> cmakePackages.put(lowerCase(name.asText()), each.getKey()));
      for (Map.Entry<String, JsonNode> crate : each.getValue().path("crates").properties()) {
        crates.put(crate.getKey(), new Crate(each.getKey(), crate.getValue().asText()));
      }
    }
  }

  /** The table that comes with the program. */
  public static Provided shipped() {
    return Shipped.TABLE;
  }

  /** Differs where the table differs: what was read by another one is not the same. */
  public String digest() {
    return digest;
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By a header as it is included: {@code libpq-fe.h}, {@code libxml/xmlversion.h}. */
  public Optional<String> byHeader(String header) {
    String exact = headers.get(header);
    for (int end = header.lastIndexOf('/'); exact == null && end > 0; ) {
      exact = headers.get(header.substring(0, end + 1));
      end = header.lastIndexOf('/', end - 1);
    }
    return Optional.ofNullable(exact);
  }

  /** By what stands after {@code -l}. */
  public Optional<String> byLink(String name) {
    return Optional.ofNullable(links.get(name))
        .or(() -> Optional.ofNullable(links.get(name.replaceFirst("-[\\d.]+$", ""))));
  }

  /** By a shared library as it is asked for: {@code libpq.so.5}. */
  public Optional<String> bySoname(String soname) {
    Matcher matcher = SONAME.matcher(soname);
    return matcher.find() ? byLink(matcher.group(1)) : Optional.empty();
  }

  /** By the first shared library that a message names. */
  public Optional<String> libraryNamedIn(String message) {
    Matcher matcher = SONAME.matcher(message);
    while (matcher.find()) {
      Optional<String> found = byLink(matcher.group(1));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** By a module of pkg-config. */
  public Optional<String> byModule(String module) {
    return Optional.ofNullable(modules.get(module))
        .or(() -> Optional.ofNullable(modules.get(module.replaceFirst("\\s.*$", ""))));
  }

  /** By a program's name. */
  public Optional<String> byProgram(String program) {
    return Optional.ofNullable(programs.get(program.replaceFirst("^.*/", "")));
  }

  /** By a name given to CMake's {@code find_package}, in whatever case. */
  public Optional<String> byCmakePackage(String name) {
    return Optional.ofNullable(cmakePackages.get(lowerCase(name)));
  }

  /** By the name of a crate of Rust: {@code openssl-sys}. */
  public Optional<Crate> byCrate(String crate) {
    return Optional.ofNullable(crates.get(crate));
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Every soname's stem and the library that has it, for the test that holds it to the rules. */
  public Map<String, String> links() {
    return Collections.unmodifiableMap(links);
  }

  /** Read when it is first asked for: most builds do not fail. */
  private static final class Shipped {
    static final Provided TABLE = read();

    private static Provided read() {
      try (InputStream file = Provided.class.getResourceAsStream("/rules-db/provides.json")) {
        return new Provided(List.of(new ObjectMapper().readTree(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
