package wheelbase.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wheelbase.baseimage.BaseImage;
import wheelbase.dockerfile.syntax.Dockerfile;
import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.dockerfile.syntax.MountOption;
import wheelbase.dockerfile.syntax.ParsedInstruction;
import wheelbase.dockerfile.syntax.Word;
import wheelbase.pep508.Requirement;
import wheelbase.requirements.Selection;

/**
 * What a Dockerfile installs, so that it can be resolved.
 *
 * @param requirementsFiles for each {@code -r}, in order, the paths in the context that may be
 *     meant, the likeliest first
 * @param packages what is named on command lines, as pip takes it
 * @param optional extras and dependency groups of the project
 * @param installs whether anything is installed at all, by whatever tool
 * @param bases the images that something is installed on, or that are run
 */
public record InstalledFiles(
    List<List<String>> requirementsFiles,
    List<String> packages,
    Selection optional,
    boolean installs,
    List<BaseImage> bases) {
  public InstalledFiles {
    requirementsFiles = requirementsFiles.stream().map(List::copyOf).toList();
    packages = List.copyOf(packages);
    bases = List.copyOf(bases);
  }

  /** Looks through all stages. */
  public static InstalledFiles of(Dockerfile dockerfile) {
    Audited audited =
        Audited.of(
            dockerfile,
            true,
            Optional.empty(),
            (name, version, target, distribution) -> Set.of(),
            LocalDate.MIN);
    List<List<String>> files = new ArrayList<>();
    List<String> packages = new ArrayList<>();
    Set<String> extras = new HashSet<>();
    Set<String> groups = new HashSet<>();
    List<BaseImage> bases = new ArrayList<>();
    for (StageFacts stage : audited.stages()) {
      for (PipInstall install : sure(stage.pipInstalls())) {
        install
            .requirementsFiles()
            .forEach(word -> files.add(places(stage, install.run(), word.value())));
        install.packages().stream()
            .map(Word::value)
            .filter(word -> !word.contains("$") && Requirement.tryParse(word).isPresent())
            .filter(word -> install.bringsPackages() && !PipInstall.isInstaller(word))
            .forEach(packages::add);
        extras.addAll(install.optional().extras());
        groups.addAll(install.optional().groups());
        stage.base().flatMap(BaseName::image).ifPresent(bases::add);
      }
    }
    audited.image().flatMap(StageFacts::base).flatMap(BaseName::image).ifPresent(bases::add);
    return new InstalledFiles(
        files.stream().distinct().toList(),
        packages.stream().distinct().toList(),
        Selection.of(extras, groups),
        audited.pipInstalls().findAny().isPresent(),
        bases.stream().distinct().toList());
  }

  /** Those that run whatever happens; where none does, all. */
  private static List<PipInstall> sure(List<PipInstall> installs) {
    List<PipInstall> sure = installs.stream().filter(each -> !each.call().conditional()).toList();
    return sure.isEmpty() ? installs : sure;
  }

  /** Where in the context the file may come from that a command names. */
  private static List<String> places(StageFacts stage, ParsedInstruction run, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    List<String> copied = new ArrayList<>();
    for (ParsedInstruction each : stage.instructions()) {
      if (each.is(Keyword.COPY) && each.flag("from").isEmpty() && each.arguments().size() >= 2) {
        List<Word> sources = each.arguments().subList(0, each.arguments().size() - 1);
        String target = each.arguments().get(each.arguments().size() - 1).value();
        boolean renamed = sources.size() == 1 && target.endsWith("/" + name) || target.equals(name);
        for (Word source : sources) {
          if (renamed || source.value().endsWith("/" + name) || source.value().equals(name)) {
            copied.add(source.value());
          }
        }
      }
    }
    Stream<String> mounted =
        run.mounts().stream()
            .filter(mount -> mount.type().equals("bind") && mount.from().isEmpty())
            .filter(mount -> mount.target().filter(target -> target.endsWith(name)).isPresent())
            .flatMap((MountOption mount) -> mount.source().stream());
    return Stream.of(copied.stream(), mounted, Stream.of(path, relative(path), name))
        .flatMap(each -> each)
        .filter(each -> !each.startsWith("/"))
        .distinct()
        .toList();
  }

  /**
   * {@code /app/requirements/base.txt} is {@code requirements/base.txt} where /app is the context.
   */
  private static String relative(String path) {
    return path.startsWith("/") ? path.replaceFirst("^/[^/]+/", "") : path;
  }
}
