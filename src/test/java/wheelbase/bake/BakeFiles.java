package wheelbase.bake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wheelbase.dockerfile.Templates;

/** Bake files as tests draw them, by the name of the golden file. */
final class BakeFiles {
  static final String TRIXIE = "python:3.13-slim-trixie";
  static final String ALPINE = "python:3.13-alpine3.24";
  static final String FULL = "python:3.13-trixie";

  private BakeFiles() {}

  static Map<String, BakePlan> plans() {
    Map<String, BakePlan> plans = new LinkedHashMap<>();
    plans.put("one-at-the-root", BakePlan.of(List.of(service("shop", ".", TRIXIE)), List.of()));
    plans.put(
        "three-on-one-base",
        BakePlan.of(
            List.of(
                service("web", "web", TRIXIE),
                service("worker", "services/worker", TRIXIE),
                service("api", "services/api", TRIXIE)),
            List.of("linux/arm64", "linux/amd64")));
    plans.put(
        "several-bases-and-secrets",
        BakePlan.of(
            List.of(
                new Service("web", "web", List.of(TRIXIE, FULL), List.of("netrc", "pip-conf")),
                new Service("api", "api", List.of(TRIXIE), List.of("pip-conf")),
                service("tiny", "tiny", ALPINE),
                service("pinned", "pinned", TRIXIE + "@sha256:" + "0".repeat(64)),
                service("own", "own", "registry.example/team/tag:1")),
            List.of()));
    plans.put(
        "hostile-directories",
        BakePlan.of(
            List.of(
                service("quotes", "a\"b'c\\d", TRIXIE),
                service("templates", "${TAG}%{if true}x%{endif}$${x}$", TRIXIE),
                service("lines", "a\nb\r\u2028c\"]\n}\ntarget \"evil\" {", TRIXIE),
                service("unseen", "\u202ea\u0007\u200f\ud83d\ude00", TRIXIE),
                service("address", "https:/example.org/x.git#main", TRIXIE),
                service("commands", "$(touch x) `touch x` # x // /* <<E", TRIXIE)),
            List.of()));
    return plans;
  }

  static Service service(String name, String directory, String image) {
    return new Service(name, directory, List.of(image), List.of());
  }

  static String text(BakePlan plan) {
    return new BakeFileWriter(Templates.shipped()).write(plan);
  }
}
