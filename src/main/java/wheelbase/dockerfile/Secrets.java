package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files with passwords that a build may be given, none of which comes into a layer. */
final class Secrets {
  /** The index and its password, as pip reads them. */
  static final Mount.Secret PIP = new Mount.Secret("pip-conf", "/etc/pip.conf");

  /** The indexes and their passwords, as uv reads them for a whole machine. */
  static final Mount.Secret UV = new Mount.Secret("uv-toml", "/etc/uv/uv.toml");

  /** Passwords alone, for what names its index itself. */
  static final Mount.Secret NETRC = new Mount.Secret("netrc", "/root/.netrc");

  private static final Map<String, String> USUAL_PLACES =
      Map.of(
          PIP.id(), "$HOME/.config/pip/pip.conf",
          UV.id(), "$HOME/.config/uv/uv.toml",
          NETRC.id(), "$HOME/.netrc");

  private Secrets() {}

  /** Sentences for the head of the file: how they are given to a build that asks for them. */
  static List<String> told(List<Stage> stages) {
    Map<String, String> wanted = new TreeMap<>();
    for (Stage stage : stages) {
      for (Step step : stage.steps()) {
        if (step.instruction() instanceof Instruction.Run run) {
          run.mounts().stream()
              .filter(Mount.Secret.class::isInstance)
              .map(mount -> ((Mount.Secret) mount).id())
              .forEach(id -> wanted.put(id, USUAL_PLACES.get(id)));
        }
      }
    }
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>(List.of("docker build"));
    wanted.forEach((id, place) -> words.add("--secret id=" + id + ",src=" + place));
    words.add("-t NAME .");
    return List.of(
        "A private index and its password come from files of yours, which stay out of the image:",
        String.join(" ", words));
  }
}
