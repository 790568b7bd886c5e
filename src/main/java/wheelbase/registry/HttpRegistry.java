package wheelbase.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import okhttp3.HttpUrl;
import okhttp3.Request;
import wheelbase.baseimage.ImageReference;
import wheelbase.index.pypi.ProxyVariables;
import wheelbase.platform.Architecture;

/**
 * Registries over HTTP, as the OCI distribution API has them. A question is put without a login
 * first; where the registry wants one, a token is fetched, with the login that the user keeps for
 * it. Digests are remembered: what was asked once in a run is not asked again.
 */
public final class HttpRegistry implements Registry {
  /** Where the registry that is meant where none is named answers. */
  private static final String USUAL_API_HOST = "registry-1.docker.io";

  private static final String ACCEPTED =
      String.join(
          ", ",
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.docker.distribution.manifest.list.v2+json",
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.docker.distribution.manifest.v2+json");

  private final Map<String, String> environment;
  private Optional<Client> client = Optional.empty();
  private final ConcurrentMap<String, String> authorizations = new ConcurrentHashMap<>();
  private final ConcurrentMap<ImageReference, String> digests = new ConcurrentHashMap<>();

  /**
   * @param environment of the user: proxies, and where Docker's configuration is
   */
  public HttpRegistry(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** What it takes to ask. */
  private record Client(Connection connection, Tokens tokens, DockerLogins logins) {}

  /** Made at the first question: in most runs there is none, and then no login is read either. */
  private synchronized Client client() {
    if (client.isEmpty()) {
      Connection connection = new Connection(new ProxyVariables(environment));
      client =
          Optional.of(
              new Client(
                  connection,
                  new Tokens(connection),
                  DockerLogins.of(
                      environment,
                      new CredentialHelper(environment, CredentialHelper.USUAL_PATIENCE))));
    }
    return client.get();
  }

  @Override
  public String digest(ImageReference image) throws InterruptedException {
    if (image.digest().isPresent()) {
      return image.digest().get();
    }
    String known = digests.get(image);
    if (known != null) {
      return known;
    }
    // A HEAD does not count against the limits of registries that count.
    Answer head = ask(image, "HEAD", "manifests/" + version(image));
    Optional<String> told = head.isGood() ? head.digest() : Optional.empty();
    String digest = told.isPresent() ? told.get() : Digests.of(manifest(image, version(image)));
    digests.put(image, digest);
    return digest;
  }

  @Override
  public PublishedImage image(ImageReference image, Collection<Architecture> architectures)
      throws InterruptedException {
    byte[] top = manifest(image, image.digest().orElse(version(image)));
    JsonNode root = Documents.read(image, top);
    Map<String, String> annotations = new HashMap<>(Documents.texts(root.path("annotations")));
    Map<Architecture, PublishedImage.Contents> contents = new EnumMap<>(Architecture.class);
    if (root.path("manifests").isArray()) {
      for (Architecture architecture : architectures) {
        Optional<String> digest = Documents.manifestFor(root, architecture);
        if (digest.isPresent()) {
          JsonNode manifest = Documents.read(image, manifest(image, digest.get()));
          Documents.texts(manifest.path("annotations")).forEach(annotations::putIfAbsent);
          contents.put(architecture, Documents.contents(manifest, configuration(image, manifest)));
        }
      }
    } else {
      JsonNode configuration = configuration(image, root);
      for (Architecture architecture : architectures) {
        if (configuration.path("architecture").asText("").equals(architecture.engineName())) {
          contents.put(architecture, Documents.contents(root, configuration));
        }
      }
    }
    if (contents.isEmpty()) {
      throw Refusals.otherArchitectures(image, architectures);
    }
    return new PublishedImage(image, Digests.of(top), annotations, contents);
  }

  private static String version(ImageReference image) {
    return image.tag().orElse("latest");
  }

  private byte[] manifest(ImageReference image, String version) throws InterruptedException {
    Answer answer = ask(image, "GET", "manifests/" + version);
    return checked(
        image, answer, Digests.isDigest(version) ? Optional.of(version) : answer.digest());
  }

  private JsonNode configuration(ImageReference image, JsonNode manifest)
      throws InterruptedException {
    String digest = manifest.path("config").path("digest").asText("");
    if (!Digests.isDigest(digest)) {
      throw Refusals.unclear(image, "its manifest is of a kind that is not known");
    }
    return Documents.read(
        image, checked(image, ask(image, "GET", "blobs/" + digest), Optional.of(digest)));
  }

  private static byte[] checked(ImageReference image, Answer answer, Optional<String> digest) {
    if (!answer.isGood()) {
      throw refusal(image, answer);
    }
    if (digest.filter(named -> !named.equals(Digests.of(answer.body()))).isPresent()) {
      throw Refusals.unclear(image, "what it sent has another digest than it said");
    }
    return answer.body();
  }

  private static RegistryException refusal(ImageReference image, Answer answer) {
    return switch (answer.status()) {
      case 401, 403 -> Refusals.noAccess(image, true);
      case 404 -> Refusals.none(image);
      case 429 -> Refusals.tooMany(image);
      default -> Refusals.unclear(image, "it answered " + answer.status());
    };
  }

  /** Asks, and asks again with what the registry wants to see. */
  private Answer ask(ImageReference image, String method, String what) throws InterruptedException {
    String repository = image.registry() + "/" + image.repository();
    String known = authorizations.get(repository);
    Answer answer =
        client().connection().send(request(image, method, what, Optional.ofNullable(known)));
    if (answer.status() != 401) {
      return answer;
    }
    String authorization = authorization(image, answer.challenges());
    authorizations.put(repository, authorization);
    return client().connection().send(request(image, method, what, Optional.of(authorization)));
  }

  private String authorization(ImageReference image, List<Challenge> challenges)
      throws InterruptedException {
    Optional<RegistryLogin> login = client().logins().login(image.registry());
    for (Challenge challenge : challenges) {
      if (challenge.isBearer()) {
        return client().tokens().fetch(challenge, image, login);
      }
    }
    return challenges.stream()
        .filter(Challenge::isBasic)
        .findFirst()
        .flatMap(challenge -> login)
        .filter(known -> !known.isToken())
        .map(RegistryLogin::basic)
        .orElseThrow(() -> Refusals.noAccess(image, login.isPresent()));
  }

  private static Request request(
      ImageReference image, String method, String what, Optional<String> authorization) {
    String host =
        image.registry().equals(ImageReference.USUAL_REGISTRY) ? USUAL_API_HOST : image.registry();
    String scheme = Connection.isLoopback(image.host()) ? "http" : "https";
    HttpUrl url = HttpUrl.parse(scheme + "://" + host + "/v2/" + image.repository() + "/" + what);
    if (url == null) {
      throw Refusals.unclear(image, "its name is no host's");
    }
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .method(method, null)
            .header("Accept", ACCEPTED)
            .header("User-Agent", "wheelbase");
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request.build();
  }
}
