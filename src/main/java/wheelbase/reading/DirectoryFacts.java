package wheelbase.reading;

import java.util.List;

/**
 * What the build file of a directory says.
 *
 * @param directories that the build goes on to, relative to its own
 */
record DirectoryFacts(List<SourceFact> facts, List<String> directories) {
  DirectoryFacts {
    facts = List.copyOf(facts);
    directories = List.copyOf(directories);
  }
}
