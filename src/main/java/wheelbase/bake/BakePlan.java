package wheelbase.bake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The builds of several services as data: what each is built from, and what they share.
 *
 * @param services sorted by name
 * @param platforms {@code linux/amd64}...; empty: the builder's own
 * @param foundations one for each choice of base images, in the order of the services
 */
public record BakePlan(
    List<Service> services, List<String> platforms, List<Foundation> foundations) {

  /**
   * The base images that services have in common.
   *
   * @param target that these services inherit; no service has such a name
   * @param images each by what FROM calls it
   */
  public record Foundation(String target, List<Base> images) {
    public Foundation {
      images = List.copyOf(images);
    }
  }

  /**
   * A base image that can be replaced for all services at once.
   *
   * @param reference as FROM has it
   * @param variable that names what is taken in its place
   */
  public record Base(String reference, String variable) {}

  public BakePlan {
    services = List.copyOf(services);
    platforms = List.copyOf(platforms);
    foundations = List.copyOf(foundations);
  }

  /** Decides; the same services give an equal plan, in whichever order. */
  public static BakePlan of(List<Service> services, List<String> platforms) {
    List<Service> sorted =
        services.stream().sorted((one, other) -> one.name().compareTo(other.name())).toList();
    Map<String, String> variables = new LinkedHashMap<>();
    Map<List<String>, Foundation> foundations = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Service service : sorted) {
      if (!foundations.containsKey(service.images())) {
        String target = unique("_" + ServiceNames.valid(service.images().get(0)), "-", taken);
        List<Base> bases = new ArrayList<>();
        for (String image : service.images()) {
          if (!isPinned(image)) {
            variables.computeIfAbsent(image, any -> unique(variable(image), "_", taken));
            bases.add(new Base(image, variables.get(image)));
          }
        }
        foundations.put(service.images(), new Foundation(target, bases));
      }
    }
    return new BakePlan(
        sorted, platforms.stream().sorted().distinct().toList(), List.copyOf(foundations.values()));
  }

  /** What a service inherits. */
  public Foundation foundation(Service service) {
    List<List<String>> choices = services.stream().map(Service::images).distinct().toList();
    return foundations.get(choices.indexOf(service.images()));
  }

  /** A digest in FROM is the user's own choice of exactly this image. */
  private static boolean isPinned(String image) {
    return image.contains("@");
  }

  private static String variable(String image) {
    return "BASE_" + ServiceNames.valid(image).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String unique(String name, String joint, Set<String> taken) {
    String unique = name;
    for (int number = 2; !taken.add(unique); number++) {
      unique = name + joint + number;
    }
    return unique;
  }
}
