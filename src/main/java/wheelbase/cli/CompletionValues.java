package wheelbase.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.Distroless;
import wheelbase.dockerfile.BuilderKind;
import wheelbase.dockerfile.Installer;
import wheelbase.dockerfile.Layout;
import wheelbase.platform.Architecture;

/**
 * The values that a shell offers for options whose values this program knows. picocli makes one of
 * each in every run, so nothing is read before it is asked for.
 */
final class CompletionValues {
  private CompletionValues() {}

  /** Of {@code --python}: the series, not their patch releases. */
  static final class Pythons implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalogue.shipped().seriesList().iterator();
    }
  }

  /** Of {@code --arch}. */
  static final class Architectures implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Architecture.values()).map(Architecture::engineName).iterator();
    }
  }

  /** Of {@code --base}. */
  static final class Bases implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(
              Stream.of("auto"),
              Catalogue.shipped().variants().stream(),
              Stream.of(Distroless.VARIANT))
          .flatMap(words -> words)
          .iterator();
    }
  }

  /** Of {@code --layout}. */
  static final class Layouts implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Layout.values()).map(Layout::id).iterator();
    }
  }

  /** Of {@code --installer}. */
  static final class Installers implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Installer.values()).map(Installer::id).iterator();
    }
  }

  /** Of {@code --builder}. */
  static final class Builders implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(BuilderKind.values()).map(BuilderKind::id).iterator();
    }
  }

  /** Of {@code --format}. */
  static final class AuditFormats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(AuditCommand.Format.values())
          .map(each -> each.name().toLowerCase(Locale.ROOT))
          .iterator();
    }
  }

  /** Of {@code --keyring-provider}. */
  static final class KeyringProviders implements Iterable<String> {
    static final List<String> VALUES = List.of("auto", "disabled", "import", "subprocess");

    @Override
    public Iterator<String> iterator() {
      return VALUES.iterator();
    }
  }
}
