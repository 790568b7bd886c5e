package wheelbase.index.pypi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import wheelbase.index.WheelContents;

/** Looks into a wheel on a server: what lies in it, and its METADATA. */
final class WheelReader {
  private static final int METADATA_LIMIT = 8 * 1024 * 1024;
  private static final long WHOLE_LIMIT = 400L * 1024 * 1024;

  private final RemoteZip wheel;

  WheelReader(Fetcher fetcher, String url) {
    this.wheel = new RemoteZip(fetcher, "wheel", url);
  }

  /**
   * What is known of a wheel.
   *
   * @param contents empty where METADATA was wanted and could be had without them
   * @param metadata the text of METADATA, where it was wanted or came along
   */
  record Look(Optional<WheelContents> contents, Optional<String> metadata) {}

  /**
   * @param wantMetadata whether METADATA is to be read, too
   */
  CompletableFuture<Look> look(boolean wantMetadata) {
    return wheel
        .open(entry -> wantMetadata && WheelSummary.isMetadata(entry.name()), this::readWhole)
        .thenCompose(
            opened ->
                opened
                    .whole()
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> lookInto(opened.directory().orElseThrow(), wantMetadata)));
  }

  private static CompletableFuture<Look> lookInto(
      RemoteZip.Directory directory, boolean wantMetadata) {
    Optional<WheelContents> contents =
        directory.isComplete() ? Optional.of(contents(directory)) : Optional.empty();
    Optional<ZipDirectory.Entry> metadata =
        directory.entries().stream()
            .filter(entry -> wantMetadata && WheelSummary.isMetadata(entry.name()))
            .findFirst();
    if (metadata.isEmpty()) {
      return CompletableFuture.completedFuture(new Look(contents, Optional.empty()));
    }
    return directory
        .content(metadata.get())
        .thenApply(
            bytes -> new Look(contents, Optional.of(new String(bytes, StandardCharsets.UTF_8))));
  }

  private static WheelContents contents(RemoteZip.Directory directory) {
    WheelSummary summary = new WheelSummary();
    directory.entries().forEach(entry -> summary.add(entry.name(), entry.size()));
    return summary.contents(OptionalLong.of(directory.fileSize()));
  }

  private Look readWhole(InputStream body, OptionalLong size) throws IOException {
    if (size.orElse(0) > WHOLE_LIMIT) {
      throw wheel.unusable("the server sends no parts, and the whole is too big");
    }
    WheelSummary summary = new WheelSummary();
    Optional<String> metadata = Optional.empty();
    try (ZipInputStream members = new ZipInputStream(new BoundedStream(body, WHOLE_LIMIT))) {
      for (ZipEntry entry = members.getNextEntry(); entry != null; entry = members.getNextEntry()) {
        if (WheelSummary.isMetadata(entry.getName()) && metadata.isEmpty()) {
          byte[] bytes = members.readNBytes(METADATA_LIMIT);
          summary.add(entry.getName(), bytes.length);
          metadata = Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } else {
          summary.add(entry.getName(), members.transferTo(OutputStream.nullOutputStream()));
        }
      }
    } catch (ZipException damaged) {
      throw wheel.unusable(damaged.getMessage());
    }
    return new Look(Optional.of(summary.contents(size)), metadata);
  }
}
