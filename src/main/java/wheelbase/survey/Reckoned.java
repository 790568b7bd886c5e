package wheelbase.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Wording;
import wheelbase.reading.ReadFromSdist;
import wheelbase.reading.ReadFromWheel;
import wheelbase.reading.ReadNeeds;
import wheelbase.syslibs.LibraryNeeds;
import wheelbase.wheels.Reason;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;

/**
 * A verdict on a package's file with what the system has to provide for it reckoned in.
 *
 * @param read what was read of the file, where no rule speaks; told apart from what is known
 */
record Reckoned(Verdict verdict, LibraryNeeds needs, Optional<ReadNeeds> read) {
  /** As the rules have it, or the policy where none speaks. */
  static Reckoned ruled(LibraryNeeds needs, Verdict verdict) {
    return new Reckoned(reckonIn(needs, verdict), needs, Optional.empty());
  }

  static Reckoned read(ReadFromWheel read, LibraryNeeds ruled, Verdict verdict) {
    LibraryNeeds needs = read.toLibraryNeeds(ruled);
    Verdict reckoned =
        needs.impossible().isEmpty() && !read.links().isEmpty()
            ? verdict.as(
                VerdictClass.WHEEL_NEEDS_LIBRARIES,
                new Reason("read-from-wheel", "", "read from the wheel: " + read.words()))
            : reckonIn(needs, verdict);
    return new Reckoned(reckoned, needs, Optional.of(read));
  }

  /** It stays unknown: what is named is needed, and nobody has seen that nothing else is. */
  static Reckoned read(ReadFromSdist read, LibraryNeeds ruled, Verdict verdict) {
    Verdict reckoned =
        reckonIn(ruled, verdict)
            .as(
                VerdictClass.UNKNOWN,
                new Reason("read-from-sdist", "", "read from the sdist: " + read.words()));
    return new Reckoned(reckoned, read.libraries(), Optional.of(read));
  }

  private static Verdict reckonIn(LibraryNeeds needs, Verdict verdict) {
    if (!needs.impossible().isEmpty() && verdict.kind() != VerdictClass.UNUSABLE) {
      return verdict.as(
          VerdictClass.UNUSABLE, new Reason("impossible-there", "", needs.impossible().get(0)));
    }
    if (verdict.kind() != VerdictClass.UNUSABLE && !needs.unnamed().isEmpty()) {
      return verdict.as(
          VerdictClass.UNKNOWN,
          new Reason(
              "no-name",
              "",
              "what the release calls " + Wording.list(needs.unnamed()) + " is not known"));
    }
    if (verdict.kind() == VerdictClass.SOURCE_BUILD && !needs.known()) {
      return verdict.as(
          VerdictClass.UNKNOWN,
          new Reason("no-rule", "", "no rule says which libraries its build needs"));
    }
    if (verdict.kind() == VerdictClass.SOURCE_BUILD
        && needs.buildTools().isEmpty()
        && needs.buildLibraries().isEmpty()) {
      return verdict.withoutCompiling(
          new Reason("compiles-nothing", "", "what it could compile is left out"));
    }
    if (verdict.kind() == VerdictClass.WHEEL
        && !(needs.runLibraries().isEmpty() && needs.executables().isEmpty())) {
      List<String> wanted = new ArrayList<>(needs.runLibraries());
      wanted.addAll(needs.executables());
      return verdict.as(
          VerdictClass.WHEEL_NEEDS_LIBRARIES,
          new Reason("needs-libraries", "", "needs " + String.join(", ", wanted) + " at run time"));
    }
    return verdict;
  }
}
