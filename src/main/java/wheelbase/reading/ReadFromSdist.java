package wheelbase.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wheelbase.diagnostic.Wording;
import wheelbase.platform.DistributionRelease;
import wheelbase.reading.SourceFact.Place;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.syslibs.RuleBook;

/**
 * What the build files and sources of an sdist without a rule name. It is no proof that nothing
 * else is needed, and so the build stays unknown.
 *
 * @param needs what a build always comes by, libraries first
 * @param maybe what stands under a condition, or is only hinted at
 * @param libraries the same in the form in which rules answer, the certain alone
 */
public record ReadFromSdist(
    String fileName, boolean complete, List<Need> needs, List<Need> maybe, LibraryNeeds libraries)
    implements ReadNeeds {
  private static final int GUESSES_SHOWN = 5;
  private static final Set<String> COMPILERS = Set.of("c", "c++", "rust", "gfortran");

  /**
   * One library or tool.
   *
   * @param library its id in the rules; empty where none has it
   * @param name the id, else what the sdist calls it
   * @param buildPackages,runPackages distribution packages that have it
   * @param trouble why it cannot be had there, empty where it can
   * @param copied whether a copy of it lies in the sdist
   * @param text the words at that place that say so
   */
  public record Need(
      Optional<String> library,
      String name,
      List<String> buildPackages,
      List<String> runPackages,
      Optional<String> trouble,
      boolean copied,
      Place place,
      String text) {
    public Need {
      buildPackages = List.copyOf(buildPackages);
      runPackages = List.copyOf(runPackages);
    }

    /** {@code libpq, in libpq-dev to build and libpq5 to run (setup.py:12)}. */
    public String words() {
      String build = String.join(" ", buildPackages);
      List<String> parts = new ArrayList<>();
      if (!build.isEmpty()) {
        parts.add((build.equals(name) ? "" : "in " + build + " ") + "to build");
      }
      if (!runPackages.isEmpty()) {
        parts.add((build.isEmpty() ? "in " : "") + String.join(" ", runPackages) + " to run");
      }
      String where = String.join(" and ", parts);
      if (library.isEmpty()) {
        where = "which no library of the rules has";
      } else if (where.isEmpty() && trouble.isPresent()) {
        where = trouble.get();
      }
      String comma = where.isEmpty() || where.startsWith("to ") ? " " : ", ";
      return name + (where.isEmpty() ? "" : comma + where) + " (" + place + ")";
    }

    /** {@code zlib (a copy is in the sdist)}. */
    private String guess() {
      return name + " (" + place + (copied ? "; a copy is in the sdist)" : ")");
    }

    private boolean isCompiler() {
      return library.filter(COMPILERS::contains).isPresent();
    }
  }

  public ReadFromSdist {
    needs = List.copyOf(needs);
    maybe = List.copyOf(maybe);
  }

  /**
   * @param guessed tools that are taken to be needed where nothing is known
   */
  public static ReadFromSdist of(
      String fileName,
      SourceNeeds found,
      boolean complete,
      DistributionRelease release,
      RuleBook rules,
      Set<String> guessed) {
    List<Need> needs = new ArrayList<>();
    List<Need> maybe = new ArrayList<>();
    found
        .needed()
        .forEach(
            (id, need) ->
                (need.certain() ? needs : maybe)
                    .add(
                        named(
                            id,
                            need.facts().get(0),
                            need.bundled().isPresent(),
                            found,
                            release,
                            rules)));
    found
        .loaded()
        .forEach((id, facts) -> maybe.add(named(id, facts.get(0), false, found, release, rules)));
    found.unnamed().stream().filter(SourceFact::certain).forEach(fact -> needs.add(unnamed(fact)));
    Comparator<Need> order =
        Comparator.comparing(
                (Need each) -> each.library().map(id -> rules.isLibrary(id) ? 0 : 2).orElse(1))
            .thenComparing(Need::name);
    needs.sort(order);
    maybe.sort(order);
    return new ReadFromSdist(
        fileName,
        complete,
        needs,
        distinct(needs, maybe),
        libraries(found, rules, guessed, evidence(fileName, needs)));
  }

  private static List<Need> distinct(List<Need> needs, List<Need> maybe) {
    Set<String> names = needs.stream().map(Need::name).collect(Collectors.toSet());
    return maybe.stream().filter(each -> names.add(each.name())).toList();
  }

  private static Need named(
      String id,
      SourceFact fact,
      boolean copied,
      SourceNeeds found,
      DistributionRelease release,
      RuleBook rules) {
    Optional<String> trouble =
        rules
            .whyNoneToBuild(id, release)
            .or(() -> id.equals("rust") ? tooOld(found, release, rules) : Optional.empty())
            .or(
                () ->
                    rules.isNamedOn(id, release)
                        ? Optional.empty()
                        : Optional.of("what " + release.id() + " calls it is not known"));
    return new Need(
        Optional.of(id),
        id,
        rules.buildPackages(id, release),
        rules.isLibrary(id) ? rules.runPackages(id, release) : List.of(),
        trouble,
        copied,
        fact.place(),
        fact.text());
  }

  private static Optional<String> tooOld(
      SourceNeeds found, DistributionRelease release, RuleBook rules) {
    return found.rustSpecifier().flatMap(wanted -> rules.whyNot("rust", wanted, release));
  }

  private static Need unnamed(SourceFact fact) {
    return new Need(
        Optional.empty(),
        called(fact),
        List.of(),
        List.of(),
        Optional.empty(),
        false,
        fact.place(),
        fact.text());
  }

  private static String called(SourceFact fact) {
    return switch (fact.kind()) {
      case LINK -> "-l" + fact.name();
      case MODULE -> "`" + fact.name() + "` of pkg-config";
      case CMAKE_PACKAGE -> "CMake's `" + fact.name() + "`";
      case PROGRAM -> "the program `" + fact.name() + "`";
      case CRATE -> "the crate `" + fact.name() + "`";
      default -> "`" + fact.name() + "`";
    };
  }

  private static LibraryNeeds libraries(
      SourceNeeds found, RuleBook rules, Set<String> guessed, List<String> evidence) {
    SortedSet<String> tools = new TreeSet<>(guessed);
    SortedSet<String> toBuild = new TreeSet<>();
    found.build(rules).forEach(id -> (rules.isLibrary(id) ? toBuild : tools).add(id));
    SortedSet<String> all = new TreeSet<>(tools);
    all.addAll(toBuild);
    SortedSet<String> none = new TreeSet<>();
    return new LibraryNeeds(
        false,
        tools,
        toBuild,
        found.run(rules),
        none,
        none,
        rules.environmentOf(all),
        List.of(),
        none,
        evidence,
        List.of());
  }

  private static List<String> evidence(String fileName, List<Need> needs) {
    List<String> evidence = new ArrayList<>();
    for (Need need : needs) {
      if (!need.isCompiler()) {
        evidence.add(
            "read: "
                + fileName
                + " names "
                + need.name()
                + ": "
                + need.place()
                + ": "
                + need.text());
      }
    }
    if (evidence.isEmpty()) {
      evidence.add("read: " + fileName + " names no library for certain");
    }
    evidence.add("guess: no rule says whether that is all that its build needs");
    return evidence;
  }

  /** All but the compilers, which follow from the languages. */
  private List<Need> libraryNeeds() {
    return needs.stream().filter(need -> !need.isCompiler()).toList();
  }

  /** {@code its sdist names libpq and zlib, maybe krb5}. */
  public String briefly() {
    List<String> certain = libraryNeeds().stream().map(Need::name).toList();
    List<String> guessed =
        maybe.stream().filter(need -> !need.isCompiler()).map(Need::name).toList();
    return "its sdist names "
        + (certain.isEmpty() ? noneOf(guessed) : Wording.list(certain))
        + (guessed.isEmpty() ? "" : ", maybe " + Wording.some(guessed));
  }

  private static String noneOf(List<?> guessed) {
    return guessed.isEmpty() ? "no library" : "no library for certain";
  }

  @Override
  public String artifact() {
    return "sdist";
  }

  @Override
  public String words() {
    List<String> parts = new ArrayList<>();
    List<Need> certain = libraryNeeds();
    List<Need> guessed = maybe.stream().filter(need -> !need.isCompiler()).toList();
    if (certain.isEmpty()) {
      parts.add("it names " + noneOf(guessed));
    } else {
      parts.add("needs " + certain.stream().map(Need::words).collect(Collectors.joining("; ")));
    }
    if (!guessed.isEmpty()) {
      int more = guessed.size() - GUESSES_SHOWN;
      parts.add(
          "maybe "
              + guessed.stream()
                  .limit(GUESSES_SHOWN)
                  .map(Need::guess)
                  .collect(Collectors.joining(", "))
              + (more > 0 ? " and " + more + " more" : ""));
    }
    needs.stream()
        .filter(Need::isCompiler)
        .flatMap(need -> need.trouble().stream())
        .forEach(parts::add);
    if (!complete) {
      parts.add("not all of it was read");
    }
    return String.join("; ", parts);
  }
}
