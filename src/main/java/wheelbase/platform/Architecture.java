package wheelbase.platform;

/**
 * A processor architecture, under the name that container engines give it and the one that wheels
 * and markers give it.
 */
public enum Architecture {
  AMD64("amd64", "x86_64"),
  ARM64("arm64", "aarch64");

  private final String engineName;
  private final String machine;

  Architecture(String engineName, String machine) {
    this.engineName = engineName;
    this.machine = machine;
  }

  /** {@code amd64}, as in {@code --platform linux/amd64}. */
  public String engineName() {
    return engineName;
  }

  /** {@code x86_64}, as in {@code platform_machine} and in tags. */
  public String machine() {
    return machine;
  }
}
