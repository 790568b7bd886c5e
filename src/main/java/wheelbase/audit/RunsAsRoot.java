package wheelbase.audit;

import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.syntax.Extent;
import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.dockerfile.syntax.ParsedInstruction;

/** The container runs as root. */
final class RunsAsRoot implements Finder {
  @Override
  public List<Finding> find(Audited audited) {
    Optional<StageFacts> image = audited.image();
    if (image.isEmpty()) {
      return List.of();
    }
    Optional<ParsedInstruction> user = image.get().last(Keyword.USER);
    boolean root =
        user.isPresent()
            ? isRoot(audited.scopes().expand(user.get(), user.get().body().value()).value())
            : image.get().base().filter(BaseName::isKnown).isPresent();
    return root ? List.of(finding(audited, image.get(), user)) : List.of();
  }

  private static boolean isRoot(String user) {
    return user.matches("(root|0+)(:.*)?");
  }

  private static Finding finding(
      Audited audited, StageFacts image, Optional<ParsedInstruction> user) {
    Extent place =
        user.map(ParsedInstruction::extent)
            .or(() -> image.last(Keyword.CMD).map(each -> each.name().extent()))
            .or(() -> image.last(Keyword.ENTRYPOINT).map(each -> each.name().extent()))
            .orElse(image.stage().base().extent());
    return new Finding(
        Diagnostic.warning("runs-as-root", "the container runs as root")
            .withHint(
                "make an account with `useradd --uid 10001 app`, and say `USER 10001` before this")
            .at(audited.place(place)),
        "a fault in the application gives an attacker all of the container, and a way to the host");
  }
}
