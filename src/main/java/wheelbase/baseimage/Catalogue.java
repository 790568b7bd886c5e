package wheelbase.baseimage;

import java.util.List;
import java.util.Optional;

public final class Catalogue {
  private Catalogue() {}

  /** The catalogue that the program carries. */
  public static Catalogue shipped() {
    throw new UnsupportedOperationException();
  }

  public List<BaseImage> images() {
    throw new UnsupportedOperationException();
  }

  /**
   * @param series {@code 3.13} @param variant {@code slim-trixie}
   */
  public Optional<BaseImage> find(String series, String variant) {
    throw new UnsupportedOperationException();
  }
}
