package wheelbase.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Logs of builds that really failed, shortened: packages of Debian 13 were left out of an image
 * with Python 3.13 and pip 26.
 */
class BuildLogTest {
  private static final Path LOGS = Path.of("src/test/resources/wheelbase/verify/logs");

  private static final String CASES =
      """
      apt-unknown-package  | unknown-system-package nosuchpackage ?
      curl-config          | missing-tool curl-config libcurl pycurl 7.45.3
      dlopen-in-setup      | missing-link augeas augeas python-augeas 1.1.0
      ffi-header           | missing-header ffi.h libffi cffi 1.17.1
      gdal-config          | missing-tool gdal-config gdal fiona 1.10.1
      graphviz-header      | missing-header graphviz/cgraph.h libgraphviz pygraphviz 1.14
      hash-mismatch        | hash-mismatch ?
      header-nobody-knows  | missing-header sqlcipher/sqlite3.h ? pysqlcipher3 1.2.0
      krb5-config          | missing-tool krb5-config krb5 gssapi 1.9.0
      lber-header          | missing-header lber.h openldap python-ldap 3.4.4
      libxml2              | missing-module libxml-2.0 libxml2 lxml 5.3.0, missing-module libxslt libxslt lxml 5.3.0
      link                 | missing-link pq libpq
      link-check           | missing-library libpq.so.5 libpq, missing-library libldap-2.5.so.0 openldap, missing-library libsasl2.so.2 cyrus-sasl
      make                 | missing-tool make make pynacl 1.5.0
      meson-dependency     | missing-module cairo cairo pycairo 1.27.0, missing-tool pkg-config pkg-config pycairo 1.27.0
      meson-no-compiler    | missing-tool cc c numpy 2.1.3
      mysql-pkg-config     | missing-tool pkg-config pkg-config mysqlclient 2.2.7, missing-module mysqlclient mariadb-client mysqlclient 2.2.7
      no-g++               | missing-tool g++ c++ plyvel 1.5.1
      no-gcc               | missing-tool gcc c psutil 5.9.8
      no-known-cause       | unknown ? pyzmq 26.2.0
      no-linker            | missing-tool cc c cryptography 43.0.1
      no-matching-distribution | no-matching-distribution onnxruntime-gpu==1.0.0 ?
      no-network           | no-network ?
      pg_config            | missing-tool pg_config libpq psycopg2 2.9.10
      pillow-zlib          | missing-link zlib zlib pillow 11.0.0
      pkg-config-not-invoked | missing-tool pkg-config pkg-config xmlsec 1.3.14
      pkg-config-required  | missing-tool pkg-config pkg-config libvirt-python 10.9.0
      python-not-admitted  | python-not-admitted ? numba 0.57.0
      shell                | missing-tool foo_config ?
      winscard-header      | missing-header winscard.h pcsclite pyscard 2.2.0
      wrong-wheel          | no-matching-distribution foo-1-cp39-cp39-win_amd64.whl ?
      """;

  @Test
  void realLogsShowTheirCauses() throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String line : CASES.lines().toList()) {
      String name = line.split("\\|")[0];
      seen.append(name)
          .append("| ")
          .append(
              String.join(
                  ", ",
                  BuildLog.of(Files.readString(LOGS.resolve(name.strip() + ".log")))
                      .faults()
                      .stream()
                      .map(BuildLogTest::words)
                      .toList()))
          .append('\n');
    }
    assertThat(seen.toString()).isEqualTo(CASES);
  }

  @Test
  void everyLogIsInTheTable() throws IOException {
    try (Stream<Path> files = Files.list(LOGS)) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".log", "")).toList();
      assertThat(names)
          .containsExactlyInAnyOrderElementsOf(
              CASES.lines().map(line -> line.split("\\|")[0].strip()).toList());
    }
  }

  private static String words(BuildFault fault) {
    return Stream.of(
            fault.cause().id(),
            fault.subject(),
            fault.library().orElse("?"),
            fault.name().map(Object::toString).orElse(""),
            fault.version().map(Object::toString).orElse(""))
        .filter(word -> !word.isEmpty())
        .collect(java.util.stream.Collectors.joining(" "));
  }

  /** What other engines, installers and stages of a build say, line by line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "#12 3.456 x.c:1:10: fatal error: 'zlib.h' file not found | MISSING_HEADER zlib.h",
        "/usr/bin/ld: cannot find -lxml2: No such file or directory | MISSING_LINK xml2",
        "/bin/sh: 1: cargo: not found | MISSING_TOOL cargo",
        "bash: line 3: mysql_config: command not found | MISSING_TOOL mysql_config",
        "/bin/ash: cmake: not found | MISSING_TOOL cmake",
        "error: can't find Rust compiler | MISSING_TOOL cargo",
        "runc: exec: \"/bin/bash\": stat /bin/bash: no such file | UNKNOWN",
        "exec: \"tini\": executable file not found in $PATH | MISSING_TOOL tini",
        "Package libffi was not found in the pkg-config search path. | MISSING_MODULE libffi",
        "Package 'libpq', required by 'virtual:world', not found | MISSING_MODULE libpq",
        "No package 'cairo' found | MISSING_MODULE cairo",
        "ERROR: Dependency \"openblas\" not found, tried pkgconfig | MISSING_MODULE openblas",
        "The system library `openssl` required by crate `openssl-sys` was not found. | MISSING_MODULE openssl",
        "OSError: [Errno 28] No space left on device | NO_SPACE",
        "write /x: no space left on device | NO_SPACE",
        "c++: fatal error: Killed signal terminated program cc1plus | OUT_OF_MEMORY",
        "exit status 137: exit code: 137 | OUT_OF_MEMORY",
        "Could not resolve host: mirror.test | NO_NETWORK mirror.test",
        "Err:1 Temporary failure resolving 'mirror.test' | NO_NETWORK mirror.test",
        "dial tcp: lookup registry.test: no such host | NO_NETWORK",
        "E: Package 'libldap-2.5-0' has no installation candidate | UNKNOWN_SYSTEM_PACKAGE libldap-2.5-0",
        "  postgresql-devv (no such package): | UNKNOWN_SYSTEM_PACKAGE postgresql-devv",
        "error: externally-managed-environment | EXTERNALLY_MANAGED",
        "exec /bin/sh: exec format error | FOREIGN_MACHINE",
        "copier: stat: \"/app.py\": no such file or directory | MISSING_FILE /app.py",
        "ERROR: failed to compute cache key: \"/x.txt\": not found | MISSING_FILE /x.txt",
        "reading manifest 9.9 in python: manifest unknown | NO_BASE_IMAGE",
        "ERROR: Hashes are required in --require-hashes mode | HASH_MISSING",
        "Hash mismatch for `idna==3.10` | HASH_MISMATCH idna==3.10",
        "checking for ffi.h... fatal error: ffi.h: No such file or directory | UNKNOWN",
        "STEP 5/9: RUN sh -c 'foo: not found' | UNKNOWN",
      })
  void linesShowTheirCause(String line, String expected) {
    BuildFault fault = BuildLog.of(line).faults().get(0);
    assertThat((fault.cause() + " " + fault.subject()).strip()).isEqualTo(expected);
  }

  @Test
  void aFullDiskExplainsAllElse() {
    assertThat(
            BuildLog.of(
                    "x.c:1:1: fatal error: ffi.h: No such file or directory\n"
                        + "OSError: [Errno 28] No space left on device\n")
                .faults())
        .extracting(BuildFault::cause)
        .containsExactly(BuildFault.Cause.NO_SPACE);
  }

  @Test
  void aRetryThatWentWellIsForgottenWhereACompilerFails() {
    assertThat(
            BuildLog.of(
                    "WARNING: Retrying after connection broken by 'NewConnectionError'\n"
                        + "x.c:1:1: fatal error: ffi.h: No such file or directory\n")
                .faults())
        .extracting(BuildFault::cause)
        .containsExactly(BuildFault.Cause.MISSING_HEADER);
  }

  @Test
  void anIndexThatAnsweredIsThere() {
    assertThat(
            BuildLog.of(
                    "WARNING: Retrying after connection broken by 'ReadTimeoutError'\n"
                        + "ERROR: Could not find a version of x (from versions: 1.0, 2.0)\n"
                        + "ERROR: No matching distribution found for x==3\n")
                .faults())
        .extracting(BuildFault::cause)
        .containsExactly(BuildFault.Cause.NO_MATCHING_DISTRIBUTION);
  }

  @Test
  void uvNamesThePackageInItsOwnWay() {
    BuildFault fault =
        BuildLog.of(
                """
                  × Failed to build `psycopg2==2.9.10`
                  ├─▶ The build backend returned an error
                      Error: pg_config executable not found.
                  help: `psycopg2` (v2.9.10) was included
                  × Failed to build `psycopg2==2.9.10`
                """)
            .faults()
            .get(0);
    assertThat(words(fault)).isEqualTo("missing-tool pg_config libpq psycopg2 2.9.10");
  }

  @Test
  void anEmptyLogShowsNothing() {
    assertThat(BuildLog.of("").faults())
        .isEqualTo(
            List.of(
                new BuildFault(
                    BuildFault.Cause.UNKNOWN,
                    "",
                    "",
                    java.util.Optional.empty(),
                    java.util.Optional.empty())));
  }
}
