package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One instruction of a stage, as values; each case knows how it is spelt. */
public sealed interface Instruction {
  /** The instruction as lines of a Dockerfile, every value quoted for where it stands. */
  List<String> lines();

  /** Commands that run one after the other while each succeeds. */
  record Run(List<Mount> mounts, List<ShellCommand> commands) implements Instruction {
    public Run {
      mounts = List.copyOf(mounts);
      commands = List.copyOf(commands);
    }

    public static Run of(ShellCommand... commands) {
      return new Run(List.of(), List.of(commands));
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      mounts.forEach(mount -> lines.add("    " + mount.flag()));
      String joint = "    ";
      for (ShellCommand command : commands) {
        for (String line : command.lines(Lines.WIDTH - 8)) {
          lines.add(joint + line);
          joint = "    ";
        }
        joint = " && ";
      }
      lines.set(0, "RUN " + lines.get(0).strip());
      return Lines.continued(lines);
    }
  }

  /**
   * Asks the loader what each library and program of a directory is linked to. Fails with the names
   * of what is neither in the image, nor in the directory. Somewhere in the directory is enough:
   * wheels load their own libraries before those that are linked to them.
   *
   * @param image what the image begins with; empty where this stage has the same
   * @param packed whether wheels are in the directory, which are unpacked beside it to be looked
   *     into
   * @param musl whether the loader is musl's, which tells of what it does not find in a sentence;
   *     glibc's writes {@code NAME => not found}
   * @param unchecked patterns of paths below {@code site-packages} that are passed over
   */
  record CheckLinks(
      Optional<Mount.Files> image,
      String directory,
      boolean packed,
      boolean musl,
      List<String> unchecked)
      implements Instruction {
    private static final String UNPACK =
        "    find PACKED -name '*.whl' -exec python -m zipfile -e {} DIRECTORY ';'\n";

    private static final String PROGRAM =
        """
        find IMAGE/lib/ IMAGE/usr DIRECTORY -name '*.so*' > /tmp/libraries
         && find DIRECTORY -type f '(' -name '*.so*' -o -path '*/bin/*' ')'
              UNCHECKED -print -exec ldd {} ';' > /tmp/linked 2>&1
         && awk 'FNR == NR { sub(".*/", ""); found[$0]; next }
              /^\\// { file = $0 }
              /^Error loading shared/ { $1 = $5; sub(":", "", $1); $2 = "=>"; $3 = "" }
              $2 == "=>" && $3 !~ "^DIRECTORY/" && !($1 in found) {
                print $1 " is missing in the image, install its package there: wanted by " file;
                failed = 1 }
              END { exit failed }' /tmp/libraries /tmp/linked
        """;

    public CheckLinks {
      unchecked = List.copyOf(unchecked);
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      image.ifPresent(mount -> lines.add("    " + mount.flag()));
      (packed ? UNPACK + " && " + PROGRAM : "    " + PROGRAM)
          .replace("PACKED", directory)
          .replace("IMAGE", image.map(Mount.Files::directory).orElse(""))
          .replace("DIRECTORY", packed ? "/tmp" + directory : directory)
          .lines()
          .filter(line -> musl || !line.contains("Error loading"))
          .forEach(line -> lines.addAll(passingOver(line)));
      lines.set(0, "RUN " + lines.get(0).strip());
      return Lines.continued(lines);
    }

    private List<String> passingOver(String line) {
      if (!line.contains("UNCHECKED")) {
        return List.of(line);
      }
      String indent = "      ";
      List<String> lines = new ArrayList<>();
      unchecked.forEach(pattern -> lines.add(indent + "! -path '*/" + pattern + "'"));
      lines.add(line.replace("UNCHECKED ", ""));
      return lines;
    }
  }

  /**
   * A Python program as a step of the build, without a shell.
   *
   * @param program as in {@link HealthCheck}
   * @param arguments from {@code sys.argv[1]} on
   */
  record RunPython(List<String> program, List<String> arguments) implements Instruction {
    public RunPython {
      program = plainProgram(program);
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>(List.of("RUN [\"python\", \"-c\","));
      lines.addAll(endOfProgram(program, arguments));
      return Lines.continued(lines);
    }
  }

  /**
   * Files of the build context, or of another stage.
   *
   * @param stage where they come from; empty for the build context
   * @param target a directory ends in {@code /}
   */
  record Copy(Optional<String> stage, List<String> sources, String target) implements Instruction {
    public Copy {
      sources = List.copyOf(sources);
    }

    @Override
    public List<String> lines() {
      List<String> words = new ArrayList<>();
      words.add("COPY" + stage.map(name -> " --from=" + name).orElse(""));
      List<String> paths = sources.stream().map(Quoting::sourcePattern).toList();
      if (Quoting.isPlainPath(target)) {
        words.addAll(paths);
        words.add(target);
      } else {
        words.addAll(
            array(Stream.concat(paths.stream(), Stream.of(Quoting.target(target))).toList()));
      }
      return Lines.continued(Lines.fill(words, Lines.WIDTH - 2, "    "));
    }
  }

  /** Variables for all that follows. */
  record Environment(SortedMap<String, String> variables) implements Instruction {
    public Environment {
      variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }

    public static Environment of(Map<String, String> variables) {
      return new Environment(new TreeMap<>(variables));
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      variables.forEach(
          (name, value) ->
              lines.add(
                  (lines.isEmpty() ? "ENV " : "    ")
                      + name
                      + "="
                      + Quoting.environmentValue(value)));
      return Lines.continued(lines);
    }
  }

  /** A directory whose programs are found before all others. */
  record SearchPath(String directory) implements Instruction {
    @Override
    public List<String> lines() {
      return List.of("ENV PATH=" + directory + ":$PATH");
    }
  }

  record WorkingDirectory(String path) implements Instruction {
    @Override
    public List<String> lines() {
      return List.of("WORKDIR " + path);
    }
  }

  record User(int user, int group) implements Instruction {
    @Override
    public List<String> lines() {
      return List.of("USER " + user + ":" + group);
    }
  }

  record Expose(int port) implements Instruction {
    @Override
    public List<String> lines() {
      return List.of("EXPOSE " + port);
    }
  }

  /**
   * A Python program that ends with 0 while the container does its work. Isolated ({@code -I}), so
   * that a module of the application called {@code socket} is not taken for Python's.
   *
   * @param program statements without quotation marks and backslashes; each stands on its own line,
   *     which the builder joins again before it reads the JSON
   * @param arguments from {@code sys.argv[1]} on
   */
  record HealthCheck(List<String> program, List<String> arguments) implements Instruction {
    public HealthCheck {
      program = plainProgram(program);
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add("HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3");
      lines.add("    CMD [\"python\", \"-I\", \"-c\",");
      lines.addAll(endOfProgram(program, arguments));
      return Lines.continued(lines);
    }
  }

  record StopSignal(String signal) implements Instruction {
    @Override
    public List<String> lines() {
      return List.of("STOPSIGNAL " + signal);
    }
  }

  /** Nothing is put before the command, whatever the base image has there. */
  record NoEntrypoint() implements Instruction {
    @Override
    public List<String> lines() {
      return List.of("ENTRYPOINT []");
    }
  }

  /** What the container runs, without a shell. */
  record Command(List<String> words) implements Instruction {
    public Command {
      words = List.copyOf(words);
    }

    @Override
    public List<String> lines() {
      return Lines.continued(execForm("CMD", words));
    }
  }

  private static List<String> plainProgram(List<String> program) {
    if (program.isEmpty() || String.join("", program).matches("(?s).*[\"\\\\\n].*")) {
      throw new IllegalArgumentException("not a plain program: " + program);
    }
    return List.copyOf(program);
  }

  /** The end of a JSON array that begins with Python and its options. */
  private static List<String> endOfProgram(List<String> program, List<String> arguments) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < program.size(); i++) {
      String end = i < program.size() - 1 ? ";" : "\"" + (arguments.isEmpty() ? "]" : ",");
      lines.add((i == 0 ? "         \"" : "          ") + program.get(i) + end);
    }
    if (!arguments.isEmpty()) {
      List<String> words = new ArrayList<>(Quoting.jsonElements(arguments));
      for (int i = 0; i < words.size(); i++) {
        words.set(i, words.get(i) + (i < words.size() - 1 ? "," : "]"));
      }
      Lines.fill(words, Lines.WIDTH - 12, "").forEach(line -> lines.add("         " + line));
    }
    return lines;
  }

  private static List<String> execForm(String keyword, List<String> words) {
    List<String> line = new ArrayList<>(List.of(keyword));
    line.addAll(array(words));
    return Lines.fill(line, Lines.WIDTH - 2, " ".repeat(keyword.length() + 2));
  }

  /** The pieces of a JSON array, to be joined by spaces. */
  private static List<String> array(List<String> words) {
    List<String> elements = new ArrayList<>(Quoting.jsonElements(words));
    int last = elements.size() - 1;
    for (int i = 0; i < last; i++) {
      elements.set(i, elements.get(i) + ",");
    }
    elements.set(0, "[" + elements.get(0));
    elements.set(last, elements.get(last) + "]");
    return elements;
  }
}
