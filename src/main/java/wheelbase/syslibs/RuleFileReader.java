package wheelbase.syslibs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Spelling;
import wheelbase.pep508.PackageName;

/**
 * Reads the files of {@code rules-db/} and refuses what the format does not allow, naming every
 * fault of a file at once. The format is described in {@code src/site/markdown/rules.md}.
 */
final class RuleFileReader {
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final JsonMapper QUICK = new JsonMapper();

  private final JsonMapper json;
  private final PackageRulesReader packages;
  private final SystemLibraryReader libraries;
  private final ProvidedReader provides;

  /** Of files that name one another's libraries. */
  RuleFileReader(RuleFiles files) {
    this(
        id -> files.exists(RuleFiles.LIBRARIES, id),
        () -> files.names(RuleFiles.LIBRARIES),
        Releases.shipped());
  }

  private RuleFileReader() {
    this.json = QUICK;
    this.packages = new PackageRulesReader(id -> true, Set::<String>of, Releases.shipped(), false);
    this.libraries = new SystemLibraryReader(Releases.shipped());
    this.provides = new ProvidedReader(id -> true, id -> "");
  }

  /**
   * Of files that were looked over before, the shipped ones by the tests and a user's own by {@link
   * OwnRules}: it does not ask again whether each library is there, and leaves out the examples.
   */
  static RuleFileReader ofLookUps() {
    return new RuleFileReader();
  }

  /**
   * @param libraryExists whether there is a library of that id
   * @param libraries every id; asked for only to say what was meant
   */
  RuleFileReader(
      Predicate<String> libraryExists,
      Supplier<? extends Collection<String>> libraries,
      Releases releases) {
    this.json = STRICT;
    this.packages = new PackageRulesReader(libraryExists, libraries, releases, true);
    this.libraries = new SystemLibraryReader(releases);
    this.provides = new ProvidedReader(libraryExists, id -> Spelling.question(id, libraries.get()));
  }

  /**
   * @throws RuleFileException where the file breaks the format or is not about that package
   */
  PackageRules readPackage(PackageName name, RuleFiles.RuleFile file) {
    return read(file, root -> packages.read(name, root));
  }

  /**
   * @throws RuleFileException where the file breaks the format or is not about that library
   */
  SystemLibrary readLibrary(String id, RuleFiles.RuleFile file) {
    return read(file, root -> libraries.read(id, root));
  }

  /**
   * @throws RuleFileException where the table breaks the format
   */
  JsonNode readProvides(RuleFiles.RuleFile file) {
    return read(file, provides::read);
  }

  private <T> T read(RuleFiles.RuleFile file, Function<RuleObject, T> reading) {
    List<RuleFault> faults = new ArrayList<>();
    T result = null;
    try {
      if (file.own()) {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.content()));
      }
      JsonNode node = json.readTree(file.content());
      if (node.isObject()) {
        result = reading.apply(new RuleObject(node, "", faults));
      } else {
        faults.add(new RuleFault("", "is not a JSON object", ""));
      }
    } catch (JsonProcessingException malformed) {
      throw new RuleFileException(List.of(RuleFilePlaces.notJson(file, malformed)));
    } catch (IOException otherwiseEncoded) {
      throw new RuleFileException(
          List.of(Diagnostic.error(RuleFileException.ID, "`" + file.name() + "` is not UTF-8")));
    }
    if (!faults.isEmpty()) {
      RuleFilePlaces places = RuleFilePlaces.of(file);
      throw new RuleFileException(faults.stream().map(places::diagnostic).toList());
    }
    return result;
  }
}
