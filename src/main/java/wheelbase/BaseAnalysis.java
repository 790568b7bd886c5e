package wheelbase;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.baseimage.BaseImage;
import wheelbase.dockerfile.PackageReason;
import wheelbase.pep508.PackageName;
import wheelbase.platform.Architecture;

/**
 * What the project needs on one base image, over all architectures that were asked for.
 *
 * @param buildPackages for the build stage, each with what wants it
 * @param runtimePackages for the runtime stage, likewise
 * @param buildEnvironment variables of the build stage
 * @param needs what each package needs, by architecture
 */
public record BaseAnalysis(
    BaseImage image,
    List<PackageReason> buildPackages,
    List<PackageReason> runtimePackages,
    SortedMap<String, String> buildEnvironment,
    Map<Architecture, Map<PackageName, CellNeeds>> needs) {
  public BaseAnalysis {
    buildPackages = List.copyOf(buildPackages);
    runtimePackages = List.copyOf(runtimePackages);
    buildEnvironment = Collections.unmodifiableSortedMap(new TreeMap<>(buildEnvironment));
    Map<Architecture, Map<PackageName, CellNeeds>> copies = new EnumMap<>(Architecture.class);
    needs.forEach(
        (architecture, cells) ->
            copies.put(architecture, Collections.unmodifiableMap(new TreeMap<>(cells))));
    needs = Collections.unmodifiableMap(copies);
  }

  /** What a package needs; empty where nobody needs the package, or it cannot be had. */
  public Optional<CellNeeds> needs(PackageName name, Architecture architecture) {
    return Optional.ofNullable(needs.getOrDefault(architecture, Map.of()).get(name));
  }
}
