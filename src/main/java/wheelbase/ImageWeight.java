package wheelbase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import wheelbase.baseimage.BuildTime;
import wheelbase.baseimage.PinSize;
import wheelbase.index.Answers;
import wheelbase.index.PackageIndex;
import wheelbase.index.ReleaseFile;
import wheelbase.index.SdistContents;
import wheelbase.index.WheelContents;
import wheelbase.survey.Cell;

/** Weighs the files that are installed: every file is asked about once, all at the same time. */
final class ImageWeight {
  private static final CompletableFuture<Optional<SdistContents>> NOTHING =
      CompletableFuture.completedFuture(Optional.empty());

  private final PackageIndex index;
  private final Map<ReleaseFile, CompletableFuture<Optional<WheelContents>>> wheels =
      new HashMap<>();
  private final Map<ReleaseFile, CompletableFuture<Optional<SdistContents>>> sdists =
      new HashMap<>();

  ImageWeight(PackageIndex index) {
    this.index = index;
  }

  /** Asks for what {@link #of} will want. */
  void ask(List<Cell> cells) {
    for (Cell cell : cells) {
      cell.pin().flatMap(pin -> pin.file()).ifPresent(this::ask);
    }
  }

  private void ask(ReleaseFile file) {
    if (file.isWheel()) {
      wheels.computeIfAbsent(file, each -> orNothing(index.wheelContents(each)));
    } else {
      sdists.computeIfAbsent(file, each -> orNothing(index.sdistContents(each)));
    }
  }

  /** One for each package; a size that could not be read is guessed, and says so. */
  List<PinSize> of(List<Cell> cells) throws InterruptedException {
    List<PinSize> sizes = new ArrayList<>();
    for (Cell cell : cells) {
      Optional<ReleaseFile> file = cell.pin().flatMap(pin -> pin.file());
      String name = cell.name().value();
      sizes.add(file.isPresent() ? size(name, file.get()) : PinSize.unknown(name));
    }
    return sizes;
  }

  private PinSize size(String name, ReleaseFile file) throws InterruptedException {
    if (!file.isWheel()) {
      return PinSize.ofSdist(name, file.size(), Answers.await(sdists.get(file)));
    }
    boolean pure =
        file.wheel().orElseThrow().tags().stream().allMatch(tag -> tag.platform().equals("any"));
    Optional<WheelContents> contents = Answers.await(wheels.get(file));
    OptionalLong told = contents.map(WheelContents::fileBytes).orElse(OptionalLong.empty());
    return PinSize.ofWheel(name, pure, file.size().isPresent() ? file.size() : told, contents);
  }

  /** How long building the package from its sdist typically takes, in seconds. */
  int buildSeconds(Cell cell) throws InterruptedException {
    Optional<ReleaseFile> file = cell.pin().flatMap(pin -> pin.file());
    ask(List.of(cell));
    Optional<SdistContents> contents =
        file.isPresent()
            ? Answers.await(sdists.getOrDefault(file.get(), NOTHING))
            : Optional.empty();
    return BuildTime.ofSdist(contents, file.map(ReleaseFile::size).orElse(OptionalLong.empty()));
  }

  private static <T> CompletableFuture<Optional<T>> orNothing(CompletableFuture<T> answer) {
    Function<T, Optional<T>> present = Optional::of;
    return answer.thenApply(present).exceptionally(failure -> Optional.empty());
  }
}
