package wheelbase.cli;

import java.util.List;
import wheelbase.cli.shell.Definition;

/** What the manual page lists beside commands, options and exit codes. */
final class ManualLists {
  /** Each variable that the program or its launcher looks at. */
  static final List<Definition> ENVIRONMENT =
      List.of(
          new Definition("NO_COLOR", "No colours. --color goes before it."),
          new Definition(
              "FORCE_COLOR, CLICOLOR_FORCE",
              "Colours even where no terminal is. --color and NO_COLOR go before them."),
          new Definition(
              "TERM, COLORTERM",
              "How many colours the terminal has; with TERM=dumb, or without it, none are"
                  + " written."),
          new Definition("COLUMNS", "How wide texts are, from 40 to 160. Default: 80."),
          new Definition(
              "LC_ALL, LC_CTYPE, LANG",
              "Signs outside ASCII are written where the first of them that is set names UTF-8."),
          new Definition(
              "PIP_INDEX_URL, PIP_EXTRA_INDEX_URL, PIP_NO_INDEX, PIP_FIND_LINKS, PIP_TRUSTED_HOST,"
                  + " PIP_KEYRING_PROVIDER, PIP_NO_INPUT, PIP_CONSTRAINT, PIP_...",
              "As for pip: any of its options that bears on what is installed. The command line"
                  + " goes before them."),
          new Definition(
              "PIP_CONFIG_FILE", "A configuration file of pip; with /dev/null none is read."),
          new Definition(
              "WHEELBASE_INDEX_USERNAME, WHEELBASE_INDEX_PASSWORD",
              "The login at each index but the public one, where its URL holds none."),
          new Definition("NETRC", "Where logins are kept. Default: ~/.netrc."),
          new Definition(
              "PATH",
              "Where the program keyring is looked for, which is asked for a login where an index"
                  + " refuses what is known, unless --keyring-provider says otherwise; where Docker's"
                  + " configuration says so, docker-credential-...; and docker, podman and buildah"
                  + " for verify."),
          new Definition(
              "DOCKER_CONFIG",
              "The directory of Docker's configuration, for logins at container registries."
                  + " Default: ~/.docker."),
          new Definition(
              "WHEELBASE_ENGINE_BUILD_ARGS, WHEELBASE_ENGINE_RUN_ARGS",
              "More options of the engine for verify, as a shell would split them; those of"
                  + " --engine-build-arg and --engine-run-arg come after them. What the engine"
                  + " itself reads (DOCKER_HOST, CONTAINERS_STORAGE_CONF, BUILDAH_ISOLATION) it"
                  + " is given."),
          new Definition(
              "HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY",
              "The proxy to go through, and the hosts to ask without it. In lower case they go"
                  + " before those in upper case."),
          new Definition(
              "XDG_CACHE_HOME", "The directory that holds the cache. Default: ~/.cache."),
          new Definition(
              "XDG_CONFIG_HOME, XDG_CONFIG_DIRS, VIRTUAL_ENV",
              "Where pip.conf is looked for, as pip does."),
          new Definition("HOME", "What ~ stands for on this page."),
          new Definition(
              "SOURCE_DATE_EPOCH", "The date on the manual page, in seconds since 1970."),
          new Definition("JAVA_HOME", "The Java to run on. Default: the java on the PATH."),
          new Definition("WHEELBASE_JAVA_OPTIONS", "More options for Java."));

  /** What is read or written without being named on the command line. */
  static final List<Definition> FILES =
      List.of(
          new Definition(
              "~/.cache/wheelbase",
              "What the index has answered. It may be deleted at any time; --cache-dir names"
                  + " another."),
          new Definition(
              "/etc/pip.conf, ~/.config/pip/pip.conf, ~/.pip/pip.conf",
              "The configuration of pip, which holds here too."),
          new Definition("~/.netrc", "Logins at servers."),
          new Definition(
              "~/.docker/config.json",
              "Logins at container registries; it is read where --digest or an image of one's own"
                  + " has a registry asked."));

  private ManualLists() {}
}
