package wheelbase.dockerfile;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wheelbase.application.Application;
import wheelbase.baseimage.BaseImage;

/**
 * Everything that decides what a Dockerfile says.
 *
 * @param base of the runtime stage
 * @param builder of the build stage
 * @param requirementsFiles those given to pip, relative to the project, with {@code /}, in order
 * @param constraintFiles those given to pip beside them, likewise
 * @param lock the lock file that is installed from instead of all these
 * @param copiedFiles all these and all that they include or name as constraints, relative to the
 *     project
 * @param localPaths files and directories of the project that the requirements name ({@code -e .},
 *     {@code ./vendored}, {@code --find-links wheels}), relative to the project; {@code .} is the
 *     project itself
 * @param installed what comes into the image
 * @param buildPackages for the build stage
 * @param runtimePackages for the runtime stage
 * @param buildEnvironment variables of the build stage ({@code CXX=g++})
 * @param hashes whether every requirement has a hash
 * @param complete whether the requirements name everything that is to be installed, so that pip
 *     need not follow what each depends on
 * @param privateIndex whether pip must be told of an index, or of credentials, that no requirements
 *     file names
 * @param notes sentences for the head of the file (outside the index, end of life)
 * @param health for an application that listens
 * @param workers how many the server starts; empty: as it does by itself
 * @param user the number of the account that the container runs as
 * @param build how it is built, whatever the project is
 * @param dockerIgnore whether a {@code .dockerignore} is written beside it
 * @param optionalFiles what {@link LinkCheck} lets pass
 */
public record BuildRequest(
    BaseImage base,
    BaseImage builder,
    List<String> requirementsFiles,
    List<String> constraintFiles,
    Optional<LockedFile> lock,
    List<String> copiedFiles,
    List<String> localPaths,
    InstalledNames installed,
    List<PackageReason> buildPackages,
    List<PackageReason> runtimePackages,
    SortedMap<String, String> buildEnvironment,
    Application application,
    boolean hashes,
    boolean complete,
    boolean privateIndex,
    List<String> notes,
    HealthCheck health,
    OptionalInt workers,
    int user,
    BuildChoices build,
    boolean dockerIgnore,
    List<OptionalFiles> optionalFiles) {
  /** Above the numbers that hosts give to people and services. */
  public static final int USUAL_USER = 10001;

  /** The numbers from here to the next are left to users: Debian Policy 9.2.2. */
  public static final int LOWEST_USER = 1000;

  /** Alpine's adduser takes none much higher, and an engine without root has 65536 in all. */
  public static final int HIGHEST_USER = 59999;

  public static final int MOST_WORKERS = 512;

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  public BuildRequest {
    requirementsFiles = List.copyOf(requirementsFiles);
    constraintFiles = List.copyOf(constraintFiles);
    copiedFiles = List.copyOf(copiedFiles);
    localPaths = List.copyOf(localPaths);
    buildPackages = List.copyOf(buildPackages);
    runtimePackages = List.copyOf(runtimePackages);
    buildEnvironment = Collections.unmodifiableSortedMap(new TreeMap<>(buildEnvironment));
    notes = List.copyOf(notes);
    optionalFiles = List.copyOf(optionalFiles);
    if (user < LOWEST_USER || user > HIGHEST_USER) {
      throw new IllegalArgumentException("not the number of a user: " + user);
    }
    if (workers.isPresent() && (workers.getAsInt() < 1 || workers.getAsInt() > MOST_WORKERS)) {
      throw new IllegalArgumentException("not a number of workers: " + workers.getAsInt());
    }
    for (String variable : buildEnvironment.keySet()) {
      if (!VARIABLE.matcher(variable).matches()) {
        throw new IllegalArgumentException("not a variable's name: " + variable);
      }
    }
  }
}
