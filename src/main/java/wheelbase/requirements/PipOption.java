package wheelbase.requirements;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The options that pip 26 reads in a requirements file. */
enum PipOption {
  INDEX_URL(true, "-i", "--index-url", "--pypi-url"),
  EXTRA_INDEX_URL(true, "--extra-index-url"),
  NO_INDEX(false, "--no-index"),
  CONSTRAINT(true, "-c", "--constraint"),
  REQUIREMENT(true, "-r", "--requirement"),
  EDITABLE(true, "-e", "--editable"),
  FIND_LINKS(true, "-f", "--find-links"),
  NO_BINARY(true, "--no-binary"),
  ONLY_BINARY(true, "--only-binary"),
  PREFER_BINARY(false, "--prefer-binary"),
  REQUIRE_HASHES(false, "--require-hashes"),
  NO_REQUIRE_HASHES(false, "--no-require-hashes"),
  PRE(false, "--pre"),
  ALL_RELEASES(true, "--all-releases"),
  ONLY_FINAL(true, "--only-final"),
  TRUSTED_HOST(true, "--trusted-host"),
  USE_FEATURE(true, "--use-feature"),
  HASH(true, "--hash"),
  CONFIG_SETTINGS(true, "-C", "--config-settings");

  private final boolean takesValue;
  private final List<String> names;

  PipOption(boolean takesValue, String... names) {
    this.takesValue = takesValue;
    this.names = List.of(names);
  }

  boolean takesValue() {
    return takesValue;
  }

  /** The name that messages use. */
  String longName() {
    return names.stream().filter(name -> name.startsWith("--")).findFirst().orElseThrow();
  }

  static Optional<PipOption> named(String name) {
    return Arrays.stream(values()).filter(option -> option.names.contains(name)).findFirst();
  }

  /** The long names that a written one may be short for, in alphabetical order. */
  static List<String> longNamesBeginningWith(String written) {
    return allLongNames().stream().filter(name -> name.startsWith(written)).toList();
  }

  static List<String> allLongNames() {
    return Arrays.stream(values())
        .flatMap(option -> option.names.stream())
        .filter(name -> name.startsWith("--"))
        .sorted()
        .toList();
  }
}
