package wheelbase.resolver;

import wheelbase.index.ReleaseFile;
import wheelbase.pep440.Version;

/** A release on a target, with the file that pip would take of it there. */
public record Candidate(Version version, ReleaseFile file) {
  /** Yanked as a whole: a release with one unyanked file that fits is taken by that file. */
  public boolean isYanked() {
    return file.yanked().isPresent();
  }
}
