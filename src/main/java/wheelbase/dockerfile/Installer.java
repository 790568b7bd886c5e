package wheelbase.dockerfile;

import java.util.Locale;

/** What installs the requirements. */
public enum Installer {
  PIP,
  UV;

  /** The word for it on the command line and in answers files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
