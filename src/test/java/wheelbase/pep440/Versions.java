package wheelbase.pep440;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Versions and specifiers for properties: few numbers, so that they meet each other often. */
final class Versions {
  private Versions() {}

  static Arbitrary<Version> any() {
    return Combinators.combine(
            Arbitraries.of("", "", "", "1!"),
            Arbitraries.of("0", "1", "1.0", "1.0.0", "1.0.1", "1.1", "1.2", "2", "10"),
            Arbitraries.of("", "", "a0", "a1", "b1", "rc1"),
            Arbitraries.of("", "", ".post0", ".post1"),
            Arbitraries.of("", "", ".dev0", ".dev1"),
            Arbitraries.of("", "", "", "+x", "+1", "+x.1"))
        .as((epoch, release, pre, post, dev, local) -> epoch + release + pre + post + dev + local)
        .map(Version::parse);
  }

  /** One clause, without {@code ===}. */
  static Arbitrary<String> clause() {
    Arbitrary<String> exact =
        Combinators.combine(Arbitraries.of("==", "!="), any()).as((op, version) -> op + version);
    Arbitrary<String> ordered =
        Combinators.combine(Arbitraries.of("<", "<=", ">", ">="), any())
            .as((op, version) -> op + version.publicVersion());
    Arbitrary<String> compatible =
        any()
            .map(version -> "~=" + version.publicVersion())
            .filter(clause -> clause.substring(2).split("[abrpd]")[0].matches(".*\\d\\.\\d.*"));
    Arbitrary<String> prefix =
        Combinators.combine(Arbitraries.of("==", "!="), any())
            .as((op, version) -> op + version.base() + ".*");
    return Arbitraries.oneOf(exact, ordered, compatible, prefix);
  }

  static Arbitrary<SpecifierSet> specifiers() {
    return clause()
        .list()
        .ofMinSize(0)
        .ofMaxSize(3)
        .map(clauses -> SpecifierSet.parse(String.join(",", clauses)));
  }

  /** Also ranges that no single specifier set denotes. */
  static Arbitrary<VersionRange> ranges() {
    return specifiers()
        .map(set -> set.range().orElseThrow())
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(parts -> parts.stream().reduce(VersionRange.empty(), VersionRange::union));
  }
}
