package wheelbase.dockerfile;

import java.util.List;

/**
 * How an image is built, whatever the project is.
 *
 * @param builder what the build stage starts from
 * @param test what must go well before the final stage is made
 * @param linkCheck whether the build stage ends by looking for libraries that the runtime stage
 *     will not have
 * @param cacheMounts whether what is downloaded while building stays with the builder for the next
 *     time
 * @param lock whether every file that is installed is fixed by its hash
 * @param digest whether the base images are named by their digests too
 * @param noBinary normalised names of packages that are built from source although no requirements
 *     file says so
 */
public record BuildChoices(
    Layout layout,
    Installer installer,
    BuilderKind builder,
    ImageTest test,
    boolean linkCheck,
    boolean cacheMounts,
    boolean lock,
    boolean digest,
    List<String> noBinary) {
  public BuildChoices {
    noBinary = List.copyOf(noBinary);
  }

  /** Where the user has decided nothing. */
  public static BuildChoices usual() {
    return new BuildChoices(
        Layout.VENV,
        Installer.PIP,
        BuilderKind.SAME,
        new ImageTest.None(),
        true,
        true,
        false,
        false,
        List.of());
  }

  public BuildChoices withCacheMounts(boolean wanted) {
    return new BuildChoices(
        layout, installer, builder, test, linkCheck, wanted, lock, digest, noBinary);
  }

  public BuildChoices withNoBinary(List<String> names) {
    return new BuildChoices(
        layout, installer, builder, test, linkCheck, cacheMounts, lock, digest, names);
  }

  public BuildChoices withLock(boolean wanted) {
    return new BuildChoices(
        layout, installer, builder, test, linkCheck, cacheMounts, wanted, digest, noBinary);
  }
}
