package wheelbase;

import java.util.Optional;
import java.util.OptionalInt;
import wheelbase.baseimage.BaseImage;
import wheelbase.dockerfile.BuildRequest;
import wheelbase.dockerfile.HealthCheck;

/**
 * What the user decides of an image once the project has been looked at: nothing of it asks for
 * another resolution. {@link TypedChoices} reads each from text.
 *
 * @param base one of the analysis; empty: the recommended one
 * @param application what to start, as {@code --app}; empty: what the analysis found
 * @param port where the application listens; empty: what was found
 * @param health empty: the application's own path where its source has one, else the port
 * @param workers how many of its server's workers answer; empty: as the server does by itself
 * @param user the number of the account that the container runs as
 * @param cacheMounts whether what is downloaded while building stays with the builder for the next
 *     time
 * @param dockerIgnore whether a {@code .dockerignore} is written
 * @param lock whether every file that is installed is fixed by its hash
 */
public record ImageChoices(
    Optional<BaseImage> base,
    Optional<String> application,
    OptionalInt port,
    Optional<HealthCheck> health,
    OptionalInt workers,
    int user,
    boolean cacheMounts,
    boolean dockerIgnore,
    boolean lock) {

  /** Where the user has decided nothing. */
  public static ImageChoices usual() {
    return new ImageChoices(
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        BuildRequest.USUAL_USER,
        true,
        true,
        false);
  }

  public ImageChoices withBase(Optional<BaseImage> chosen) {
    return new ImageChoices(
        chosen, application, port, health, workers, user, cacheMounts, dockerIgnore, lock);
  }

  public ImageChoices withApplication(Optional<String> chosen) {
    return new ImageChoices(
        base, chosen, port, health, workers, user, cacheMounts, dockerIgnore, lock);
  }

  public ImageChoices withPort(OptionalInt chosen) {
    return new ImageChoices(
        base, application, chosen, health, workers, user, cacheMounts, dockerIgnore, lock);
  }

  public ImageChoices withHealth(Optional<HealthCheck> chosen) {
    return new ImageChoices(
        base, application, port, chosen, workers, user, cacheMounts, dockerIgnore, lock);
  }

  public ImageChoices withWorkers(OptionalInt chosen) {
    return new ImageChoices(
        base, application, port, health, chosen, user, cacheMounts, dockerIgnore, lock);
  }

  public ImageChoices withUser(int chosen) {
    return new ImageChoices(
        base, application, port, health, workers, chosen, cacheMounts, dockerIgnore, lock);
  }

  public ImageChoices withCacheMounts(boolean wanted) {
    return new ImageChoices(
        base, application, port, health, workers, user, wanted, dockerIgnore, lock);
  }

  public ImageChoices withDockerIgnore(boolean wanted) {
    return new ImageChoices(
        base, application, port, health, workers, user, cacheMounts, wanted, lock);
  }

  public ImageChoices withLock(boolean wanted) {
    return new ImageChoices(
        base, application, port, health, workers, user, cacheMounts, dockerIgnore, wanted);
  }
}
