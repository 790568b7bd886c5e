package wheelbase.dockerfile.syntax;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The instructions that a Dockerfile may have. */
public enum Keyword {
  ADD,
  ARG,
  CMD,
  COPY,
  ENTRYPOINT,
  ENV,
  EXPOSE,
  FROM,
  HEALTHCHECK,
  LABEL,
  MAINTAINER,
  ONBUILD,
  RUN,
  SHELL,
  STOPSIGNAL,
  USER,
  VOLUME,
  WORKDIR;

  /** The instruction of that name, in upper or lower case; empty where there is none. */
  public static Optional<Keyword> named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> each.name().equals(upper)).findFirst();
  }

  /** Whether here-documents may follow. */
  boolean takesHeredocs() {
    return this == ADD || this == COPY || this == RUN;
  }
}
