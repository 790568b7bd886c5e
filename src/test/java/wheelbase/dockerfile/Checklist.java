package wheelbase.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static wheelbase.dockerfile.ChecklistProperty.of;
import static wheelbase.dockerfile.ChecklistProperty.spoilt;
import static wheelbase.dockerfile.GoldenFile.code;
import static wheelbase.dockerfile.GoldenFile.comment;
import static wheelbase.dockerfile.GoldenFile.packages;
import static wheelbase.dockerfile.GoldenFile.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wheelbase.dockerfile.syntax.Assignment;
import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.dockerfile.syntax.MountOption;
import wheelbase.dockerfile.syntax.ParsedInstruction;
import wheelbase.dockerfile.syntax.ParsedStage;
import wheelbase.dockerfile.syntax.Word;

/** The properties of an excellent Dockerfile that can be seen in it, by their numbers. */
final class Checklist {
  private static final Pattern BASE =
      Pattern.compile(
          "(python:3\\.\\d+(\\.\\d+)?-(slim-)?(bookworm|trixie|alpine3\\.\\d+)"
              + "|debian:(bookworm|trixie)-slim|gcr\\.io/distroless/python3-debian\\d+:nonroot"
              + "|registry\\.example/.*:.+)(@sha256:[0-9a-f]{64})?");
  private static final Pattern COMPILERS =
      Pattern.compile(
          "g?cc|g\\+\\+|clang|make|cmake|cargo(-web)?|rustc(-web)?|.*-dev|git"
              + "|build-(base|essential)");
  private static final Pattern OF_THE_BUILD =
      Pattern.compile("PIP_.*|CXX|CC|CFLAGS|MAKEFLAGS|CARGO.*|UV_.*");
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(token|password|secret|credential|index_url).*");
  private static final Pattern MACHINE = Pattern.compile("x86_64|amd64|aarch64|arm64|TARGETARCH");
  private static final Set<String> IN_EVERY_SLIM =
      Set.of(
          "ca-certificates",
          "netbase",
          "tzdata",
          "libbz2-1.0",
          "libffi8",
          "liblzma5",
          "libsqlite3-0",
          "libssl3",
          "libssl3t64",
          "zlib1g",
          "libstdc++6",
          "libc6");

  private Checklist() {}

  static List<ChecklistProperty> properties() {
    return Stream.of(bases(), packageProperties(), installation(), image(), start(), writing())
        .flatMap(List::stream)
        .toList();
  }

  private static List<ChecklistProperty> bases() {
    return List.of(
        of(
            1,
            "the first line names the syntax, and no other line is a parser directive",
            file -> {
              assertThat(file.text()).startsWith("# syntax=docker/dockerfile:1\n#\n");
              assertThat(file.parsed().directives()).hasSize(1);
            },
            spoilt("flask-gunicorn-wheels", "# syntax=docker/dockerfile:1\n", ""),
            spoilt("flask-gunicorn-wheels", "/dockerfile:1\n#\n", "/dockerfile:1\n# escape=`\n")),
        of(
            2,
            "every base names Python's minor, the family and the release",
            file ->
                assertThat(file.bases())
                    .isNotEmpty()
                    .allMatch(base -> BASE.matcher(base).matches()),
            spoilt("flask-gunicorn-wheels", "python:3.13-slim-trixie AS", "python:3.13-slim AS"),
            spoilt("django-on-alpine", "python:3.13-alpine3.24 AS", "python:latest AS")),
        of(
            3,
            "a digest keeps its tag; without one a comment says how to pin",
            file ->
                file.bases()
                    .forEach(
                        base ->
                            assertThat(
                                    base.contains("@")
                                        || file.text().contains("imagetools inspect "))
                                .isTrue()),
            spoilt("flask-gunicorn-wheels", "imagetools inspect", "images")),
        of(
            5,
            "builder and image have one family, Python and release",
            file ->
                assertThat(
                        file.baseOf(file.builder())
                            .replace("slim-", "")
                            .replace(
                                "debian:trixie-slim", "gcr.io/distroless/python3-debian13:nonroot"))
                    .isEqualTo(
                        file.baseOf(file.parsed().finalStage().orElseThrow()).replace("slim-", "")),
            spoilt("flask-gunicorn-wheels", "slim-trixie AS runtime", "slim-bookworm AS runtime"),
            spoilt("pattern-full-builder", "trixie AS builder", "bookworm AS builder")),
        of(
            6,
            "stage names are unique, lower case, of no image, and the last stage is the image",
            file -> {
              List<String> names =
                  file.stages().stream().map(one -> one.name().orElse("")).toList();
              assertThat(names).doesNotHaveDuplicates().allMatch(one -> one.matches("[a-z]+"));
              assertThat(names).doesNotContain("scratch", "context").endsWith("runtime");
              assertThat(file.stages())
                  .allMatch(
                      stage ->
                          stage.from().body().value().endsWith(" AS " + stage.name().orElse("")));
            },
            spoilt("flask-gunicorn-wheels", " AS runtime", " AS builder"),
            spoilt("flask-gunicorn-wheels", " AS builder", " AS scratch")));
  }

  private static List<ChecklistProperty> packageProperties() {
    return List.of(
        of(
            7,
            "the builder has compilers only for what is named above them",
            file ->
                file.others(Keyword.RUN).stream()
                    .filter(run -> !packages(run).isEmpty())
                    .forEach(
                        run ->
                            assertThat(comment(run))
                                .containsPattern(
                                    "compile[sd]|linked to|built against|Python of the")),
            spoilt(
                "psycopg2-from-source",
                "# psycopg2 2.9.11 compiles C; psycopg2 2.9.11 is linked to libpq\n# (docker",
                "# (docker")),
        of(
            8,
            "no compiler, header or git in the image",
            file ->
                assertThat(file.image(Keyword.RUN))
                    .allSatisfy(
                        run ->
                            assertThat(packages(run))
                                .noneMatch(one -> COMPILERS.matcher(one).matches())),
            spoilt("psycopg2-from-source", "      libpq5 \\\n", "      gcc \\\n      libpq5 \\\n"),
            spoilt("django-on-alpine", "so:libmariadb.so.3", "mariadb-dev")),
        of(
            9,
            "every system package of the image has the requirement that wants it above it",
            file ->
                file.image(Keyword.RUN).stream()
                    .filter(run -> !packages(run).isEmpty())
                    .forEach(
                        run ->
                            assertThat(comment(run))
                                .containsPattern(
                                    "[a-z0-9-]+ \\d[\\w.]* (loads|runs|is linked to) ")),
            spoilt(
                "psycopg2-from-source",
                "# python-magic 0.4.27 loads libmagic; psycopg2 2.9.11 is linked to libpq\n",
                "# needed\n")),
        of(
            10,
            "nothing is installed that every slim image has",
            file ->
                assertThat(file.image(Keyword.RUN))
                    .allSatisfy(
                        run -> assertThat(packages(run)).noneMatch(IN_EVERY_SLIM::contains)),
            spoilt("psycopg2-from-source", "      libmagic1 \\\n", "      ca-certificates \\\n")),
        of(
            11,
            "apt updates and installs in one RUN, sorted, one to a line, and leaves no lists",
            file -> {
              for (ParsedInstruction run : file.all(Keyword.RUN)) {
                if (code(run).contains("apt-get")) {
                  assertThat(code(run))
                      .containsPattern(
                          "apt-get update && apt-get install -y --no-install-recommends ");
                  boolean cached =
                      run.mounts().stream()
                          .anyMatch(one -> one.target().equals(Optional.of("/var/lib/apt/lists")));
                  assertThat(cached || code(run).endsWith(" && rm -rf /var/lib/apt/lists/*"))
                      .isTrue();
                }
                assertThat(packages(run)).isSorted();
                packages(run)
                    .forEach(
                        one ->
                            assertThat(file.text())
                                .containsPattern("\n      " + Pattern.quote(one) + "( \\\\)?\n"));
              }
            },
            spoilt("psycopg2-from-source", " \\\n && rm -rf /var/lib/apt/lists/*", ""),
            spoilt(
                "psycopg2-from-source",
                "      libmagic1 \\\n      libpq5",
                "      libpq5 \\\n      libmagic1"),
            spoilt("psycopg2-from-source", " --no-install-recommends", ""),
            spoilt(
                "psycopg2-from-source",
                "      libmagic1 \\\n      libpq5",
                "      libmagic1 libpq5")),
        of(
            12,
            "apt's caches are locked, and docker-clean does not empty them",
            file -> {
              for (ParsedInstruction run : file.all(Keyword.RUN)) {
                List<MountOption> apt =
                    run.mounts().stream()
                        .filter(one -> one.target().orElse("").contains("/apt"))
                        .toList();
                assertThat(apt).allMatch(one -> one.sharing().equals(Optional.of("locked")));
                assertThat(
                        apt.isEmpty()
                            || code(run).startsWith("rm -f /etc/apt/apt.conf.d/docker-clean && "))
                    .isTrue();
              }
            },
            spoilt(
                "psycopg2-from-source",
                "target=/var/cache/apt,sharing=locked",
                "target=/var/cache/apt"),
            spoilt("psycopg2-from-source", "rm -f /etc/apt/apt.conf.d/docker-clean \\\n && ", "")),
        of(
            13,
            "apk keeps no index",
            file ->
                assertThat(file.all(Keyword.RUN))
                    .allMatch(
                        run ->
                            !code(run).contains("apk ")
                                || code(run).startsWith("apk add --no-cache ")),
            spoilt("django-on-alpine", "apk add --no-cache", "apk update && apk add")),
        of(
            14,
            "apt-get, never apt; no upgrade, no sudo",
            file ->
                assertThat(file.all(Keyword.RUN))
                    .noneMatch(run -> code(run).matches(".*(\\bapt |upgrade\\b(?!-)|sudo ).*")),
            spoilt("psycopg2-from-source", "apt-get update", "apt update"),
            spoilt(
                "psycopg2-from-source",
                "apt-get update \\",
                "apt-get update && apt-get dist-upgrade \\")),
        of(
            15,
            "no pipe, whose failure would be lost",
            file ->
                assertThat(file.all(Keyword.RUN))
                    .noneMatch(run -> !run.exec() && code(run).replace("||", "").contains("|")),
            spoilt("flask-gunicorn-wheels", "RUN python -m venv", "RUN true | python -m venv")),
        of(
            16,
            "Debian's packages exist in the release",
            file -> {
              String base = file.baseOf(file.parsed().finalStage().orElseThrow());
              List<String> known =
                  base.contains("trixie")
                      ? known(13)
                      : base.contains("bookworm") ? known(12) : List.of();
              if (!known.isEmpty()) {
                assertThat(file.all(Keyword.RUN))
                    .allSatisfy(run -> assertThat(known).containsAll(packages(run)));
              }
            },
            spoilt("psycopg2-from-source", "      libmagic1 \\", "      libmagic1t64 \\")));
  }

  private static List<String> known(int debian) {
    try {
      return Files.readAllLines(Path.of("rules-db/names/debian-" + debian + ".txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ChecklistProperty> installation() {
    return List.of(
        of(
            17,
            "the application is copied after everything is installed, and not into the builder",
            file -> {
              List<ParsedInstruction> whole =
                  file.all(Keyword.COPY).stream()
                      .filter(one -> words(one).startsWith(". "))
                      .toList();
              assertThat(file.image())
                  .containsOnlyOnceElementsOf(whole.subList(whole.size() - 1, whole.size()));
              int copied = file.image().indexOf(whole.get(whole.size() - 1));
              assertThat(file.image().subList(copied + 1, file.image().size()))
                  .noneMatch(one -> one.is(Keyword.RUN));
              assertThat(
                      whole.size() == 1
                          || comment(whole.get(0)).contains("name the project itself"))
                  .isTrue();
            },
            spoilt("flask-gunicorn-wheels", "COPY requirements.txt ./", "COPY . ./"),
            spoilt("flask-gunicorn-wheels", "\nEXPOSE", "\nRUN true\n\nEXPOSE")),
        of(
            18,
            "every file that is installed from is copied before",
            file -> {
              List<ParsedInstruction> before = new ArrayList<>();
              for (ParsedInstruction one : file.builder().instructions()) {
                String[] given = one.body().value().strip().split("\\s+");
                for (int i = 0; one.is(Keyword.RUN) && i + 1 < given.length; i++) {
                  if (given[i].equals("-r") || given[i].equals("-c")) {
                    String named = given[i + 1].replace("'", "");
                    assertThat(before).as(named).anyMatch(copy -> copies(copy, named));
                  }
                }
                before.add(one);
              }
            },
            spoilt("flask-gunicorn-wheels", "COPY requirements.txt ./\n", ""),
            spoilt(
                "many-reasons",
                "requirements/extra.txt requirements/prod.txt ",
                "requirements/prod.txt ")),
        of(
            19,
            "the installer's cache is mounted, or there is none",
            file ->
                file.all(Keyword.RUN).stream()
                    .filter(
                        run ->
                            code(run)
                                .matches(
                                    ".*\\b(pip|pip3|uv|pipenv|poetry) (.* )?(install|sync|wheel)\\b.*"))
                    .forEach(
                        run ->
                            assertThat(
                                    run.mounts().stream()
                                            .anyMatch(
                                                one ->
                                                    one.target()
                                                        .orElse("")
                                                        .startsWith("/root/.cache/"))
                                        || code(run).matches(".*--no-cache(-dir)?\\b.*")
                                        || file.text().contains("PIP_NO_CACHE_DIR=1"))
                                .as(code(run))
                                .isTrue()),
            spoilt(
                "flask-gunicorn-wheels", "--mount=type=cache,target=/root/.cache/pip \\\n    ", ""),
            spoilt("every-choice-made", " --no-cache-dir", "")),
        of(
            20,
            "no secret in ARG, ENV or an address",
            file -> {
              assertThat(
                      Stream.concat(file.all(Keyword.ENV).stream(), file.all(Keyword.ARG).stream())
                          .flatMap(one -> one.assignments().stream()))
                  .noneMatch(one -> SECRET.matcher(one.name().value()).matches());
              assertThat(file.text()).doesNotContainPattern("://[^/\\s]*@");
            },
            spoilt(
                "flask-gunicorn-wheels",
                "ENV PIP_DISABLE_PIP_VERSION_CHECK=1",
                "ENV PIP_INDEX_URL=1"),
            spoilt(
                "flask-gunicorn-wheels", "install -r", "install -i https://me:it@index.test -r")),
        of(
            21,
            "what is locked is installed as locked",
            file -> {
              String text =
                  String.join(
                      "\n", file.others(Keyword.RUN).stream().map(GoldenFile::code).toList());
              assertThat(text.contains(" --no-deps"))
                  .as("without hashes")
                  .isEqualTo(text.contains(" --no-deps") && text.contains("--require-hashes"));
              if (file.name().startsWith("locked-") || file.name().contains("lock-with-hashes")) {
                assertThat(text)
                    .containsPattern(
                        "--require-hashes|uv (.* )?sync|poetry (.* )?install|pipenv (.* )?sync");
              }
              if (text.contains(" sync --no-default")) {
                assertThat(text).contains("--frozen");
              }
            },
            spoilt("flask-from-a-lock", " --require-hashes", ""),
            spoilt("locked-by-uv", " sync ", " run ")),
        of(
            22,
            "a further installer has its version, and stays out of the image",
            file -> {
              for (ParsedInstruction run : file.all(Keyword.RUN)) {
                assertThat(code(run))
                    .doesNotContainPattern("install (--\\S+ )*(uv|poetry|pipenv)(?!==\\d)\\b");
              }
              for (ParsedInstruction copy : file.all(Keyword.COPY)) {
                String from = copy.flag("from").orElse("");
                assertThat(from).doesNotMatch("[^:]*/uv(:latest)?");
              }
              assertThat(file.image())
                  .noneMatch(
                      one ->
                          one.flag("from").orElse("").contains("/uv:")
                              || code(one).matches(".*\\b(poetry|pipenv|uv) .*"));
            },
            spoilt("locked-by-poetry", "poetry==2.5.1", "poetry"),
            spoilt(
                "flask-gunicorn-wheels",
                "COPY --from=builder",
                "COPY --from=ghcr.io/astral-sh/uv:0.13.9")),
        of(
            23,
            "what was installed is taken whole, from one place, and its programs are found",
            file -> {
              List<String> taken =
                  file.image(Keyword.COPY).stream()
                      .filter(one -> one.flag("from").equals(Optional.of("builder")))
                      .map(GoldenFile::words)
                      .toList();
              boolean wheels =
                  file.image(Keyword.RUN).stream()
                      .anyMatch(run -> code(run).contains("/wheels/*.whl"));
              assertThat(taken).hasSize(wheels ? 0 : 1);
              for (String words : taken) {
                assertThat(words).matches("(/opt/\\w+) \\1|/install /usr/local");
                assertThat(
                        words.endsWith("/usr/local")
                            || file.image(Keyword.ENV).stream()
                                .anyMatch(
                                    one ->
                                        one.body()
                                            .value()
                                            .startsWith(
                                                "PATH=" + words.split(" ")[1] + "/bin:$PATH")))
                    .isTrue();
              }
              assertThat(file.text()).doesNotContain("activate");
            },
            spoilt(
                "flask-gunicorn-wheels",
                "COPY --from=builder /opt/venv /opt/venv",
                "COPY --from=builder /opt/venv/lib /opt/venv/lib"),
            spoilt(
                "pattern-user",
                "COPY --from=builder /opt/user",
                "COPY --from=builder /root/.local"),
            spoilt("flask-gunicorn-wheels", "ENV PATH=/opt/venv/bin:$PATH\n\nWORKDIR", "WORKDIR")),
        of(
            24,
            "a virtual environment is made without pip",
            file ->
                assertThat(file.all(Keyword.RUN))
                    .noneMatch(run -> code(run).contains("-m venv /opt/venv")),
            spoilt("flask-gunicorn-wheels", " --without-pip", "")),
        of(
            25,
            "bytecode is compiled when the image is built",
            file -> {
              assertThat(file.text()).doesNotContain("PYTHONDONTWRITEBYTECODE", "--no-compile");
              if (file.others(Keyword.RUN).stream()
                  .anyMatch(run -> code(run).matches(".*\\buv (.* )?(sync|pip install).*"))) {
                assertThat(file.text()).containsPattern("UV_COMPILE_BYTECODE=1|--compile-bytecode");
              }
            },
            spoilt("flask-gunicorn-wheels", "PYTHONUNBUFFERED=1", "PYTHONDONTWRITEBYTECODE=1"),
            spoilt("pattern-uv", "UV_COMPILE_BYTECODE=1", "UV_COMPILE_BYTECODE=0")),
        of(
            26,
            "where g++ is installed beside a slim Python, CXX names it",
            file -> {
              for (ParsedStage stage : file.stages()) {
                boolean compiles =
                    stage.instructions().stream()
                        .anyMatch(one -> one.is(Keyword.RUN) && packages(one).contains("g++"));
                if (compiles && file.baseOf(stage).contains("slim-")) {
                  assertThat(stage.instructions().stream().map(one -> one.body().value()))
                      .contains("CXX=g++");
                }
              }
            },
            spoilt("many-reasons", "ENV CXX=g++", "ENV CC=gcc")),
        of(
            27,
            "what steers the build is not in the image",
            file ->
                assertThat(
                        file.image(Keyword.ENV).stream().flatMap(one -> one.assignments().stream()))
                    .noneMatch(one -> OF_THE_BUILD.matcher(one.name().value()).matches()),
            spoilt(
                "flask-gunicorn-wheels",
                "ENV PYTHONFAULTHANDLER=1",
                "ENV PIP_NO_INPUT=1 PYTHONFAULTHANDLER=1")));
  }

  private static boolean copies(ParsedInstruction copy, String file) {
    if (!copy.is(Keyword.COPY)) {
      return false;
    }
    List<Word> words = copy.arguments();
    return words.subList(0, words.size() - 1).stream()
        .map(Word::value)
        .anyMatch(source -> source.equals(".") || source.equals(file) || matches(source, file));
  }

  private static boolean matches(String pattern, String file) {
    return pattern.length() == file.length()
        && file.matches(Pattern.quote(pattern).replace("?", "\\E.\\Q"));
  }

  private static List<ChecklistProperty> image() {
    return List.of(
        of(
            28,
            "output is not buffered, crashes show a traceback, and no ENV is of the old form",
            file -> {
              assertThat(
                      file.image(Keyword.ENV).stream()
                          .flatMap(one -> one.assignments().stream())
                          .map(Checklist::written))
                  .contains("PYTHONUNBUFFERED=1", "PYTHONFAULTHANDLER=1");
              assertThat(file.all(Keyword.ENV))
                  .allMatch(one -> one.body().value().matches("(?s)[A-Za-z_]\\w*=.*"));
            },
            spoilt("flask-gunicorn-wheels", "PYTHONUNBUFFERED=1", "PYTHONUNBUFFERED=0"),
            spoilt(
                "flask-gunicorn-wheels",
                "ENV PATH=/opt/venv/bin:$PATH\n\nWORKDIR",
                "ENV PATH /opt/venv/bin:$PATH\n\nWORKDIR")),
        of(
            29,
            "the image runs as a number of its own, which has an account where there is a shell",
            file -> {
              String user =
                  words(file.image(Keyword.USER).get(file.image(Keyword.USER).size() - 1));
              assertThat(user).matches("(\\d+):\\1");
              int number = Integer.parseInt(user.split(":")[0]);
              assertThat(number)
                  .isGreaterThanOrEqualTo(
                      file.name().equals("nobody-asks-on-alpine") ? 1000 : 10001);
              String accounts =
                  String.join(
                      "\n", file.image(Keyword.RUN).stream().map(GoldenFile::code).toList());
              if (!file.baseOf(file.imageStages().get(0)).contains("distroless")) {
                assertThat(accounts)
                    .containsPattern(
                        file.isAlpine()
                            ? "adduser -D -u " + number + " "
                            : "useradd --uid " + number + " .*--no-log-init");
              }
            },
            spoilt("flask-gunicorn-wheels", "USER 10001:10001", "USER app"),
            spoilt("flask-gunicorn-wheels", "USER 10001:10001", "USER 999:999"),
            spoilt("flask-gunicorn-wheels", " --no-log-init", "")),
        of(
            30,
            "the application belongs to root, and no layer changes owners or modes",
            file -> {
              assertThat(file.all(Keyword.RUN))
                  .noneMatch(run -> code(run).matches(".*\\bch(own|mod|grp)\\b.*"));
              assertThat(file.all(Keyword.COPY))
                  .allMatch(one -> one.flag("chown").isEmpty() && one.flag("chmod").isEmpty());
            },
            spoilt("flask-gunicorn-wheels", "COPY . ./", "COPY --chown=10001 . ./"),
            spoilt("flask-gunicorn-wheels", "RUN groupadd", "RUN chown -R 10001 /opt && groupadd")),
        of(
            31,
            "no layer of the image deletes what another one brought",
            file ->
                assertThat(file.image(Keyword.RUN))
                    .noneMatch(
                        run -> code(run).contains("rm ") && !code(run).contains("apt-get update")),
            spoilt(
                "flask-gunicorn-wheels", "RUN groupadd", "RUN rm -rf /usr/share/doc && groupadd")),
        of(
            32,
            "working directories are absolute, and no RUN changes its own",
            file -> {
              assertThat(file.all(Keyword.WORKDIR)).allMatch(one -> words(one).startsWith("/"));
              assertThat(file.all(Keyword.RUN))
                  .noneMatch(run -> !run.exec() && code(run).matches("(.*[;&] )?cd .*"));
            },
            spoilt("flask-gunicorn-wheels", "WORKDIR /app", "WORKDIR app"),
            spoilt("flask-gunicorn-wheels", "RUN python -m venv", "RUN cd / && python -m venv")),
        of(
            33,
            "COPY and never ADD; what is copied whole is filtered, and says so",
            file -> {
              assertThat(file.all(Keyword.ADD)).isEmpty();
              if (!file.name().matches(".*every.choice.made.*")) {
                assertThat(
                        file.image(Keyword.COPY).stream()
                            .filter(one -> words(one).startsWith(". ")))
                    .allMatch(one -> comment(one).contains(".dockerignore"));
              }
            },
            spoilt("flask-gunicorn-wheels", "COPY requirements", "ADD requirements"),
            spoilt("flask-gunicorn-wheels", "; .dockerignore says what stays out", "")));
  }

  private static String written(Assignment one) {
    return one.name().value() + "=" + one.value().map(Word::value).orElse("");
  }

  private static List<ChecklistProperty> start() {
    return List.of(
        of(
            35,
            "one CMD in exec form, at most one ENTRYPOINT, no shell that stays",
            file -> {
              assertThat(file.all(Keyword.CMD)).hasSize(1).allMatch(ParsedInstruction::exec);
              assertThat(file.all(Keyword.ENTRYPOINT))
                  .hasSizeLessThan(2)
                  .allMatch(ParsedInstruction::exec);
              List<String> command = file.command().orElseThrow();
              assertThat(command).isNotEmpty();
              assertThat(command.get(0).endsWith("sh") && !command.get(2).contains("exec "))
                  .isFalse();
            },
            spoilt("nothing-found", "CMD [", "CMD python main.py\n\nCMD ["),
            spoilt(
                "script-with-pinned-base",
                "CMD [\"python\", \"jobs/night shift.py\"]",
                "CMD python main.py"),
            spoilt(
                "script-with-pinned-base",
                "CMD [\"python\", \"jobs",
                "CMD [\"sh\", \"-c\", \"jobs")),
        of(
            36,
            "the server listens everywhere, on the port that EXPOSE and HEALTHCHECK name",
            Checklist::onePort,
            spoilt("flask-gunicorn-wheels", "EXPOSE 8000", "EXPOSE 8080"),
            spoilt("flask-gunicorn-wheels", "EXPOSE 8000", "EXPOSE 8000/TCP"),
            spoilt("flask-gunicorn-wheels", "0.0.0.0:8000", "127.0.0.1:8000"),
            spoilt("flask-gunicorn-wheels", "('127.0.0.1', 8000)", "('127.0.0.1', 8001)")),
        of(
            37,
            "gunicorn's workers report in memory, and their number is open; uvicorn has one process",
            file -> {
              List<String> command = file.command().orElseThrow();
              if (command.get(0).equals("gunicorn")) {
                assertThat(file.text()).contains("/dev/shm");
              }
              if (!file.name().matches(".*every.choice.made.*")) {
                assertThat(command).doesNotContain("--workers", "-w", "--reload");
              }
            },
            spoilt(
                "flask-gunicorn-wheels",
                "\"--worker-tmp-dir\", \"/dev/shm\"",
                "\"--workers\", \"4\"")),
        of(
            38,
            "the health check is bounded, needs no further package, and is there for servers alone",
            file -> {
              for (ParsedInstruction check : file.all(Keyword.HEALTHCHECK)) {
                assertThat(Stream.of("interval", "timeout", "start-period", "retries"))
                    .allMatch(flag -> check.flag(flag).isPresent());
                assertThat(check.arguments().get(1).value()).isEqualTo("python");
                assertThat(file.all(Keyword.EXPOSE)).isNotEmpty();
              }
            },
            spoilt("flask-gunicorn-wheels", " --retries=3", ""),
            spoilt("flask-gunicorn-wheels", "CMD [\"python\", \"-I\"", "CMD [\"curl\", \"-I\""),
            spoilt("flask-gunicorn-wheels", "EXPOSE 8000\n", "")),
        of(
            39,
            "a signal is named only for what does not end by the usual one",
            file -> {
              if (!file.all(Keyword.STOPSIGNAL).isEmpty()) {
                assertThat(file.command().orElseThrow().get(0))
                    .isNotIn("gunicorn", "uvicorn", "hypercorn", "daphne", "granian");
              }
            },
            spoilt("flask-gunicorn-wheels", "\nEXPOSE", "\nSTOPSIGNAL SIGINT\n\nEXPOSE")),
        of(
            40,
            "Django's database is not changed by starting, and no key of it is in the image",
            file -> {
              assertThat(String.join(" ", file.command().orElseThrow())).doesNotContain("migrate");
              assertThat(file.image(Keyword.ENV))
                  .noneMatch(one -> one.body().value().contains("SECRET_KEY"));
            },
            spoilt("django-development-server", "\"runserver\"", "\"migrate\""),
            spoilt(
                "django-on-alpine",
                "ENV PYTHONFAULTHANDLER=1",
                "ENV DJANGO_SECRET_KEY=1 PYTHONFAULTHANDLER=1")),
        of(
            41,
            "labels have values, and nobody is a MAINTAINER",
            file -> {
              assertThat(file.all(Keyword.MAINTAINER)).isEmpty();
              assertThat(
                      file.all(Keyword.LABEL).stream().flatMap(one -> one.assignments().stream()))
                  .allMatch(
                      one ->
                          one.value()
                              .filter(value -> !value.value().replace("\"", "").isBlank())
                              .isPresent());
            },
            spoilt("flask-gunicorn-wheels", "\nEXPOSE", "\nMAINTAINER me\n\nEXPOSE"),
            spoilt(
                "flask-gunicorn-wheels",
                "\nEXPOSE",
                "\nLABEL org.opencontainers.image.source=\"\"\n\nEXPOSE")),
        of(
            52,
            "a test stage is tried before the image and is not part of it",
            file -> {
              assertThat(file.imageStages())
                  .noneMatch(stage -> stage.name().equals(Optional.of("test")));
              if (file.name().startsWith("pattern-test")) {
                assertThat(file.parsed().stage("test")).isPresent();
                assertThat(file.image(Keyword.COPY))
                    .anyMatch(one -> one.flag("from").equals(Optional.of("test")));
              }
            },
            spoilt("pattern-test-imports", "FROM assembled AS runtime", "FROM test AS runtime"),
            spoilt("pattern-test-imports", "COPY --from=test /tested /tested\n", "")));
  }

  private static void onePort(GoldenFile file) {
    if (file.all(Keyword.EXPOSE).isEmpty()) {
      assertThat(file.all(Keyword.HEALTHCHECK)).isEmpty();
      return;
    }
    String port = words(file.image(Keyword.EXPOSE).get(0));
    assertThat(port).matches("\\d+");
    String command = String.join(" ", file.command().orElseThrow());
    assertThat(command).doesNotContain("127.0.0.1", "localhost");
    String start =
        command + " " + file.image(Keyword.ENV).stream().map(one -> one.body().value()).toList();
    assertThat(start)
        .containsPattern("\\b" + port + "\\b")
        .containsPattern("0\\.0\\.0\\.0|PORT=|\\*:");
    for (ParsedInstruction check : file.all(Keyword.HEALTHCHECK)) {
      assertThat(words(check)).containsPattern("127\\.0\\.0\\.1(', |:)" + port + "\\b");
    }
  }

  private static List<ChecklistProperty> writing() {
    return List.of(
        of(
            42,
            "no variable that nobody set",
            file -> {
              assertThat(file.all(Keyword.ARG)).isEmpty();
              assertThat(
                      file.parsed().instructions().stream()
                          .filter(one -> !one.is(Keyword.RUN) && !one.exec()))
                  .noneMatch(
                      one ->
                          one.body()
                              .value()
                              .replace(":$PATH", "")
                              .matches("(?s).*\\$\\{?[A-Za-z].*"));
            },
            spoilt("flask-gunicorn-wheels", "WORKDIR /app", "WORKDIR $HOME_OF_IT"),
            spoilt(
                "flask-gunicorn-wheels",
                "COPY --from=builder /opt",
                "COPY --from=builder ${PLACE}")),
        of(
            43,
            "nothing names a machine",
            file -> {
              assertThat(file.text()).doesNotContainPattern(MACHINE);
              assertThat(file.all(Keyword.FROM)).allMatch(from -> from.flag("platform").isEmpty());
            },
            spoilt("flask-gunicorn-wheels", "FROM python", "FROM --platform=$BUILDPLATFORM python"),
            spoilt("flask-gunicorn-wheels", "requirements.txt ./", "tool-x86_64.whl ./")),
        of(
            44,
            "nothing that older builders do not know",
            file -> {
              assertThat(file.parsed().instructions()).allMatch(one -> one.heredocs().isEmpty());
              assertThat(
                      file.parsed().instructions().stream()
                          .flatMap(one -> one.flags().stream())
                          .map(flag -> flag.name()))
                  .doesNotContain(
                      "link",
                      "parents",
                      "exclude",
                      "start-interval",
                      "checksum",
                      "network",
                      "security");
              assertThat(
                      file.all(Keyword.RUN).stream()
                          .flatMap(one -> one.flags().stream())
                          .map(flag -> flag.value().orElse("")))
                  .noneMatch(value -> value.contains("env="));
            },
            spoilt("flask-gunicorn-wheels", "COPY --from=builder", "COPY --link --from=builder"),
            spoilt(
                "flask-gunicorn-wheels",
                "RUN python -m venv",
                "RUN <<EOF\ntrue\nEOF\nRUN python -m venv")),
        of(
            45,
            "upper-case instructions, LF, no empty or loose continuation, 100 columns, and no fault",
            file -> {
              assertThat(file.parsed().isFaulty()).isFalse();
              assertThat(file.parsed().instructions())
                  .allMatch(one -> one.name().value().matches("[A-Z]+"));
              assertThat(file.text())
                  .endsWith("\n")
                  .doesNotContain("\r", "\t", "\n\n\n", " \n", "\\\n\n");
              assertThat(file.text().lines())
                  .allMatch(line -> line.length() <= 100 || line.contains("sha256:"));
            },
            spoilt("flask-gunicorn-wheels", "WORKDIR", "workdir"),
            spoilt("flask-gunicorn-wheels", "USER 10001:10001\n", "USER 10001:10001 \n"),
            spoilt("psycopg2-from-source", "      libmagic1 \\\n", "      libmagic1 \\\n\n")),
        of(
            46,
            "a comment above each stage begins with its name, and above each RUN says why",
            file -> {
              assertThat(file.stages())
                  .allMatch(
                      stage ->
                          stage.from().comments().stream()
                              .anyMatch(
                                  line ->
                                      line.strip().startsWith(stage.name().orElseThrow() + " ")));
              assertThat(file.all(Keyword.RUN)).allMatch(run -> !comment(run).isBlank());
            },
            spoilt("flask-gunicorn-wheels", "# runtime is", "# This is"),
            spoilt("flask-gunicorn-wheels", "# An unprivileged account for the application\n", "")),
        of(
            47,
            "no date, time or random name",
            file ->
                assertThat(file.text())
                    .doesNotContainPattern(
                        "20\\d\\d-\\d\\d-\\d\\d|\\d\\d:\\d\\d:\\d\\d|[0-9a-f]{8}-[0-9a-f]{4}"),
            spoilt(
                "flask-gunicorn-wheels",
                "# Written by wheelbase",
                "# Written on 2026-11-21 by wheelbase")));
  }
}
