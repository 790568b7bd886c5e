package wheelbase.buildsystem;

import java.util.Optional;
import wheelbase.index.ReleaseFile;
import wheelbase.syslibs.Artifact;
import wheelbase.syslibs.BuildDuration;
import wheelbase.syslibs.LibraryNeeds;

/**
 * A package that pip installs to build another one.
 *
 * @param file what pip takes
 * @param artifact a wheel, or an sdist that is built first
 * @param needs what it needs of the system where the build runs
 * @param time how long its build takes, if something compiles
 * @param environment what it is built in, if it is built
 */
public record BuildDependency(
    ReleaseFile file,
    Artifact artifact,
    LibraryNeeds needs,
    Optional<BuildDuration> time,
    Optional<BuildEnvironment> environment) {

  /** {@code numpy 2.3.1}. */
  public String title() {
    return file.project() + " " + file.version();
  }

  /** Whether it is built from its sdist, compiling or not. */
  public boolean isBuilt() {
    return artifact != Artifact.WHEEL;
  }

  /** Whether building it needs a compiler, or may. */
  public boolean compiles() {
    return time.isPresent();
  }
}
