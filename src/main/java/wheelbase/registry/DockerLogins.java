package wheelbase.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wheelbase.baseimage.ImageReference;

/**
 * The logins that {@code docker login} has kept: {@code config.json} in {@code $DOCKER_CONFIG}, or
 * in {@code .docker} of the user's home. A helper for the registry goes before the store for all,
 * and that before what the file itself holds, as in Docker. A file that cannot be read holds none.
 */
final class DockerLogins {
  /** Under which Docker keeps the login to its own registry. */
  private static final String USUAL_SERVER = "https://index.docker.io/v1/";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode configuration;
  private final CredentialHelper helper;

  private DockerLogins(JsonNode configuration, CredentialHelper helper) {
    this.configuration = configuration;
    this.helper = helper;
  }

  /** Of the user whose environment this is. */
  static DockerLogins of(Map<String, String> environment, CredentialHelper helper) {
    return new DockerLogins(
        directory(environment).map(DockerLogins::read).orElseGet(MissingNode::getInstance), helper);
  }

  private static Optional<Path> directory(Map<String, String> environment) {
    try {
      String given = environment.getOrDefault("DOCKER_CONFIG", "");
      String home = environment.getOrDefault("HOME", "");
      return !given.isEmpty()
          ? Optional.of(Path.of(given))
          : Optional.of(home)
              .filter(known -> !known.isEmpty())
              .map(known -> Path.of(known, ".docker"));
    } catch (InvalidPathException nowhere) {
      return Optional.empty();
    }
  }

  private static JsonNode read(Path directory) {
    try {
      JsonNode read = JSON.readTree(Files.readAllBytes(directory.resolve("config.json")));
      return read == null ? MissingNode.getInstance() : read;
    } catch (IOException unreadable) {
      return MissingNode.getInstance();
    }
  }

  /**
   * @param registry {@code docker.io}, {@code registry.example:5000}
   */
  Optional<RegistryLogin> login(String registry) throws InterruptedException {
    List<String> servers =
        registry.equals(ImageReference.USUAL_REGISTRY)
            ? List.of(USUAL_SERVER, "index.docker.io", registry)
            : List.of(
                registry,
                "https://" + registry,
                "https://" + registry + "/",
                "https://" + registry + "/v2/",
                "http://" + registry);
    for (String server : servers) {
      String named = configuration.path("credHelpers").path(server).asText("");
      if (!named.isEmpty()) {
        return helper.login(named, server);
      }
    }
    String store = configuration.path("credsStore").asText("");
    if (!store.isEmpty()) {
      Optional<RegistryLogin> kept = helper.login(store, servers.get(0));
      if (kept.isPresent()) {
        return kept;
      }
    }
    return servers.stream()
        .map(server -> configuration.path("auths").path(server))
        .flatMap(entry -> entry(entry).stream())
        .findFirst();
  }

  private static Optional<RegistryLogin> entry(JsonNode entry) {
    String token = entry.path("identitytoken").asText("");
    String user = entry.path("username").asText("");
    String password = entry.path("password").asText("");
    if (!token.isEmpty()) {
      return Optional.of(new RegistryLogin(user, token, true));
    }
    String both = decoded(entry.path("auth").asText(""));
    int colon = both.indexOf(':');
    if (colon > 0) {
      return Optional.of(
          new RegistryLogin(both.substring(0, colon), both.substring(colon + 1), false));
    }
    return user.isEmpty() || password.isEmpty()
        ? Optional.empty()
        : Optional.of(new RegistryLogin(user, password, false));
  }

  private static String decoded(String base64) {
    try {
      // Docker pads what it writes with NUL.
      return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8)
          .replaceAll("\0+$", "");
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
