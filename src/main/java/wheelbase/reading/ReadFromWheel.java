package wheelbase.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wheelbase.platform.DistributionRelease;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.syslibs.RuleBook;

/**
 * What a wheel without a rule needs on a distribution release, as it was read and not as it is
 * known: what it opens by name is not in it.
 *
 * @param fileName of the wheel that was read; that of another Python may stand for it
 * @param links shared libraries that the image lacks, sorted
 * @param complete whether all files that an import comes to were read
 * @param tooOld versions of symbols that the release lacks, one clause each
 * @param impossible why the release has none of a library
 */
public record ReadFromWheel(
    String fileName,
    List<Link> links,
    boolean complete,
    List<String> tooOld,
    List<String> impossible)
    implements ReadNeeds {
  /**
   * A shared library that the wheel is linked to.
   *
   * @param library its id in the rules; empty where none has it
   * @param packages distribution packages that have it
   */
  public record Link(String soname, Optional<String> library, List<String> packages) {
    public Link {
      packages = List.copyOf(packages);
    }

    /** {@code libodbc.so.2, in package libodbc2}. */
    public String words() {
      if (library.isEmpty()) {
        return soname + ", which no library of the rules has";
      }
      return soname
          + (packages.isEmpty()
              ? " of " + library.get()
              : ", in "
                  + (packages.size() == 1 ? "package " : "packages ")
                  + String.join(", ", packages));
    }
  }

  public ReadFromWheel {
    links = List.copyOf(links);
    tooOld = List.copyOf(tooOld);
    impossible = List.copyOf(impossible);
  }

  public static ReadFromWheel of(
      WheelReading reading, DistributionRelease release, RuleBook rules) {
    WheelNeeds needs = WheelNeeds.of(reading, release, BaseLibraries.shipped(), rules);
    List<Link> links = new ArrayList<>();
    List<String> impossible = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : needs.libraries().entrySet()) {
      String library = each.getKey();
      rules.whyNoneToRun(library, release).ifPresent(impossible::add);
      for (String soname : each.getValue()) {
        links.add(new Link(soname, Optional.of(library), rules.runPackages(library, release)));
      }
    }
    needs.unnamed().forEach(name -> links.add(new Link(name, Optional.empty(), List.of())));
    links.sort(Comparator.comparing(Link::soname));
    return new ReadFromWheel(
        reading.fileName(), links, reading.isComplete(), needs.tooOld(), impossible);
  }

  @Override
  public String artifact() {
    return "wheel";
  }

  /** Empty where it needs nothing. */
  @Override
  public String words() {
    return links.isEmpty()
        ? ""
        : "needs " + links.stream().map(Link::words).collect(Collectors.joining("; "));
  }

  /**
   * In the form in which rules answer.
   *
   * @param policy what is taken to be so of a wheel that was not read whole
   */
  public LibraryNeeds toLibraryNeeds(LibraryNeeds policy) {
    List<String> evidence = new ArrayList<>();
    String found = links.isEmpty() ? "needs nothing that the image lacks" : words();
    evidence.add(
        "read: "
            + fileName
            + " "
            + (links.isEmpty() && !complete ? "is too big to be read whole" : found));
    if (!complete) {
      evidence.addAll(policy.evidence());
    }
    List<String> all = new ArrayList<>(policy.impossible());
    all.addAll(tooOld);
    all.addAll(impossible);
    return new LibraryNeeds(
        policy.known(),
        new TreeSet<>(),
        new TreeSet<>(),
        links.stream()
            .flatMap(link -> link.library().stream())
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(),
        policy.optionalFiles(),
        Map.of(),
        all,
        policy.unnamed(),
        evidence,
        policy.hints());
  }
}
