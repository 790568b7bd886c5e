package wheelbase.syslibs;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The rules that come with the program, in its jar, or in a directory while it is developed. They
 * are read past the class loader, which takes twice as long to find a file as the archive itself.
 */
sealed interface ShippedFiles {
  String ROOT = "rules-db/";

  /**
   * @param path {@code packages/lxml.json}
   * @return empty where there is no such file
   */
  Optional<byte[]> read(String path) throws IOException;

  boolean exists(String path);

  /** The names of the files in a folder, in no particular order. */
  List<String> namesIn(String folder) throws IOException;

  static ShippedFiles here() {
    return Holder.HERE;
  }

  private static ShippedFiles find() {
    URL known = ShippedFiles.class.getResource("/" + ROOT + "schema/package.schema.json");
    try {
      if (known.openConnection() instanceof JarURLConnection connection) {
        return new InJar(connection.getJarFile());
      }
      return new InDirectory(Path.of(known.toURI()).getParent().getParent());
    } catch (IOException | URISyntaxException failure) {
      throw new IllegalStateException("the shipped rules cannot be read", failure);
    }
  }

  /** Found when first asked for; the archive stays open as long as the program runs. */
  final class Holder {
    private static final ShippedFiles HERE = find();

    private Holder() {}
  }

  /** As they are installed. */
  record InJar(JarFile jar) implements ShippedFiles {
    @Override
    public Optional<byte[]> read(String path) throws IOException {
      ZipEntry entry = jar.getEntry(ROOT + path);
      if (entry == null) {
        return Optional.empty();
      }
      try (InputStream content = jar.getInputStream(entry)) {
        return Optional.of(content.readAllBytes());
      }
    }

    @Override
    public boolean exists(String path) {
      return jar.getEntry(ROOT + path) != null;
    }

    @Override
    public List<String> namesIn(String folder) {
      String prefix = ROOT + folder + "/";
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(prefix))
          .map(name -> name.substring(prefix.length()))
          .toList();
    }
  }

  /** As they lie in a checkout. */
  record InDirectory(Path root) implements ShippedFiles {
    @Override
    public Optional<byte[]> read(String path) throws IOException {
      Path file = root.resolve(path);
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public boolean exists(String path) {
      return Files.exists(root.resolve(path));
    }

    @Override
    public List<String> namesIn(String folder) throws IOException {
      try (Stream<Path> files = Files.list(root.resolve(folder))) {
        return files.map(file -> file.getFileName().toString()).toList();
      }
    }
  }
}
