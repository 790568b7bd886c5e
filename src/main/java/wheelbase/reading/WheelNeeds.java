package wheelbase.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wheelbase.elf.LinkedFiles.Outside;
import wheelbase.platform.DistributionRelease;
import wheelbase.syslibs.RuleBook;

/**
 * What a wheel that was read needs on a distribution release, over what the {@code python} image
 * has.
 *
 * @param libraries library ids of the rules, and the sonames that each is wanted for
 * @param unnamed sonames that no library of the rules has there
 * @param elsewhere sonames that another package has to bring along: the wheel looks for them beside
 *     itself ({@code $ORIGIN/../nvidia/...}), or they have no version ({@code libtorch.so}), as
 *     those of a distribution have; or they are NVIDIA's, which come as wheels, or with the driver
 * @param tooOld versions of symbols that the release lacks, one clause each
 */
public record WheelNeeds(
    SortedMap<String, List<String>> libraries,
    List<String> unnamed,
    List<String> elsewhere,
    List<String> tooOld) {
  private static final Pattern OF_OTHER_WHEELS =
      Pattern.compile(
          ".*\\.so"
              + "|lib(?:cuda|cudart|cudnn\\w*|cublas\\w*|cufft\\w*|cufile\\w*|curand|cusolver\\w*"
              + "|cusparse\\w*|cupti|nccl|nvrtc[\\w-]*|nvJitLink|nvToolsExt|nvshmem\\w*|nvidia-[\\w-]+"
              + "|tensorflow_framework)\\.so\\.[\\d.]+");

  public WheelNeeds {
    libraries = Collections.unmodifiableSortedMap(new TreeMap<>(libraries));
    unnamed = List.copyOf(unnamed);
    elsewhere = List.copyOf(elsewhere);
    tooOld = List.copyOf(tooOld);
  }

  /** What an import of the package needs. */
  public static WheelNeeds of(
      WheelReading reading, DistributionRelease release, BaseLibraries base, RuleBook rules) {
    List<String> tooOld =
        reading.versions().stream()
            .flatMap(
                need ->
                    base
                        .tooOldFor(need, release)
                        .map(
                            newest ->
                                "asks for "
                                    + need.version()
                                    + " of "
                                    + need.library()
                                    + ", and "
                                    + release.id()
                                    + " has "
                                    + newest)
                        .stream())
            .toList();
    return of(reading.needed(), release, base, rules, tooOld);
  }

  /** What its optional parts would need besides. */
  public static WheelNeeds ofOptional(
      WheelReading reading, DistributionRelease release, BaseLibraries base, RuleBook rules) {
    return of(reading.optional(), release, base, rules, List.of());
  }

  private static WheelNeeds of(
      List<Outside> wanted,
      DistributionRelease release,
      BaseLibraries base,
      RuleBook rules,
      List<String> tooOld) {
    SortedMap<String, List<String>> libraries = new TreeMap<>();
    List<String> unnamed = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    for (Outside each : wanted) {
      String soname = each.soname();
      if (base.has(soname, release)) {
        continue;
      }
      Optional<String> library = rules.libraryOf(soname, release);
      if (library.isPresent()) {
        libraries.computeIfAbsent(library.get(), unused -> new ArrayList<>()).add(soname);
      } else if (!each.elsewhere().isEmpty() || OF_OTHER_WHEELS.matcher(soname).matches()) {
        elsewhere.add(soname);
      } else {
        unnamed.add(soname);
      }
    }
    return new WheelNeeds(libraries, unnamed, elsewhere, tooOld);
  }
}
