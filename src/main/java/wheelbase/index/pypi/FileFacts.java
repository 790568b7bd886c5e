package wheelbase.index.pypi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import wheelbase.index.CoreMetadata;
import wheelbase.index.CoreMetadata.Provenance;
import wheelbase.index.IndexException;
import wheelbase.index.IndexQuestion;
import wheelbase.index.ReleaseFile;
import wheelbase.index.ReleaseFile.MetadataOffer;
import wheelbase.index.SdistContents;
import wheelbase.index.SdistFiles;
import wheelbase.index.SdistStudy;
import wheelbase.index.SharedObjects;
import wheelbase.index.WheelContents;
import wheelbase.pep508.Requirement;

/**
 * What files say of themselves, each asked for once and kept for ever. Core metadata of a wheel is
 * taken from the {@code .metadata} file beside it, else out of the wheel; that of an sdist out of
 * the sdist. One download of an sdist serves its metadata and its contents.
 */
final class FileFacts {
  private static final long METADATA_LIMIT = 16L * 1024 * 1024;
  private static final int GIVE_UP_ON_METADATA_FILES = 8;

  private final boolean offline;
  private final FactStore store;
  private final Fetcher fetcher;
  private final IndexListener listener;
  private final Executor work;
  private final ConcurrentMap<ReleaseFile, CompletableFuture<CoreMetadata>> metadata =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<ReleaseFile, CompletableFuture<WheelContents>> wheels =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<ReleaseFile, CompletableFuture<SdistContents>> sdists =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<Looked, CompletableFuture<SharedObjects>> sharedObjects =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<Studied, CompletableFuture<byte[]>> studies =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<ReleaseFile, CompletableFuture<SdistLook>> looks =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Optional<Requirement>> requirements =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> missesByPlace = new ConcurrentHashMap<>();

  FileFacts(IndexOptions options, Fetcher fetcher, IndexListener listener, Executor work) {
    this.offline = options.offline();
    this.store = new FactStore(options.cacheDirectory().resolve("files"));
    this.fetcher = fetcher;
    this.listener = listener;
    this.work = work;
  }

  /**
   * What one reading of an sdist told.
   *
   * @param contents empty where reading stopped as soon as the dependencies were known
   */
  private record SdistLook(MetadataText metadata, Optional<SdistContents> contents) {}

  CompletableFuture<CoreMetadata> metadata(ReleaseFile file) {
    return PypiIndex.coalesced(
        metadata,
        file,
        key ->
            kept(
                    IndexQuestion.METADATA,
                    file,
                    () ->
                        store.find(file, FactStore.Kind.METADATA).flatMap(MetadataText::fromBytes),
                    () -> fetchMetadata(file))
                .thenApplyAsync(text -> text.parse(requirements), work));
  }

  CompletableFuture<WheelContents> wheelContents(ReleaseFile wheel) {
    return PypiIndex.coalesced(
        wheels,
        wheel,
        key ->
            kept(
                IndexQuestion.WHEEL_CONTENTS,
                wheel,
                () ->
                    store
                        .find(wheel, FactStore.Kind.WHEEL_CONTENTS)
                        .flatMap(WheelSummary::fromBytes),
                () ->
                    lookIntoWheel(wheel, false).thenApply(look -> look.contents().orElseThrow())));
  }

  CompletableFuture<SdistContents> sdistContents(ReleaseFile sdist) {
    return PypiIndex.coalesced(
        sdists,
        sdist,
        key ->
            kept(
                IndexQuestion.SDIST_CONTENTS,
                sdist,
                () ->
                    store
                        .find(sdist, FactStore.Kind.SDIST_CONTENTS)
                        .flatMap(SdistInspection::fromBytes),
                () -> lookIntoSdist(sdist, true).thenApply(look -> look.contents().orElseThrow())));
  }

  private record Looked(ReleaseFile wheel, SharedObjects.Depth depth) {}

  CompletableFuture<SharedObjects> sharedObjects(ReleaseFile wheel, SharedObjects.Depth depth) {
    FactStore.Kind kind =
        switch (depth) {
          case REACHED -> FactStore.Kind.SHARED_OBJECTS_REACHED;
          case ALL -> FactStore.Kind.SHARED_OBJECTS_ALL;
        };
    return PypiIndex.coalesced(
        sharedObjects,
        new Looked(wheel, depth),
        key ->
            kept(
                IndexQuestion.SHARED_OBJECTS,
                wheel,
                () -> store.find(wheel, kind).flatMap(SharedObjectPacking::fromBytes),
                () -> readSharedObjects(wheel, depth, kind)));
  }

  private CompletableFuture<SharedObjects> readSharedObjects(
      ReleaseFile wheel, SharedObjects.Depth depth, FactStore.Kind kind) {
    return this.<SharedObjects>refusedOffline(wheel)
        .orElseGet(
            () ->
                new SharedObjectReader(fetcher, wheel.url().toString(), depth)
                    .read()
                    .thenApplyAsync(
                        objects -> {
                          store.add(wheel, kind, SharedObjectPacking.toBytes(objects));
                          return objects;
                        },
                        work));
  }

  private record Known<T>(T fact, boolean fromCache) {}

  /** What is in the store, else what is fetched; the listener hears of it either way. */
  private <T> CompletableFuture<T> kept(
      IndexQuestion question,
      ReleaseFile file,
      Supplier<Optional<T>> stored,
      Supplier<CompletableFuture<T>> fetch) {
    listener.asked(question, file.fileName());
    return CompletableFuture.supplyAsync(stored, work)
        .thenCompose(
            found ->
                found.isPresent()
                    ? CompletableFuture.completedFuture(new Known<>(found.get(), true))
                    : fetch.get().thenApply(fact -> new Known<>(fact, false)))
        .whenComplete(
            (known, failure) ->
                listener.answered(question, file.fileName(), failure == null && known.fromCache()))
        .thenApply(Known::fact);
  }

  private CompletableFuture<MetadataText> fetchMetadata(ReleaseFile file) {
    CompletableFuture<MetadataText> fetched =
        file.isWheel()
            ? metadataFile(file)
                .thenCompose(
                    found ->
                        found.isPresent()
                            ? CompletableFuture.completedFuture(found.get())
                            : metadataInWheel(file))
            : lookIntoSdist(file, false).thenApply(SdistLook::metadata);
    return fetched.thenApplyAsync(
        text -> {
          store.add(file, FactStore.Kind.METADATA, text.toBytes());
          return text;
        },
        work);
  }

  /** Empty where there is none: even one that is announced may be missing. */
  private CompletableFuture<Optional<MetadataText>> metadataFile(ReleaseFile wheel) {
    Optional<CompletableFuture<Optional<MetadataText>>> refused = refusedOffline(wheel);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (wheel.metadata() == MetadataOffer.UNSAID && LocalFetcher.isLocal(wheel.url().toString())) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    // A host may have them for some projects alone.
    List<AtomicInteger> misses = List.of(misses(wheel, ""), misses(wheel, wheel.project().value()));
    if (wheel.metadata() == MetadataOffer.UNSAID
        && misses.stream().anyMatch(count -> count.get() >= GIVE_UP_ON_METADATA_FILES)) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return fetcher.fetch(
        wheel.url() + ".metadata",
        Map.of(),
        (answer, body) -> {
          if (answer.status() != 200) {
            misses.forEach(AtomicInteger::incrementAndGet);
            return Optional.empty();
          }
          misses.forEach(count -> count.set(Integer.MIN_VALUE / 2));
          MetadataFields fields =
              MetadataFields.parse(
                  new String(BoundedStream.readAll(body, METADATA_LIMIT), StandardCharsets.UTF_8));
          return fields.isCoreMetadata()
              ? Optional.of(MetadataText.of(fields, Provenance.METADATA_FILE))
              : Optional.empty();
        });
  }

  private AtomicInteger misses(ReleaseFile wheel, String project) {
    return missesByPlace.computeIfAbsent(
        wheel.url().getHost() + "/" + project, place -> new AtomicInteger());
  }

  private CompletableFuture<MetadataText> metadataInWheel(ReleaseFile wheel) {
    return lookIntoWheel(wheel, true)
        .thenApply(
            look ->
                look.metadata()
                    .map(MetadataFields::parse)
                    .filter(MetadataFields::isCoreMetadata)
                    .map(fields -> MetadataText.of(fields, Provenance.WHEEL))
                    .orElseThrow(
                        () ->
                            new IndexException(
                                "the wheel `" + wheel.fileName() + "` has no METADATA")));
  }

  private CompletableFuture<WheelReader.Look> lookIntoWheel(
      ReleaseFile wheel, boolean wantMetadata) {
    return this.<WheelReader.Look>refusedOffline(wheel)
        .orElseGet(
            () ->
                new WheelReader(fetcher, wheel.url().toString())
                    .look(wantMetadata)
                    .thenApplyAsync(
                        look -> {
                          look.contents()
                              .ifPresent(
                                  contents ->
                                      store.add(
                                          wheel,
                                          FactStore.Kind.WHEEL_CONTENTS,
                                          WheelSummary.toBytes(contents)));
                          return look;
                        },
                        work));
  }

  /** Joins a reading under way where it tells what is wanted; else reads the sdist itself. */
  private CompletableFuture<SdistLook> lookIntoSdist(ReleaseFile sdist, boolean wantContents) {
    Optional<CompletableFuture<SdistLook>> refused = refusedOffline(sdist);
    if (refused.isPresent()) {
      return refused.get();
    }
    return PypiIndex.coalesced(looks, sdist, key -> readSdist(sdist, wantContents))
        .thenCompose(
            look ->
                look.contents().isPresent() || !wantContents
                    ? CompletableFuture.completedFuture(look)
                    : readSdist(sdist, true));
  }

  private CompletableFuture<SdistLook> readSdist(ReleaseFile sdist, boolean wantContents) {
    String name = sdist.fileName();
    if (!SdistReader.canRead(name)) {
      return CompletableFuture.completedFuture(
          new SdistLook(
              SdistMetadata.of(new SdistArchive()), Optional.of(SdistInspection.unreadable(name))));
    }
    return archive(sdist, SdistReader.TELLING, enough(wantContents))
        .thenApplyAsync(archive -> understand(sdist, archive), work);
  }

  /**
   * The files of an sdist, read anew each time.
   *
   * @param wanted how much of a member to read, in bytes, by its path; 0 for nothing
   */
  CompletableFuture<SdistFiles> sdistFiles(ReleaseFile sdist, ToIntFunction<String> wanted) {
    Optional<CompletableFuture<SdistFiles>> refused = refusedOffline(sdist);
    if (refused.isPresent()) {
      return refused.get();
    }
    return SdistReader.canRead(sdist.fileName())
        ? archive(sdist, wanted, archive -> false).thenApplyAsync(SdistArchive::toFiles, work)
        : CompletableFuture.completedFuture(new SdistFiles(List.of(), new TreeMap<>(), true));
  }

  private record Studied(ReleaseFile sdist, String study) {}

  CompletableFuture<byte[]> sdistStudy(ReleaseFile sdist, SdistStudy study) {
    String kind = "STUDY:" + study.id();
    return PypiIndex.coalesced(
        studies,
        new Studied(sdist, study.id()),
        key ->
            kept(
                IndexQuestion.SDIST_STUDY,
                sdist,
                () -> store.find(sdist, kind),
                () ->
                    filesFor(sdist, study)
                        .thenApplyAsync(
                            files -> {
                              byte[] made = study.making().apply(files);
                              store.add(sdist, kind, made);
                              return made;
                            },
                            work)));
  }

  /** One stream, and of a ZIP file too: a request for each of its texts would be worse. */
  private CompletableFuture<SdistFiles> filesFor(ReleaseFile sdist, SdistStudy study) {
    Optional<CompletableFuture<SdistFiles>> refused = refusedOffline(sdist);
    if (refused.isPresent()) {
      return refused.get();
    }
    SdistReader reader = SdistReader.ofStudies(study.packedBytes());
    return SdistReader.canRead(sdist.fileName())
        ? stream(sdist, reader, study.wanted(), archive -> false)
            .thenApplyAsync(SdistArchive::toFiles, work)
        : CompletableFuture.completedFuture(new SdistFiles(List.of(), new TreeMap<>(), true));
  }

  private CompletableFuture<SdistArchive> archive(
      ReleaseFile sdist, ToIntFunction<String> wanted, Predicate<SdistArchive> enough) {
    return sdist.fileName().endsWith(".zip")
        ? zip(sdist, wanted, enough)
        : stream(sdist, SdistReader.USUAL, wanted, enough);
  }

  private CompletableFuture<SdistArchive> stream(
      ReleaseFile sdist,
      SdistReader reader,
      ToIntFunction<String> wanted,
      Predicate<SdistArchive> enough) {
    String name = sdist.fileName();
    return fetcher.fetch(
        sdist.url().toString(),
        Map.of("Accept-Encoding", "identity"),
        (answer, body) -> {
          if (answer.status() != 200) {
            throw new IndexException(
                "the sdist `" + name + "` cannot be read: the server answered " + answer.status());
          }
          return reader.read(name, body, wanted, enough);
        });
  }

  /** In parts, where the server sends such. */
  private CompletableFuture<SdistArchive> zip(
      ReleaseFile sdist, ToIntFunction<String> wanted, Predicate<SdistArchive> enough) {
    return new RemoteZip(fetcher, "sdist", sdist.url().toString())
        .open((body, size) -> SdistReader.USUAL.read(sdist.fileName(), body, wanted, enough))
        .thenCompose(
            opened ->
                opened
                    .whole()
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> SdistReader.read(opened.directory().orElseThrow(), wanted)));
  }

  private static Predicate<SdistArchive> enough(boolean wantContents) {
    return archive -> !wantContents && SdistMetadata.isSettled(archive);
  }

  private SdistLook understand(ReleaseFile sdist, SdistArchive archive) {
    MetadataText text = SdistMetadata.of(archive);
    store.add(sdist, FactStore.Kind.METADATA, text.toBytes());
    if (!archive.isComplete() && !archive.isCutOff()) {
      return new SdistLook(text, Optional.empty());
    }
    SdistContents contents = SdistInspection.of(archive);
    store.add(sdist, FactStore.Kind.SDIST_CONTENTS, SdistInspection.toBytes(contents));
    return new SdistLook(text, Optional.of(contents));
  }

  private <T> Optional<CompletableFuture<T>> refusedOffline(ReleaseFile file) {
    return offline && !LocalFetcher.isLocal(file.url().toString())
        ? Optional.of(
            CompletableFuture.failedFuture(
                new IndexException(
                    "what is in `"
                        + file.fileName()
                        + "` is not in the cache, and offline nobody is asked")))
        : Optional.empty();
  }
}
