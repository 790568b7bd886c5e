package wheelbase.resolver;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import wheelbase.index.ReleaseFile;

/** How releases are named in sentences. */
final class ReleaseWords {
  /** {@code a 2.0}, {@code a 1.0 and 2.0}, {@code a 1.0 to 5.0 (12 releases)}. */
  String releases(PackageNode node, CandidateSet places) {
    if (node.project().isOutsideTheIndex()) {
      return node.toString();
    }
    List<Release> list = node.project().candidates().releases().list();
    int newest = places.next(0);
    int oldest = newest;
    int count = 0;
    for (int place = newest; place < list.size(); place = places.next(place + 1)) {
      oldest = place;
      count++;
    }
    String name = node + " ";
    if (count == 1) {
      return name + list.get(newest).version();
    }
    String from = name + list.get(oldest).version();
    return count == 2
        ? from + " and " + list.get(newest).version()
        : from + " to " + list.get(newest).version() + " (" + count + " releases)";
  }

  boolean isOne(PackageNode node, CandidateSet places) {
    int first = places.next(0);
    return places.next(first + 1) >= places.size() - 1;
  }

  /** The Requires-Python of these releases' files. */
  String python(PackageNode node, CandidateSet places) {
    Set<String> found = new TreeSet<>();
    List<Release> list = node.project().candidates().releases().list();
    for (int place = places.next(0); place < list.size(); place = places.next(place + 1)) {
      for (ReleaseFile file : list.get(place).files()) {
        file.requiresPython().ifPresent(python -> found.add(python.toString()));
      }
    }
    return String.join(" or ", found);
  }

  /** What there is instead of a release that is not there. */
  String newest(PackageNode node) {
    List<Release> list = node.project().candidates().releases().list();
    if (list.isEmpty()) {
      return ", which has none at all";
    }
    return ", whose newest is " + list.get(0).version();
  }
}
