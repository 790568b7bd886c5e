package wheelbase.cli;

import picocli.CommandLine.Command;

/** wheelbase without a command: says what there is. */
@Command(
    name = "wheelbase",
    description = {
      "Which base image does a Python project need, and what must be in it?",
      "Reads its requirements, resolves them as pip would for each platform, and sees",
      "which packages have a wheel there and which system libraries they need.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wheelbase check                    slim or alpine? in one screen",
      "  wheelbase wheels --python 3.13     every package on every target",
      "  wheelbase why lxml                 one package, all about it",
      "  wheelbase generate                 Dockerfile and .dockerignore",
      "",
      "Exit codes: 0 done; 1 done, and a --fail-on condition holds; 2 wrong usage;",
      "  3 the requirements cannot be read or resolved; 4 the index cannot be reached;",
      "  70 a bug in wheelbase; 130 interrupted."
    })
final class RootCommand {}
