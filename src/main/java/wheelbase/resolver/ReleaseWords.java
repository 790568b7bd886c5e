package wheelbase.resolver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;

/** How releases are named: by the range that a person would write over those that exist. */
final class ReleaseWords {
  private ReleaseWords() {}

  /**
   * {@code a 2.0}, {@code a 1.0 and 2.0}, {@code a>=1,<6 (12 releases)}, {@code all 12 releases of
   * a}; where they are no range, {@code 12 of the 14 releases of a from 1.0 to 5.0}.
   *
   * @param extras which of its extras are meant
   */
  static ReleaseGroup group(PackageNode asked, SortedSet<String> extras, CandidateSet places) {
    PackageNode node = new PackageNode(asked.name(), extras, asked.project());
    if (node.project().isOutsideTheIndex()) {
      return new ReleaseGroup(node.name(), extras, List.of(), node.toString());
    }
    List<Release> list = node.project().candidates().releases().list();
    List<Version> versions = new ArrayList<>();
    for (int place = places.next(0); place < list.size(); place = places.next(place + 1)) {
      versions.add(list.get(place).version());
    }
    return new ReleaseGroup(node.name(), extras, versions, words(node, places, versions));
  }

  private static String words(PackageNode node, CandidateSet places, List<Version> versions) {
    int count = versions.size();
    if (count == 0) {
      return "no release of " + node;
    }
    Version newest = versions.get(0);
    Version oldest = versions.get(count - 1);
    if (count == 1) {
      return node + " " + newest;
    }
    if (count == 2) {
      return node + " " + oldest + " and " + newest;
    }
    CandidateSet all = node.project().everything().withoutAbsence();
    if (places.equals(all)) {
      return "all " + count + " releases of " + node;
    }
    CandidateSet finals = node.project().candidates().releases().finals();
    if (places.equals(finals)) {
      return "all " + count + " final releases of " + node;
    }
    return range(node, places)
        .map(range -> node + range + " (" + count + " releases)")
        .orElseGet(
            () ->
                count
                    + " of the "
                    + count(span(places, all))
                    + " releases of "
                    + node
                    + " from "
                    + oldest
                    + " to "
                    + newest);
  }

  /** The places from the first to the last. */
  private static CandidateSet span(CandidateSet places, CandidateSet all) {
    int first = places.next(0);
    int last = last(places);
    return CandidateSet.where(
        all.size(), place -> all.contains(place) && place >= first && place <= last);
  }

  private static int last(CandidateSet places) {
    int last = -1;
    for (int at = places.next(0); at < places.size(); at = places.next(at + 1)) {
      last = at;
    }
    return last;
  }

  static int count(CandidateSet places) {
    int count = 0;
    for (int at = places.next(0); at < places.size(); at = places.next(at + 1)) {
      count++;
    }
    return count;
  }

  /**
   * Bounds, as short as can be, that admit these releases and no other that exists; pre-releases
   * apart where there are none among them. Empty where they are no range.
   */
  static Optional<String> range(PackageNode node, CandidateSet places) {
    Releases releases = node.project().candidates().releases();
    CandidateSet all = node.project().everything().withoutAbsence();
    boolean finalsOnly = places.isSubsetOf(releases.finals());
    CandidateSet among = finalsOnly ? releases.finals() : all;
    int first = places.next(0);
    int last = last(places);
    if (!span(places, among).equals(places)) {
      return Optional.empty();
    }
    List<Release> list = releases.list();
    List<String> bounds = new ArrayList<>();
    int below = among.next(last + 1);
    if (below < list.size()) {
      bounds.add(">=" + lower(list.get(below).version(), list.get(last).version()));
    }
    int above = before(among, first);
    if (above >= 0) {
      bounds.add(upper(list.get(first).version(), list.get(above).version()));
    }
    String range = String.join(",", bounds);
    return releases.admittedBy(SpecifierSet.parse(range)).and(among).equals(places)
        ? Optional.of(range)
        : Optional.empty();
  }

  private static int before(CandidateSet places, int end) {
    int before = -1;
    for (int at = places.next(0); at < end; at = places.next(at + 1)) {
      before = at;
    }
    return before;
  }

  /** The shortest version above the one and not above the other. */
  private static Version lower(Version outside, Version inside) {
    return shortenings(inside).stream()
        .filter(version -> version.compareTo(outside) > 0 && version.compareTo(inside) <= 0)
        .findFirst()
        .orElse(inside);
  }

  private static String upper(Version inside, Version outside) {
    return shortenings(outside).stream()
        .filter(
            version ->
                version.compareTo(inside) > 0
                    && version.compareTo(outside) <= 0
                    && SpecifierSet.parse("<" + version).admits(inside))
        .findFirst()
        .map(version -> "<" + version)
        .orElse("<=" + inside);
  }

  /** {@code 2}, {@code 2.1}, {@code 2.1.4} of 2.1.4rc1, without zeros at the end. */
  private static List<Version> shortenings(Version version) {
    List<Version> found = new ArrayList<>();
    String epoch = version.epoch().signum() == 0 ? "" : version.epoch() + "!";
    List<Integer> release = version.release();
    for (int length = 1; length <= release.size(); length++) {
      found.add(
          Version.parse(
              epoch
                  + release.subList(0, length).stream()
                      .map(Object::toString)
                      .collect(Collectors.joining("."))));
    }
    return found;
  }
}
