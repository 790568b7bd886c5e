package wheelbase.syslibs;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.pep508.PackageName;

/**
 * Reads the files of {@code rules-db/} and refuses what the format does not allow, naming every
 * fault of a file at once. The format is described in {@code src/site/markdown/rules.md}.
 */
final class RuleFileReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final PackageRulesReader packages;

  /**
   * @param libraryExists whether there is a library of that id
   */
  RuleFileReader(Predicate<String> libraryExists) {
    this.packages = new PackageRulesReader(libraryExists);
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
    return read(file, root -> SystemLibraryReader.read(id, root));
  }

  private static <T> T read(RuleFiles.RuleFile file, Function<RuleObject, T> reading) {
    List<String> faults = new ArrayList<>();
    T result = null;
    try {
      JsonNode node = JSON.readTree(file.content());
      if (node.isObject()) {
        result = reading.apply(new RuleObject(node, "", faults));
      } else {
        faults.add("is not a JSON object");
      }
    } catch (IOException malformed) {
      faults.add("is not JSON: " + malformed.getMessage().lines().findFirst().orElse(""));
    }
    if (!faults.isEmpty()) {
      throw new RuleFileException(
          faults.stream()
              .map(fault -> Diagnostic.error("invalid-rule-file", file.name() + ": " + fault))
              .toList());
    }
    return result;
  }
}
