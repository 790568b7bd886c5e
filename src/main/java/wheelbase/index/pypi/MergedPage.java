package wheelbase.index.pypi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.index.IndexException;
import wheelbase.index.ProjectPage;
import wheelbase.index.ReleaseFile;
import wheelbase.pep508.PackageName;

/**
 * What all sources together have of a project, in pip's order: first archives that lie somewhere by
 * themselves, by descending address; then what pages link to, in the order of the sources. Of equal
 * candidates pip takes the last.
 *
 * @param known what is to be said whatever the project is
 */
record MergedPage(
    PackageName name, IndexOptions options, List<Diagnostic> known, List<Part> parts) {

  /**
   * As pip does, goes on without a source that cannot be read while another one has the project,
   * and says so.
   *
   * @throws IndexException where none that answers has it, and so nobody knows whether there is
   *     more; or where there is nowhere to look
   */
  ProjectPage toPage() {
    boolean found = false;
    List<ReleaseFile> archives = new ArrayList<>();
    List<ReleaseFile> linked = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>(known);
    for (Part part : parts) {
      part.failure().map(MergedPage::leftOut).ifPresent(diagnostics::add);
      if (part.found().isPresent()) {
        LinkSource.Found answer = part.found().get();
        found |= answer.known();
        archives.addAll(answer.archives());
        linked.addAll(answer.linked());
        answer
            .staleFor()
            .map(
                age ->
                    Diagnostic.note(
                        "old-copy-of-page",
                        "the page of " + name + " is a copy of " + Age.inWords(age) + " ago"))
            .ifPresent(diagnostics::add);
      }
    }
    if (!found) {
      refuseToGuess();
    }
    archives.sort(Comparator.comparing((ReleaseFile file) -> file.url().toString()).reversed());
    List<ReleaseFile> all = new ArrayList<>(archives);
    all.addAll(linked);
    Predicate<ReleaseFile> taken = inTime(all, diagnostics);
    return new ProjectPage(
        name, found, all.stream().filter(taken).toList(), diagnostics, origins(taken));
  }

  private void refuseToGuess() {
    for (Part part : parts) {
      if (part.failure().isPresent()) {
        throw part.failure().get();
      }
    }
    if (parts.isEmpty() && !known.isEmpty()) {
      throw new IndexException("there is nowhere to look: " + known.get(0).message());
    }
  }

  /** What uv does, too: what nobody knows the age of may be too new, unless it is here. */
  private Predicate<ReleaseFile> inTime(List<ReleaseFile> files, List<Diagnostic> diagnostics) {
    if (options.excludeNewer().isEmpty()) {
      return file -> true;
    }
    Instant cutoff = options.excludeNewer().get();
    long undated =
        files.stream().filter(file -> !isHere(file) && file.uploaded().isEmpty()).count();
    if (undated > 0) {
      diagnostics.add(
          Diagnostic.note(
              "upload-time-unknown",
              undated
                  + " of "
                  + files.size()
                  + " files of "
                  + name
                  + " are left out: the index does not say when they were uploaded"));
    }
    return file -> isHere(file) || file.uploaded().filter(cutoff::isAfter).isPresent();
  }

  private static boolean isHere(ReleaseFile file) {
    return LocalFetcher.isLocal(file.url().toString());
  }

  /** Who has the project, where that is more than one. */
  private List<ProjectPage.Origin> origins(Predicate<ReleaseFile> taken) {
    List<ProjectPage.Origin> origins = new ArrayList<>();
    for (Part part : parts) {
      List<ReleaseFile> files = new ArrayList<>();
      part.found()
          .ifPresent(
              answer -> {
                files.addAll(answer.archives());
                files.addAll(answer.linked());
              });
      files.removeIf(taken.negate());
      if (!files.isEmpty()) {
        origins.add(new ProjectPage.Origin(part.source().location(), kind(part.source()), files));
      }
    }
    return origins.size() > 1 ? origins : List.of();
  }

  private static ProjectPage.Origin.Kind kind(LinkSource source) {
    if (!source.isIndex()) {
      return ProjectPage.Origin.Kind.LINKS;
    }
    String host = PageUrl.parse(IndexOptions.PUBLIC_INDEX).host();
    return PageUrl.parse(source.location()).host().equals(host)
        ? ProjectPage.Origin.Kind.PUBLIC_INDEX
        : ProjectPage.Origin.Kind.INDEX;
  }

  private static Diagnostic leftOut(IndexException failure) {
    return Diagnostic.warning(
        "index-left-out", "an index is left out, as pip leaves it out: " + failure.getMessage());
  }
}
