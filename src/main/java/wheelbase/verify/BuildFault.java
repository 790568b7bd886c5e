package wheelbase.verify;

import java.util.Objects;
import java.util.Optional;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.syslibs.Provided;

/**
 * Why a build failed, as its log shows it.
 *
 * @param subject what lacks or does not fit: a header, a library, a program, a package; may be
 *     empty
 * @param line of the log that says so
 * @param name the Python package that was being built; empty where it was none, or is not told
 * @param version of that package
 */
public record BuildFault(
    Cause cause,
    String subject,
    String line,
    Optional<PackageName> name,
    Optional<Version> version) {
  /** Kinds of causes, those that something can be installed for first. */
  public enum Cause {
    MISSING_HEADER,
    /** Of {@code -lfoo}. */
    MISSING_LINK,
    /** As pkg-config, meson or cmake call it. */
    MISSING_MODULE,
    MISSING_TOOL,
    /** Of the final stage, as the last step of a generated build stage finds it. */
    MISSING_LIBRARY,
    UNKNOWN_SYSTEM_PACKAGE,
    NO_MATCHING_DISTRIBUTION,
    PYTHON_NOT_ADMITTED,
    HASH_MISMATCH,
    HASH_MISSING,
    MISSING_FILE,
    NO_BASE_IMAGE,
    EXTERNALLY_MANAGED,
    FOREIGN_MACHINE,
    NO_SPACE,
    OUT_OF_MEMORY,
    NO_NETWORK,
    TIMED_OUT,
    UNKNOWN;

    /** Whether it is cured by a package of the distribution. */
    public boolean isLack() {
      return ordinal() <= MISSING_LIBRARY.ordinal();
    }

    /** The word in JSON. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public BuildFault {
    Objects.requireNonNull(cause);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(line);
    Objects.requireNonNull(name);
    Objects.requireNonNull(version);
  }

  /** The library of the rules that would provide what lacks, where one is known. */
  public Optional<String> library() {
    Provided provided = Provided.shipped();
    return switch (cause) {
      case MISSING_HEADER -> provided.byHeader(subject);
      case MISSING_LINK -> provided.byLink(subject).or(() -> provided.byModule(subject));
      case MISSING_MODULE -> provided.byModule(subject).or(() -> provided.byLink(subject));
      case MISSING_TOOL -> provided.byProgram(subject);
      case MISSING_LIBRARY -> provided.bySoname(subject);
      default -> Optional.empty();
    };
  }
}
