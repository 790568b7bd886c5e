package wheelbase.dockerfile;

import java.util.Locale;

/** Where the requirements lie in the image, and how they come to lie there. */
public enum Layout {
  /** A virtual environment, copied whole. */
  VENV,
  /** What {@code pip install --user} makes, at a path that every account can read. */
  USER,
  /** Beside the image's own packages, by {@code pip install --prefix}. */
  PREFIX,
  /** Beside the image's own packages, from wheels that the build stage made. */
  WHEELHOUSE;

  /** The word for it on the command line and in answers files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
