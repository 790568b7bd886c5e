package wheelbase.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wheelbase.baseimage.BaseImage;
import wheelbase.platform.Architecture;
import wheelbase.platform.TargetPlatform;

/**
 * Says on which of the base images that were looked at something is so: {@code everywhere}, {@code
 * on alpine3.24}, {@code on slim-trixie, slim-bookworm for arm64}.
 */
public final class Whereabouts {
  private final List<BaseImage> images;
  private final Set<TargetPlatform> targets;

  /**
   * @param targets all that is spoken of: {@code everywhere} means these
   */
  public Whereabouts(List<BaseImage> images, Collection<TargetPlatform> targets) {
    this.images = List.copyOf(images);
    this.targets = Set.copyOf(targets);
  }

  public String of(Collection<TargetPlatform> where) {
    Set<TargetPlatform> here = new LinkedHashSet<>(where);
    if (here.containsAll(targets)) {
      return "everywhere";
    }
    Map<String, List<String>> byArchitecture = new LinkedHashMap<>();
    for (BaseImage image : images) {
      List<String> looked = new ArrayList<>();
      List<String> meant = new ArrayList<>();
      for (Architecture architecture : Architecture.values()) {
        TargetPlatform target = image.target(architecture);
        if (targets.contains(target)) {
          looked.add(architecture.engineName());
          if (here.contains(target)) {
            meant.add(architecture.engineName());
          }
        }
      }
      if (!meant.isEmpty()) {
        String only = meant.size() == looked.size() ? "" : " for " + String.join(", ", meant);
        byArchitecture.computeIfAbsent(only, key -> new ArrayList<>()).add(heading(image));
      }
    }
    List<String> parts = new ArrayList<>();
    byArchitecture.forEach(
        (architecture, bases) -> parts.add("on " + String.join(", ", bases) + architecture));
    return String.join(" and ", parts);
  }

  /** As {@link #of}, but nothing where it is everywhere; a blank stands before it otherwise. */
  public String unlessEverywhere(Collection<TargetPlatform> where) {
    String words = of(where);
    return words.equals("everywhere") ? "" : " " + words;
  }

  /** What a base is called: the Python version only where there are several. */
  public String heading(BaseImage image) {
    return images.stream().map(BaseImage::python).distinct().count() == 1
        ? image.variant()
        : image.series() + "-" + image.variant();
  }
}
