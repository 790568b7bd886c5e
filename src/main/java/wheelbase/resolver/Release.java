package wheelbase.resolver;

import java.util.List;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.Version;

/** All files of one version of a project, in page order. */
record Release(Version version, List<ReleaseFile> files) {
  Release {
    files = List.copyOf(files);
  }
}
