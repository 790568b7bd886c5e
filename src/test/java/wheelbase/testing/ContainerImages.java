package wheelbase.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Images as tests draw them, as the JSON and the blobs that a registry holds. */
public final class ContainerImages {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

  /** By digest: what is pushed, configurations, layers and the manifests of each architecture. */
  private final Map<String, byte[]> blobs = new TreeMap<>();

  private final Map<String, byte[]> manifests = new LinkedHashMap<>();

  private byte[] index = new byte[0];

  private ContainerImages() {}

  /** One for amd64 and arm64, made as the official image of Python is. */
  public static ContainerImages of(Map<String, Object> run, List<String> history) {
    ContainerImages images = new ContainerImages();
    List<Map<String, Object>> entries =
        List.of(images.one("amd64", run, history), images.one("arm64", run, history));
    images.index = bytes(Map.of("schemaVersion", 2, "mediaType", INDEX, "manifests", entries));
    return images;
  }

  public static ContainerImages python() {
    return of(
        Map.of("Env", List.of("PATH=/usr/local/bin:/usr/bin", "PYTHON_VERSION=3.13.5")),
        List.of("# debian.sh --arch 'amd64' out/ 'trixie' '@1753056000'", "RUN make install"));
  }

  private Map<String, Object> one(
      String architecture, Map<String, Object> run, List<String> history) {
    byte[] layer = ("layer of " + architecture).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] configuration =
        bytes(
            Map.of(
                "architecture",
                architecture,
                "os",
                "linux",
                "config",
                run,
                "rootfs",
                Map.of("type", "layers", "diff_ids", List.of(digestOf(layer))),
                "history",
                history.stream().map(line -> Map.of("created_by", line)).toList()));
    blobs.put(digestOf(layer), layer);
    blobs.put(digestOf(configuration), configuration);
    byte[] manifest =
        bytes(
            Map.of(
                "schemaVersion",
                2,
                "mediaType",
                MANIFEST,
                "config",
                described("application/vnd.oci.image.config.v1+json", configuration),
                "layers",
                List.of(described("application/vnd.oci.image.layer.v1.tar+gzip", layer))));
    manifests.put(digestOf(manifest), manifest);
    Map<String, Object> entry = new TreeMap<>(described(MANIFEST, manifest));
    entry.put("platform", Map.of("os", "linux", "architecture", architecture));
    return entry;
  }

  private static Map<String, Object> described(String type, byte[] content) {
    return Map.of("mediaType", type, "digest", digestOf(content), "size", content.length);
  }

  private static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public Map<String, byte[]> blobs() {
    return blobs;
  }

  public Map<String, byte[]> manifests() {
    return manifests;
  }

  public byte[] index() {
    return index;
  }

  public String digest() {
    return digestOf(index);
  }

  /** {@code sha256:} and the hash. */
  public static String digestOf(byte[] content) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A registry on the loopback that has these images under every name and tag. */
  public HttpServer serve(List<String> asked) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path.replaceAll("sha256:.*", "..."));
            String name = path.substring(path.lastIndexOf('/') + 1);
            byte[] content =
                !name.startsWith("sha256:")
                    ? index
                    : manifests.getOrDefault(name, blobs.getOrDefault(name, new byte[0]));
            exchange.getResponseHeaders().set("Docker-Content-Digest", digestOf(content));
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : content.length);
            if (!head) {
              exchange.getResponseBody().write(content);
            }
          }
        });
    server.start();
    return server;
  }

  /** Pushes everything over HTTP, as the distribution API has it, and names it by a tag. */
  public void push(String address, String repository, String tag)
      throws IOException, InterruptedException {
    String root = address + "/v2/" + repository;
    for (Map.Entry<String, byte[]> blob : blobs.entrySet()) {
      String upload =
          send("POST", root + "/blobs/uploads/", "", new byte[0], 202)
              .headers()
              .firstValue("Location")
              .orElseThrow();
      String place = URI.create(root).resolve(upload).toString();
      String joint = place.contains("?") ? "&" : "?";
      send(
          "PUT",
          place + joint + "digest=" + blob.getKey(),
          "application/octet-stream",
          blob.getValue(),
          201);
    }
    for (Map.Entry<String, byte[]> manifest : manifests.entrySet()) {
      send("PUT", root + "/manifests/" + manifest.getKey(), MANIFEST, manifest.getValue(), 201);
    }
    send("PUT", root + "/manifests/" + tag, INDEX, index, 201);
  }

  private static HttpResponse<String> send(
      String method, String url, String type, byte[] body, int expected)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != expected) {
      throw new IOException(
          method + " " + url + ": " + response.statusCode() + " " + response.body());
    }
    return response;
  }
}
