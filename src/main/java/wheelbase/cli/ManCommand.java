package wheelbase.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wheelbase.cli.shell.ManualPage;

/** The manual page, for a reader or a package to install. */
@Command(
    name = "man",
    description = "The manual page, in roff.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wheelbase man | man -l -",
      "  wheelbase man >/usr/local/share/man/man1/wheelbase.1"
    })
final class ManCommand implements Runnable {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  private boolean help;

  ManCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    Streams streams = surroundings.streams();
    streams.print(
        ManualPage.of(
            spec.root(),
            RootCommand.ManifestVersion.line(),
            day(),
            ManualLists.ENVIRONMENT,
            ManualLists.FILES));
    if (streams.outIsTerminal()) {
      streams.tell("\nhint: to read it, wheelbase man | man -l -\n");
    }
  }

  /** Today, or the day that whoever builds a package fixes (reproducible-builds.org). */
  private LocalDate day() {
    String fixed = surroundings.environment().getOrDefault("SOURCE_DATE_EPOCH", "");
    Instant instant =
        fixed.matches("[0-9]{1,11}")
            ? Instant.ofEpochSecond(Long.parseLong(fixed))
            : surroundings.clock().instant();
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
