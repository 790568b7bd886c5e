package wheelbase.pep508;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import wheelbase.pep440.SpecifierSet;

/**
 * One dependency specifier: {@code name[extras]specifier; marker} or {@code name[extras] @ url ;
 * marker} (PEP 508).
 *
 * <p>Names and extras are compared in normal form; {@link #toString} keeps them as written.
 */
public final class Requirement {
  private final PackageName name;
  private final String writtenName;
  private final SortedSet<String> extras;
  private final SortedSet<String> writtenExtras;
  private final SpecifierSet specifier;
  private final String writtenSpecifier;
  private final Optional<String> url;
  private final Optional<Marker> marker;

  /**
   * @param extras in any spelling
   */
  public Requirement(
      PackageName name,
      Set<String> extras,
      SpecifierSet specifier,
      Optional<String> url,
      Optional<Marker> marker) {
    this(name.value(), extras, specifier, specifier.toString(), url, marker);
  }

  Requirement(
      String writtenName,
      Collection<String> writtenExtras,
      SpecifierSet specifier,
      String writtenSpecifier,
      Optional<String> url,
      Optional<Marker> marker) {
    this.name = new PackageName(writtenName);
    this.writtenName = writtenName;
    this.extras = sorted(writtenExtras.stream().map(PackageName::normalize).toList());
    this.writtenExtras = sorted(writtenExtras);
    this.specifier = Objects.requireNonNull(specifier);
    this.writtenSpecifier = Objects.requireNonNull(writtenSpecifier);
    this.url = Objects.requireNonNull(url);
    this.marker = Objects.requireNonNull(marker);
  }

  private static SortedSet<String> sorted(Collection<String> texts) {
    return texts.isEmpty()
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(texts));
  }

  /** The same project and versions, their clauses in the order in which they were written. */
  public Requirement with(Set<String> otherExtras, Optional<Marker> otherMarker) {
    return new Requirement(
        name.value(), otherExtras, specifier, writtenSpecifier, url, otherMarker);
  }

  /**
   * @throws RequirementSyntaxException with the place of the fault in the text
   */
  public static Requirement parse(String text) {
    return new RequirementParser(text).requirement();
  }

  /** As {@link #parse}, empty where the text is not a requirement. */
  public static Optional<Requirement> tryParse(String text) {
    try {
      return Optional.of(parse(text));
    } catch (RequirementSyntaxException e) {
      return Optional.empty();
    }
  }

  public PackageName name() {
    return name;
  }

  /** The name as it was written. */
  public String writtenName() {
    return writtenName;
  }

  /** The extras asked for, normalised as names are. */
  public Set<String> extras() {
    return extras;
  }

  /** The extras as they were written, sorted. */
  public Set<String> writtenExtras() {
    return writtenExtras;
  }

  public SpecifierSet specifier() {
    return specifier;
  }

  /** The direct reference after {@code @}. */
  public Optional<String> url() {
    return url;
  }

  public Optional<Marker> marker() {
    return marker;
  }

  /**
   * For whoever knows the line: clauses in the order in which they were written, no blanks and no
   * marker.
   */
  public String withoutMarker() {
    return subject() + writtenSpecifier + url.map(address -> " @ " + address).orElse("");
  }

  /**
   * Whether its marker holds, or it has none.
   *
   * @param extras as in {@link Marker#holds}
   */
  public boolean appliesIn(MarkerEnvironment environment, Set<String> extras) {
    return marker().map(marker -> marker.holds(environment, extras)).orElse(true);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Requirement that
        && name.equals(that.name)
        && extras.equals(that.extras)
        && specifier.equals(that.specifier)
        && url.equals(that.url)
        && marker.equals(that.marker);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, extras, specifier, url, marker);
  }

  /** As packaging prints it: {@code Name[a,b]<2,>=1; python_version < "3.9"}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(subject()).append(specifier);
    url.ifPresent(
        address -> text.append(" @ ").append(address).append(marker.isPresent() ? " " : ""));
    marker.ifPresent(condition -> text.append("; ").append(condition));
    return text.toString();
  }

  private String subject() {
    return writtenExtras.isEmpty()
        ? writtenName
        : writtenName + "[" + String.join(",", writtenExtras) + "]";
  }
}
