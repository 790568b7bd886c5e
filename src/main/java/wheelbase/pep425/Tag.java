package wheelbase.pep425;

/** One compatibility tag: {@code cp313-cp313-manylinux_2_28_x86_64}. All parts are lower case. */
public record Tag(String interpreter, String abi, String platform) {
  @Override
  public String toString() {
    return interpreter + "-" + abi + "-" + platform;
  }
}
