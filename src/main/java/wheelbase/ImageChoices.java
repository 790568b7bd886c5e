package wheelbase;

import java.util.Optional;
import java.util.OptionalInt;
import wheelbase.baseimage.BaseImage;
import wheelbase.dockerfile.BuildChoices;
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
 * @param dockerIgnore whether a {@code .dockerignore} is written
 * @param build how the image is built, whatever the project is
 */
public record ImageChoices(
    Optional<BaseImage> base,
    Optional<String> application,
    OptionalInt port,
    Optional<HealthCheck> health,
    OptionalInt workers,
    int user,
    boolean dockerIgnore,
    BuildChoices build) {

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
        BuildChoices.usual());
  }

  public ImageChoices withBase(Optional<BaseImage> chosen) {
    return new ImageChoices(chosen, application, port, health, workers, user, dockerIgnore, build);
  }

  public ImageChoices withApplication(Optional<String> chosen) {
    return new ImageChoices(base, chosen, port, health, workers, user, dockerIgnore, build);
  }

  public ImageChoices withPort(OptionalInt chosen) {
    return new ImageChoices(base, application, chosen, health, workers, user, dockerIgnore, build);
  }

  public ImageChoices withHealth(Optional<HealthCheck> chosen) {
    return new ImageChoices(base, application, port, chosen, workers, user, dockerIgnore, build);
  }

  public ImageChoices withWorkers(OptionalInt chosen) {
    return new ImageChoices(base, application, port, health, chosen, user, dockerIgnore, build);
  }

  public ImageChoices withUser(int chosen) {
    return new ImageChoices(base, application, port, health, workers, chosen, dockerIgnore, build);
  }

  public ImageChoices withDockerIgnore(boolean wanted) {
    return new ImageChoices(base, application, port, health, workers, user, wanted, build);
  }

  public ImageChoices withBuild(BuildChoices chosen) {
    return new ImageChoices(base, application, port, health, workers, user, dockerIgnore, chosen);
  }
}
