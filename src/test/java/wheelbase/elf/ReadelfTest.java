package wheelbase.elf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import wheelbase.testing.Programs;

/** The reader and {@code readelf} of the binutils say the same of the files of this machine. */
class ReadelfTest {
  private static final int FILES = 120;
  private static final Pattern ENTRY =
      Pattern.compile("\\((NEEDED|SONAME|RPATH|RUNPATH)\\)[^\\[]*\\[([^\\]]*)\\]");
  private static final Pattern LIBRARY = Pattern.compile("Version: 1 +File: (\\S+) +Cnt: \\d+");
  private static final Pattern VERSION = Pattern.compile("Name: (\\S+) +Flags: [^V]*Version: \\d+");
  private static final Pattern DEFINITION = Pattern.compile("Cnt: \\d+ +Name: (\\S+)");

  @Test
  void agrees() throws IOException, InterruptedException {
    List<Path> files = sharedObjects();
    Programs.need("readelf");
    Assumptions.assumeFalse(files.isEmpty(), "no shared objects here");
    List<String> differences = new ArrayList<>();
    for (Path path : files) {
      try (FileChannel channel = FileChannel.open(path)) {
        String read = words(ElfReader.read(ByteSource.of(channel)));
        String told = words(readelf(path));
        if (!read.equals(told)) {
          differences.add(path + "\n  read " + read + "\n  told " + told);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private static List<Path> sharedObjects() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String directory : List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu")) {
      if (Files.isDirectory(Path.of(directory))) {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
          files
              .filter(path -> path.getFileName().toString().contains(".so"))
              .filter(path -> Files.isRegularFile(path) && !Files.isSymbolicLink(path))
              .sorted()
              .limit(FILES)
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  private static String words(ElfReading reading) {
    if (!(reading instanceof ElfFile file)) {
      return "unreadable";
    }
    Set<String> versions = new TreeSet<>();
    file.versionNeeds().forEach(need -> versions.add(need.library() + " " + need.version()));
    return file.needed()
        + " "
        + file.soname().orElse("")
        + " "
        + file.rpath()
        + file.runpath()
        + versions
        + file.versionDefinitions();
  }

  private static String words(String told) {
    if (!told.contains("Dynamic section at")) {
      return told.contains("There is no dynamic section") ? "[] " + " [][][][]" : "unreadable";
    }
    List<String> needed = new ArrayList<>();
    String soname = "";
    List<String> rpath = new ArrayList<>();
    List<String> runpath = new ArrayList<>();
    Set<String> versions = new TreeSet<>();
    Set<String> definitions = new TreeSet<>();
    String library = "";
    for (String line : told.lines().toList()) {
      Matcher entry = ENTRY.matcher(line);
      Matcher file = LIBRARY.matcher(line);
      Matcher version = VERSION.matcher(line);
      Matcher definition = DEFINITION.matcher(line);
      if (entry.find()) {
        switch (entry.group(1)) {
          case "NEEDED" -> needed.add(entry.group(2));
          case "SONAME" -> soname = entry.group(2);
          case "RPATH" -> rpath.addAll(List.of(entry.group(2).split(":")));
          default -> runpath.addAll(List.of(entry.group(2).split(":")));
        }
      } else if (file.find()) {
        library = file.group(1);
      } else if (definition.find()) {
        definitions.add(definition.group(1));
      } else if (version.find() && !line.contains("WEAK")) {
        versions.add(library + " " + version.group(1));
      }
    }
    return needed + " " + soname + " " + rpath + runpath + versions + definitions;
  }

  private static String readelf(Path path) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("readelf", "-W", "-d", "-V", path.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return told;
  }
}
