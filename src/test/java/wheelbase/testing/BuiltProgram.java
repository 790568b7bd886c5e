package wheelbase.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * The program as a user has it after building, made of the classes under test: the real launcher
 * beside a jar and its archive of classes. Maven would make the jar after the tests only.
 */
public final class BuiltProgram {
  private static final Path HOME = Path.of("target", "terminal").toAbsolutePath();
  private static final Path SCRIPTS = Path.of("scripts");

  private static Path launcher;

  private BuiltProgram() {}

  /** The launcher, ready to run. */
  public static synchronized Path launcher() throws IOException, InterruptedException {
    if (launcher == null) {
      copy("wheelbase");
      copy("lib/java.sh");
      copy("lib/build.sh");
      keep(HOME.resolve("target/wheelbase.jar"), jar());
      keep(HOME.resolve("target/launcher.stamp"), new byte[0]);
      launcher = HOME.resolve("scripts/wheelbase");
      archiveClasses();
    }
    return launcher;
  }

  /** The first run makes the archive; a terminal should not have to wait for it. */
  private static void archiveClasses() throws IOException, InterruptedException {
    Path log = HOME.resolve("target/first-run.log");
    ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "--version");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }

  private static void copy(String script) throws IOException {
    Path copy = HOME.resolve("scripts").resolve(script);
    Files.createDirectories(copy.getParent());
    Files.copy(
        SCRIPTS.resolve(script),
        copy,
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** A file that is the same stays as old as it is, and its archive of classes with it. */
  private static void keep(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
      Files.write(file, content);
    }
  }

  private static byte[] jar() throws IOException {
    List<Path> paths =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    Path classes =
        paths.stream().filter(path -> path.endsWith("target/classes")).findFirst().orElseThrow();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            paths.stream()
                .filter(path -> path.toString().endsWith(".jar"))
                .map(path -> path.toUri().toString())
                .collect(Collectors.joining(" ")));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes);
        Stream<Path> files = Files.walk(classes)) {
      jar.setLevel(Deflater.BEST_SPEED);
      JarEntry first = new JarEntry("META-INF/MANIFEST.MF");
      first.setTime(0);
      jar.putNextEntry(first);
      manifest.write(jar);
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> add(jar, classes.relativize(file), file));
    }
    return bytes.toByteArray();
  }

  private static void add(JarOutputStream jar, Path name, Path file) {
    try {
      JarEntry entry = new JarEntry(name.toString());
      entry.setTime(0);
      jar.putNextEntry(entry);
      Files.copy(file, jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
