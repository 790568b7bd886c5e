package wheelbase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Catalogue;
import wheelbase.index.Answers;
import wheelbase.pep440.Version;
import wheelbase.platform.TargetPlatform;
import wheelbase.requirements.FileReader;
import wheelbase.requirements.PythonDeclaration;
import wheelbase.requirements.pyproject.ProjectReader;
import wheelbase.resolver.Resolved;
import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;
import wheelbase.survey.TargetResolver;
import wheelbase.wheels.Verdict;
import wheelbase.wheels.VerdictClass;
import wheelbase.wheels.VerdictJudge;

/**
 * Chooses the Python where the user names none: what the project declares, else the newest that the
 * requirements go well with.
 */
final class PythonChooser {
  /** The base on which Pythons are compared. */
  private static final String COMPARED_ON = "slim-trixie";

  private final Catalogue catalogue;
  private final FileReader files;
  private final TargetResolver resolving;
  private final VerdictJudge judge;
  private final ProgressListener progress;

  PythonChooser(
      Catalogue catalogue,
      FileReader files,
      TargetResolver resolving,
      VerdictJudge judge,
      ProgressListener progress) {
    this.catalogue = catalogue;
    this.files = files;
    this.resolving = resolving;
    this.judge = judge;
    this.progress = progress;
  }

  /**
   * @param series {@code 3.13}
   * @param because why, a clause; empty where the user asked for it
   */
  record Choice(String series, Optional<String> because) {}

  Choice choose(AnalysisRequest request) throws InterruptedException {
    Optional<String> asked = request.images().series();
    if (asked.isPresent()) {
      return new Choice(asked.get(), Optional.empty());
    }
    Optional<PythonDeclaration> declared =
        new ProjectReader(request.project(), files, Map.of())
            .pythonDeclarations().stream().findFirst();
    List<BaseImage> newestFirst = candidates(request, declared);
    if (declared.isPresent() && newestFirst.size() == 1) {
      return new Choice(
          newestFirst.get(0).series(), declared.map(found -> "found in " + found.place().file()));
    }
    return best(request, newestFirst);
  }

  private List<BaseImage> candidates(
      AnalysisRequest request, Optional<PythonDeclaration> declared) {
    List<BaseImage> supported =
        catalogue.seriesList().stream()
            .map(series -> catalogue.find(series, COMPARED_ON).orElseThrow())
            .filter(image -> !image.pythonEndOfLife().isBefore(request.today()))
            .sorted((one, other) -> other.python().compareTo(one.python()))
            .toList();
    List<BaseImage> all =
        catalogue.seriesList().stream()
            .map(series -> catalogue.find(series, COMPARED_ON).orElseThrow())
            .toList();
    List<BaseImage> allowed =
        declared
            .map(found -> all.stream().filter(image -> found.admits(image.python())).toList())
            .orElse(supported);
    List<BaseImage> allowedAndSupported = supported.stream().filter(allowed::contains).toList();
    return !allowedAndSupported.isEmpty()
        ? allowedAndSupported
        : allowed.isEmpty() ? supported : allowed;
  }

  /** The newest without a drawback; failing that, the one with the fewest. */
  private Choice best(AnalysisRequest request, List<BaseImage> newestFirst)
      throws InterruptedException {
    Optional<BaseImage> best = Optional.empty();
    long fewest = Long.MAX_VALUE;
    for (BaseImage image : newestFirst) {
      progress.happened(new ProgressEvent.PythonTried(image.series()));
      TargetPlatform target = image.target(request.architectures().get(0));
      Optional<Resolved> resolved = resolving.resolve(target).resolved();
      long drawbacks = resolved.isPresent() ? drawbacks(resolved.get(), target) : Long.MAX_VALUE;
      if (drawbacks < fewest) {
        best = Optional.of(image);
        fewest = drawbacks;
      }
      if (fewest == 0) {
        break;
      }
    }
    if (best.isEmpty()) {
      return new Choice(
          newestFirst.get(0).series(), Optional.of("the newest; the requirements go with none"));
    }
    String reason =
        (fewest == 0
                ? "the newest on which nothing compiles"
                : "the newest with the fewest compiles")
            + (request.architectures().size() == 1
                ? ""
                : " for " + request.architectures().get(0).engineName());
    return new Choice(best.get().series(), Optional.of(reason));
  }

  /**
   * The packages that compile, and those of which there is only a pre-release: pip takes one where
   * no final release fits, and an older Python has that release.
   */
  private long drawbacks(Resolved resolved, TargetPlatform target) throws InterruptedException {
    return compiles(resolved, target)
        + resolved.pins().values().stream()
            .filter(pin -> pin.version().map(Version::isPrerelease).orElse(false))
            .count();
  }

  private long compiles(Resolved resolved, TargetPlatform target) throws InterruptedException {
    List<CompletableFuture<Verdict>> judged =
        resolved.pins().values().stream().map(pin -> judge.judge(pin, target)).toList();
    long compiles = 0;
    for (CompletableFuture<Verdict> verdict : judged) {
      compiles += Answers.await(verdict).kind() == VerdictClass.SOURCE_BUILD ? 1 : 0;
    }
    return compiles;
  }
}
