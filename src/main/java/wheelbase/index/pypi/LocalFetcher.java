package wheelbase.index.pypi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import wheelbase.index.IndexException;

/**
 * Reads {@code file:} addresses and answers as an index server would: with the type that the name
 * tells, with parts where parts are asked for, with 404 for what is not there. A directory stands
 * for its {@code index.html}, as in pip.
 */
final class LocalFetcher implements Fetcher {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

  static boolean isLocal(String url) {
    return url.regionMatches(true, 0, "file:", 0, "file:".length());
  }

  /** The path of a {@code file:} address. */
  static Path path(String url) {
    PageUrl parts = PageUrl.parse(url);
    return Path.of(PageUrl.unquote(parts.path()));
  }

  /** The {@code file:} address of a path; a directory's ends in a slash. */
  static String url(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    String url = new PageUrl("file", "", absolute.toString(), null, null).quoted().toString();
    return Files.isDirectory(absolute) && !url.endsWith("/") ? url + "/" : url;
  }

  static boolean isHtml(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return lower.endsWith(".html") || lower.endsWith(".htm");
  }

  @Override
  public <T> CompletableFuture<T> fetch(
      String url, Map<String, String> headers, AnswerReader<T> reader) {
    try {
      return CompletableFuture.completedFuture(read(url, headers, reader));
    } catch (IOException | IllegalArgumentException unreadable) {
      return CompletableFuture.failedFuture(
          new IndexException("`" + url + "` cannot be read: " + unreadable.getMessage()));
    } catch (IndexException unusable) {
      return CompletableFuture.failedFuture(unusable);
    }
  }

  private static <T> T read(String url, Map<String, String> headers, AnswerReader<T> reader)
      throws IOException {
    String address = url;
    Path path = path(url);
    if (Files.isDirectory(path)) {
      path = path.resolve("index.html");
      address = url(path);
    }
    if (!Files.isRegularFile(path)) {
      return reader.read(new HttpAnswer(404, address, Headers.of()), InputStream.nullInputStream());
    }
    Matcher range = RANGE.matcher(headers.getOrDefault("Range", ""));
    try (FileChannel channel = FileChannel.open(path)) {
      long size = channel.size();
      if (!range.matches()) {
        Headers told =
            Headers.of(
                "Content-Type",
                isHtml(path.toString()) ? "text/html" : "application/octet-stream",
                "Content-Length",
                Long.toString(size));
        return reader.read(
            new HttpAnswer(200, address, told), Channels.newInputStream(channel.position(0)));
      }
      long last = range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
      long from =
          range.group(1).isEmpty() ? Math.max(0, size - last) : Long.parseLong(range.group(1));
      long to = range.group(1).isEmpty() ? size : Math.min(size, last + 1);
      byte[] part =
          Channels.newInputStream(channel.position(from))
              .readNBytes((int) Math.min(Integer.MAX_VALUE - 8, Math.max(0, to - from)));
      Headers told = Headers.of("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + size);
      return reader.read(new HttpAnswer(206, address, told), new ByteArrayInputStream(part));
    }
  }
}
