package wheelbase.index.pypi;

import java.util.Locale;

/** Whether the user's keyring is asked for logins: pip's {@code --keyring-provider}. */
public enum KeyringUse {
  /** pip's {@code disabled}. */
  NEVER,
  /** Where an index has refused (401) what is known of logins. */
  WHEN_REFUSED;

  /**
   * What pip's setting comes to. Its {@code import} (the module in pip's own Python) and {@code
   * subprocess} (the program) read the same keyring; here it is always the program. {@code auto}
   * asks it too, unless pip must not ask for input ({@code --no-input}): a keyring may.
   *
   * @param provider pip's setting; {@code auto} is its default
   */
  public static KeyringUse of(String provider, boolean noInput) {
    return switch (provider.toLowerCase(Locale.ROOT)) {
      case "disabled" -> NEVER;
      case "import", "subprocess" -> WHEN_REFUSED;
      default -> noInput ? NEVER : WHEN_REFUSED;
    };
  }
}
