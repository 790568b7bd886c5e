package wheelbase.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wheelbase.dockerfile.syntax.ParsedInstruction;
import wheelbase.dockerfile.syntax.Word;
import wheelbase.pep508.PackageName;
import wheelbase.requirements.Selection;

/**
 * A command that installs Python packages, or makes wheels of them.
 *
 * @param run the instruction
 * @param call the command in it
 * @param tool who installs
 * @param requirementsFiles what {@code -r} names
 * @param packages requirements that are written on the command line
 * @param projects directories that are installed: {@code .}
 * @param optional the extras and dependency groups of the project that it asks for
 * @param subcommand the word {@code install}, {@code wheel}, {@code sync}
 */
record PipInstall(
    ParsedInstruction run,
    ShellCall call,
    Tool tool,
    List<Word> requirementsFiles,
    List<Word> packages,
    List<Word> projects,
    Selection optional,
    Word subcommand) {
  /** Whose command line it is. */
  enum Tool {
    PIP,
    UV_PIP,
    /** uv, Poetry, Pipenv and PDM with a lock file of their own. */
    PROJECT_TOOL
  }

  private static final Set<String> WITH_VALUE =
      Set.of(
          "-i",
          "--index-url",
          "--extra-index-url",
          "-f",
          "--find-links",
          "--trusted-host",
          "-t",
          "--target",
          "--prefix",
          "--root",
          "--python",
          "-p",
          "--platform",
          "--python-version",
          "-c",
          "--constraint",
          "--group",
          "--no-binary",
          "--only-binary",
          "--cache-dir",
          "-w",
          "--wheel-dir",
          "-d",
          "--dest",
          "--progress-bar",
          "--timeout",
          "--retries",
          "--proxy",
          "--cert",
          "--src",
          "--upgrade-strategy",
          "--global-option",
          "--config-settings",
          "-C",
          "--log",
          "--exists-action",
          "--default-timeout",
          "--index-strategy");
  private static final Set<String> OF_ITS_OWN =
      Set.of("pip", "setuptools", "wheel", "uv", "poetry", "pipenv", "build", "pip-tools");

  private static final Set<String> EXTRAS = Set.of("--extra", "--extras", "-E");
  private static final Set<String> GROUPS = Set.of("--group", "--with");

  PipInstall {
    requirementsFiles = List.copyOf(requirementsFiles);
    packages = List.copyOf(packages);
    projects = List.copyOf(projects);
  }

  static Optional<PipInstall> of(ParsedInstruction run, ShellCall call) {
    List<Word> words = call.words();
    String program = call.program();
    if (program.matches("pip(3(\\.\\d+)?)?")) {
      return pip(run, call, Tool.PIP, 1);
    }
    if (program.matches("python(3(\\.\\d+)?)?") && words.size() > 2 && call.has("-m")) {
      int module = index(words, "-m") + 1;
      return module < words.size() && words.get(module).value().equals("pip")
          ? pip(run, call, Tool.PIP, module + 1)
          : Optional.empty();
    }
    if (program.equals("uv") && words.size() > 1 && words.get(1).value().equals("pip")) {
      return pip(run, call, Tool.UV_PIP, 2);
    }
    return words.stream()
        .skip(1)
        .filter(word -> isProjectTool(program, word.value()))
        .findFirst()
        .map(
            word ->
                new PipInstall(
                    run,
                    call,
                    Tool.PROJECT_TOOL,
                    List.of(),
                    List.of(),
                    List.of(),
                    optional(call),
                    word));
  }

  private static boolean isProjectTool(String program, String word) {
    return program.equals("uv") && word.equals("sync")
        || program.equals("pdm") && (word.equals("install") || word.equals("sync"))
        || (program.equals("poetry") || program.equals("pipenv"))
            && (word.equals("install") || word.equals("sync"));
  }

  private static Optional<PipInstall> pip(
      ParsedInstruction run, ShellCall call, Tool tool, int from) {
    List<Word> words = call.words();
    List<Word> files = new ArrayList<>();
    List<Word> packages = new ArrayList<>();
    List<Word> projects = new ArrayList<>();
    Optional<Word> subcommand = Optional.empty();
    for (int index = from; index < words.size(); index++) {
      Word word = words.get(index);
      String value = word.value();
      boolean more = index + 1 < words.size();
      if ((value.equals("-r") || value.equals("--requirement") || value.equals("--requirements"))
          && more) {
        files.add(words.get(++index));
      } else if (value.startsWith("--requirement=")) {
        files.add(new Word(value.substring(14), word.extent()));
      } else if (value.startsWith("-r") && value.length() > 2) {
        files.add(new Word(value.substring(2), word.extent()));
      } else if ((value.equals("-e") || value.equals("--editable")) && more) {
        projects.add(words.get(++index));
      } else if (WITH_VALUE.contains(value)) {
        index++;
      } else if (value.startsWith("-")) {
        continue;
      } else if (subcommand.isEmpty()) {
        subcommand = Optional.of(word);
      } else if (isPath(value)) {
        projects.add(word);
      } else {
        packages.add(word);
      }
    }
    Set<String> installing = Set.of("install", "wheel", "download", "sync");
    return subcommand
        .filter(name -> installing.contains(name.value()))
        .map(
            name ->
                name.value().equals("sync")
                    ? new PipInstall(
                        run,
                        call,
                        tool,
                        filesOf(packages, projects),
                        List.of(),
                        List.of(),
                        Selection.NONE,
                        name)
                    : new PipInstall(
                        run, call, tool, files, packages, projects, optional(call), name));
  }

  /** {@code pip install --group}, {@code uv sync --extra}, {@code poetry install --with}. */
  private static Selection optional(ShellCall call) {
    return Selection.of(
        values(call, EXTRAS).filter(PackageName::isValid).toList(),
        values(call, GROUPS).filter(PackageName::isValid).toList());
  }

  /** What follows these options: names between commas or spaces. */
  private static Stream<String> values(ShellCall call, Set<String> options) {
    List<String> words = call.words().stream().map(Word::value).toList();
    return IntStream.range(0, words.size())
        .boxed()
        .flatMap(
            index -> {
              String[] word = words.get(index).split("=", 2);
              return !options.contains(word[0])
                  ? Stream.empty()
                  : word.length == 2
                      ? Stream.of(word[1])
                      : words.stream().skip(index + 1L).limit(1);
            })
        .flatMap(value -> Stream.of(value.split("[,\\s]+")));
  }

  /** {@code uv pip sync FILE}. */
  private static List<Word> filesOf(List<Word> packages, List<Word> projects) {
    List<Word> files = new ArrayList<>(packages);
    files.addAll(projects);
    return files;
  }

  private static boolean isPath(String value) {
    return value.startsWith(".")
        || value.startsWith("/")
        || value.contains("/") && !value.contains("@");
  }

  private static int index(List<Word> words, String value) {
    for (int index = 0; index < words.size(); index++) {
      if (words.get(index).value().equals(value)) {
        return index;
      }
    }
    return -1;
  }

  /** Whether it installs what the project needs, not pip or another installer alone. */
  boolean bringsPackages() {
    return tool == Tool.PROJECT_TOOL
        || !requirementsFiles.isEmpty()
        || !projects.isEmpty()
        || !optional.isEmpty()
        || packages.stream().anyMatch(word -> !isInstaller(word.value()));
  }

  /** Whether a requirement asks for pip or another installer. */
  static boolean isInstaller(String requirement) {
    return OF_ITS_OWN.contains(requirement.replaceFirst("[=<>!~\\[].*", ""));
  }

  /** Whether it builds wheels or looks for them, and installs nothing. */
  boolean onlyFetches() {
    return subcommand.value().equals("wheel") || subcommand.value().equals("download");
  }
}
