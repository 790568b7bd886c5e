package wheelbase.index.pypi;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wheelbase.index.SdistContents.Language;

/**
 * Which languages the sources of an sdist are in, leaving aside tests, examples and documents, and
 * whatever Fortran, Go and Rust lies in libraries that are brought along.
 */
final class SourceLanguages {
  private static final Pattern ASIDE =
      Pattern.compile(
          "(?:^|.*/)(?:t|tests?|testing|docs?|examples?|samples?|demos?|benchmarks?|fuzz(?:ing)?"
              + "|vendor[^/]*)/.*");

  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?:^|.*/)(?:third[-_]?party|3rd[-_]?party|extern(?:als?)?|deps|plugins?)/.*");

  private SourceLanguages() {}

  static Set<Language> of(List<SdistArchive.Member> members) {
    Set<Language> languages = EnumSet.noneOf(Language.class);
    Set<String> paths = members.stream().map(SdistArchive.Member::path).collect(Collectors.toSet());
    for (SdistArchive.Member member : members) {
      language(member.path())
          .filter(language -> language != Language.CYTHON || !isTranslated(member.path(), paths))
          .ifPresent(languages::add);
    }
    return languages;
  }

  /** One path for each language, the shortest, as evidence. */
  static List<String> examples(List<SdistArchive.Member> members) {
    Map<Language, String> shortest = new EnumMap<>(Language.class);
    for (SdistArchive.Member member : members) {
      String path = member.path();
      language(path)
          .ifPresent(
              language ->
                  shortest.merge(
                      language,
                      path,
                      (one, other) ->
                          one.length() < other.length()
                                  || one.length() == other.length() && one.compareTo(other) < 0
                              ? one
                              : other));
    }
    return List.copyOf(shortest.values());
  }

  /** Cython sources that come with the C or C++ made from them need no Cython. */
  private static boolean isTranslated(String path, Set<String> paths) {
    String stem = path.substring(0, path.lastIndexOf('.'));
    return paths.contains(stem + ".c") || paths.contains(stem + ".cpp");
  }

  private static Optional<Language> language(String path) {
    if (ASIDE.matcher(path).matches()) {
      return Optional.empty();
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean foreign = FOREIGN.matcher(path).matches();
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return Optional.ofNullable(
        switch (extension.equals("C") ? "C" : extension.toLowerCase(Locale.ROOT)) {
          case "c" -> Language.C;
          case "cc", "cpp", "cxx", "c++", "C" -> Language.CPLUSPLUS;
          case "pyx" -> Language.CYTHON;
          case "f", "f77", "f90", "f95" -> foreign ? null : Language.FORTRAN;
          case "go" -> foreign ? null : Language.GO;
          case "rs" -> foreign ? null : Language.RUST;
          default -> null;
        });
  }
}
