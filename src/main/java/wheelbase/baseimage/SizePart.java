package wheelbase.baseimage;

/** What the size of an image is made of, in the order of its layers. */
public enum SizePart {
  BASE("base"),
  SYSTEM_LIBRARIES("system-libraries"),
  DEPENDENCIES("dependencies"),
  BYTECODE("bytecode"),
  ENVIRONMENT("environment"),
  APPLICATION("application");

  private final String id;

  SizePart(String id) {
    this.id = id;
  }

  /** The key in JSON. */
  public String id() {
    return id;
  }
}
