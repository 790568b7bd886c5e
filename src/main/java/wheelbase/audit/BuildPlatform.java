package wheelbase.audit;

import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.dockerfile.syntax.Flag;
import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.dockerfile.syntax.ParsedInstruction;

/** An environment that is made on the builder's machine, for an image of another. */
final class BuildPlatform implements Finder {
  @Override
  public List<Finding> find(Audited audited) {
    return audited.stages().stream()
        .filter(stage -> platform(stage).isPresent())
        .filter(stage -> stage.pipInstalls().stream().anyMatch(each -> !each.onlyFetches()))
        .filter(stage -> audited.imageStages().contains(stage) || isCopied(audited, stage))
        .map(
            stage ->
                new Finding(
                    Diagnostic.warning(
                            "environment-of-build-platform",
                            "packages for the image are installed on the builder's platform")
                        .withHint("leave `--platform` out of this FROM")
                        .at(audited.place(platform(stage).get().extent())),
                    "where image and builder differ, its wheels hold machine code that the image cannot run"))
        .toList();
  }

  private static Optional<Flag> platform(StageFacts stage) {
    return stage.chain().get(0).stage().from().flags().stream()
        .filter(flag -> flag.name().equals("platform"))
        .filter(flag -> flag.value().orElse("").contains("BUILDPLATFORM"))
        .findFirst();
  }

  private static boolean isCopied(Audited audited, StageFacts stage) {
    return audited.imageStages().stream()
        .flatMap(each -> each.stage().instructions().stream())
        .filter(each -> each.is(Keyword.COPY))
        .flatMap((ParsedInstruction each) -> each.flag("from").stream())
        .anyMatch(
            name -> audited.dockerfile().stage(name).filter(stage.stage()::equals).isPresent());
  }
}
