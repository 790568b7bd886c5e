package wheelbase.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The engines, in the order in which they are looked for. */
public enum EngineKind {
  DOCKER,
  PODMAN,
  BUILDAH;

  /** The program, and the word for it on the command line. */
  public String program() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with that program. */
  public static Optional<EngineKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.program().equals(word)).findFirst();
  }
}
