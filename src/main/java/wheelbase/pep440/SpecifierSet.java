package wheelbase.pep440;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Clauses that a version must all satisfy: {@code >=1.0,!=1.3.*,<2} (PEP 440, "Version
 * specifiers"), with the meaning that packaging 26 gives them.
 */
public final class SpecifierSet {
  private static final SpecifierSet ANY = new SpecifierSet(List.of());

  private final List<Specifier> clauses;

  // A resolution asks these millions of times.
  private final boolean arbitrary;
  private final boolean pin;
  private final boolean upperBound;
  private final boolean prereleases;

  // Worked out when first asked for: of the many requirements that are read, few are judged. They
  // are immutable, so that two threads may both set them.
  private VersionRange range;
  private Set<String> canonical;

  private SpecifierSet(List<Specifier> clauses) {
    this.clauses = inOrder(clauses);
    this.arbitrary = clauses.stream().anyMatch(Specifier::isArbitrary);
    this.pin = clauses.stream().anyMatch(Specifier::isPin);
    this.upperBound = clauses.stream().anyMatch(Specifier::isUpperBound);
    this.prereleases = clauses.stream().anyMatch(Specifier::admitsPrereleases);
  }

  /** Sorted by text, of clauses that mean the same the first. */
  private static List<Specifier> inOrder(List<Specifier> clauses) {
    if (clauses.size() < 2) {
      return List.copyOf(clauses);
    }
    Map<String, Specifier> distinct = new LinkedHashMap<>();
    clauses.stream()
        .sorted(Comparator.comparing(Specifier::toString))
        .forEach(clause -> distinct.putIfAbsent(clause.canonical(), clause));
    return List.copyOf(distinct.values());
  }

  /** What the clauses admit together, but for the text comparison of {@code ===}. */
  private VersionRange intervals() {
    VersionRange known = range;
    if (known == null) {
      known =
          clauses.stream()
              .map(Specifier::range)
              .reduce(VersionRange.full(), VersionRange::intersection);
      range = known;
    }
    return known;
  }

  /** No clause: every version. */
  public static SpecifierSet any() {
    return ANY;
  }

  /** {@code ==version}. */
  public static SpecifierSet exactly(Version version) {
    return parse("==" + version);
  }

  /**
   * @throws IllegalArgumentException where a part is not a specifier
   */
  public static SpecifierSet parse(String text) {
    List<Specifier> clauses = new ArrayList<>();
    for (String part : text.split(",")) {
      if (!Blank.strip(part).isEmpty()) {
        clauses.add(
            Specifier.tryParse(part)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "not a version specifier: `" + Blank.strip(part) + "`")));
      }
    }
    return clauses.isEmpty() ? ANY : new SpecifierSet(clauses);
  }

  /** As {@link #parse}, empty where a part is not a specifier. */
  public static Optional<SpecifierSet> tryParse(String text) {
    try {
      return Optional.of(parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public boolean isEmpty() {
    return clauses.isEmpty();
  }

  /** The number of clauses. */
  public int size() {
    return clauses.size();
  }

  /** What both admit. */
  public SpecifierSet and(SpecifierSet other) {
    if (isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    List<Specifier> both = new ArrayList<>(clauses);
    both.addAll(other.clauses);
    return new SpecifierSet(both);
  }

  /**
   * Membership with pre-releases admitted (packaging's contains(..., prereleases=True)): what pip
   * asks of a candidate.
   */
  public boolean admits(Version version) {
    return intervals().contains(version) && (!arbitrary || matches(version.toString(), version));
  }

  /**
   * packaging's contains(version, prereleases). Empty means its default rule: a single version has
   * no rival, so a pre-release is in.
   */
  public boolean contains(Version version, Optional<Boolean> prereleases) {
    return admits(version) && (prereleases.orElse(true) || !version.isPrerelease());
  }

  /**
   * As {@link #contains(Version, Optional)} for text that may not be a version; {@code ===}
   * compares the text as it is.
   */
  public boolean containsText(String text, Optional<Boolean> prereleases) {
    return !filterTexts(List.of(text), prereleases).isEmpty();
  }

  /** packaging's filter(versions, prereleases), in the order given. */
  public List<Version> filter(Collection<Version> versions, Optional<Boolean> prereleases) {
    return filter(versions, Function.identity(), prereleases);
  }

  /**
   * The items whose version is admitted, in the order given.
   *
   * @param prereleases whether pre-releases may be among them; empty: only where the set mentions
   *     one, or where no final release is admitted
   */
  public <T> List<T> filter(
      Collection<T> items, Function<? super T, Version> version, Optional<Boolean> prereleases) {
    return choose(
        items.stream().filter(item -> admits(version.apply(item))).toList(), version, prereleases);
  }

  /**
   * As {@link #filter(Collection, Optional)} for texts that may not be versions: only {@code ===}
   * or the empty set can admit such.
   */
  public List<String> filterTexts(Collection<String> texts, Optional<Boolean> prereleases) {
    return choose(
        texts.stream().filter(text -> matches(text, Version.parseOrNull(text))).toList(),
        Version::parseOrNull,
        prereleases);
  }

  private boolean matches(String text, Version version) {
    return clauses.stream().allMatch(clause -> clause.matches(text, version));
  }

  /** Applies "Handling of pre-releases" to items that are admitted otherwise. */
  private <T> List<T> choose(
      List<T> items, Function<? super T, Version> version, Optional<Boolean> prereleases) {
    Optional<Boolean> wanted = prereleases.or(this::prereleases);
    if (wanted.orElse(false)) {
      return items;
    }
    List<T> finals =
        items.stream()
            .filter(item -> version.apply(item) == null || !version.apply(item).isPrerelease())
            .toList();
    boolean anyFinal = finals.stream().anyMatch(item -> version.apply(item) != null);
    return wanted.isPresent() || anyFinal ? finals : items;
  }

  /**
   * Whether the set itself mentions a pre-release and so admits them (SpecifierSet.prereleases);
   * empty: says nothing.
   */
  public Optional<Boolean> prereleases() {
    return prereleases ? Optional.of(true) : Optional.empty();
  }

  /** One part is an exact pin ("==" without a wildcard, or "==="). */
  public boolean isPin() {
    return pin;
  }

  /** The version of a set that is one exact pin ({@code ==1.2}) and nothing else. */
  public Optional<Version> exactVersion() {
    return clauses.size() == 1 && pin ? clauses.get(0).parsed() : Optional.empty();
  }

  /** One part keeps newer versions out: {@code <}, {@code <=}, {@code ~=}, {@code ==1.*}. */
  public boolean hasUpperBound() {
    return upperBound;
  }

  /** No version can satisfy all clauses. */
  public boolean isUnsatisfiable() {
    if (intervals().isEmpty()) {
      return true;
    }
    return clauses.stream()
        .filter(Specifier::isArbitrary)
        .findFirst()
        .map(only -> !matches(only.version(), only.parsed().orElse(null)))
        .orElse(false);
  }

  /**
   * The versions admitted, pre-releases among them; empty where a {@code ===} clause compares text,
   * which intervals cannot express.
   */
  public Optional<VersionRange> range() {
    return arbitrary ? Optional.empty() : Optional.of(intervals());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpecifierSet set && canonical().equals(set.canonical());
  }

  @Override
  public int hashCode() {
    return canonical().hashCode();
  }

  private Set<String> canonical() {
    Set<String> known = canonical;
    if (known == null) {
      known = clauses.stream().map(Specifier::canonical).collect(Collectors.toUnmodifiableSet());
      canonical = known;
    }
    return known;
  }

  /** The clauses in the order of their text, as packaging prints them: {@code !=1.5,>=1.0}. */
  @Override
  public String toString() {
    return clauses.stream().map(Specifier::toString).collect(Collectors.joining(","));
  }
}
