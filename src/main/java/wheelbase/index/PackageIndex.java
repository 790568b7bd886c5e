package wheelbase.index;

import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import wheelbase.pep508.PackageName;

/**
 * A package index, asked without waiting. Asking twice for the same thing costs one request. A
 * future fails with an {@link IndexException} where the index cannot be reached or answers
 * absurdly; it never yields a made-up "nothing".
 */
public interface PackageIndex {
  /**
   * All files of a project; a page that is not {@link ProjectPage#found} where no index knows the
   * name.
   */
  CompletableFuture<ProjectPage> page(PackageName name);

  /** What a release says of itself, from this very file. No code of the package is run. */
  CompletableFuture<CoreMetadata> metadata(ReleaseFile file);

  /** What lies in a wheel, from its central directory. */
  CompletableFuture<WheelContents> wheelContents(ReleaseFile wheel);

  /**
   * What the machine code in a wheel is linked to. Nothing is run; of a wheel that is too big, or
   * of which a server sends no parts, less is read than {@code depth} asks for, and the answer says
   * so.
   */
  default CompletableFuture<SharedObjects> sharedObjects(
      ReleaseFile wheel, SharedObjects.Depth depth) {
    return CompletableFuture.failedFuture(
        new IndexException("`" + wheel.fileName() + "` cannot be looked into"));
  }

  /**
   * The files of an sdist, as far as somebody wants to read them.
   *
   * @param wanted how much of a member to read, in bytes, by its path; 0 for nothing
   */
  default CompletableFuture<SdistFiles> sdistFiles(
      ReleaseFile sdist, ToIntFunction<String> wanted) {
    return CompletableFuture.failedFuture(
        new IndexException("`" + sdist.fileName() + "` cannot be looked into"));
  }

  /**
   * What a study makes of an sdist, made once and kept for ever.
   *
   * @return its bytes, not to be changed
   */
  default CompletableFuture<byte[]> sdistStudy(ReleaseFile sdist, SdistStudy study) {
    return sdistFiles(sdist, study.wanted()).thenApply(study.making());
  }

  /** What building an sdist would take, from its files. */
  CompletableFuture<SdistContents> sdistContents(ReleaseFile sdist);
}
