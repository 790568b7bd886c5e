package wheelbase.index.pypi;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import wheelbase.elf.ByteSource;
import wheelbase.elf.ElfFile;
import wheelbase.elf.ElfReader;
import wheelbase.elf.ElfReading;
import wheelbase.elf.LinkedFiles;
import wheelbase.index.NativeFile;
import wheelbase.index.SharedObjects;

/**
 * Reads the linkage of the machine code in a wheel on a server: the extension modules first, then
 * what they need of the other files, round by round. Whether a file is read depends on its size and
 * on the files read before, never on how fast they came.
 */
final class SharedObjectReader {
  /** Of so little all is read at once: another round would take longer than the bytes. */
  private static final long READ_AT_ONCE = 2_000_000;

  /** Members as near as this to each other are read in one request. */
  private static final long NEAR = 256 * 1024;

  private static final long HELD_AT_ONCE = 8_000_000;
  private static final int REQUESTS_AT_ONCE = 8;
  private static final int MOST_FILES = 1500;
  private static final int MOST_NOTICES = 200;

  /** Machine code shrinks to a third: files that come to so much more were made to keep us busy. */
  private static final int MOST_GROWTH = 12;

  private static final String TOO_MANY = "there are too many files";
  private static final long WHOLE_FILE_UNPACKED = 64_000_000;

  private final RemoteZip wheel;
  private final SharedObjects.Depth depth;

  SharedObjectReader(Fetcher fetcher, String url, SharedObjects.Depth depth) {
    this.wheel = new RemoteZip(fetcher, "wheel", url);
    this.depth = depth;
  }

  CompletableFuture<SharedObjects> read() {
    return wheel
        .open(this::readWhole)
        .thenCompose(
            opened ->
                opened
                    .whole()
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(
                        () -> {
                          RemoteZip.Directory directory = opened.directory().orElseThrow();
                          Progress progress = new Progress(directory.entries());
                          return rounds(directory, progress);
                        }));
  }

  private CompletableFuture<SharedObjects> rounds(
      RemoteZip.Directory directory, Progress progress) {
    List<ZipDirectory.Entry> next = progress.next();
    if (next.isEmpty()) {
      return CompletableFuture.completedFuture(progress.result());
    }
    return inTurn(directory, batches(runs(next)), progress)
        .thenCompose(read -> rounds(directory, progress));
  }

  /** The members of a batch at the same time, one batch after the other. */
  private static CompletableFuture<Progress> inTurn(
      RemoteZip.Directory directory, List<List<Run>> batches, Progress progress) {
    CompletableFuture<Progress> done = CompletableFuture.completedFuture(progress);
    for (List<Run> batch : batches) {
      done =
          done.thenCompose(
              before -> {
                List<CompletableFuture<List<Read>>> requests =
                    batch.stream()
                        .map(run -> directory.read(run.members(), SharedObjectReader::linkage))
                        .toList();
                return CompletableFuture.allOf(requests.toArray(CompletableFuture<?>[]::new))
                    .thenApply(
                        all -> {
                          requests.forEach(request -> request.join().forEach(before::add));
                          return before;
                        });
              });
    }
    return done;
  }

  private record Read(String path, ElfReading reading) {
    void addTo(SortedMap<String, ElfFile> files, SortedMap<String, String> unread) {
      if (reading instanceof ElfFile file) {
        files.put(path, file);
      } else if (reading instanceof ElfReading.Unreadable unreadable) {
        unread.put(path, unreadable.why());
      }
    }
  }

  private static Read linkage(ZipDirectory.Entry entry, PackedMember member) throws IOException {
    try {
      return new Read(entry.name(), ElfReader.read(member));
    } catch (PackedMember.DamagedMemberException damaged) {
      return new Read(entry.name(), new ElfReading.Unreadable(damaged.getMessage()));
    }
  }

  /** Members that lie near each other, in the order in which they lie in the file. */
  private record Run(List<ZipDirectory.Entry> members) {
    long packedBytes() {
      return members.stream().mapToLong(ZipDirectory.Entry::compressed).sum();
    }
  }

  private static List<Run> runs(List<ZipDirectory.Entry> entries) {
    List<Run> runs = new ArrayList<>();
    long end = 0;
    for (ZipDirectory.Entry entry :
        entries.stream().sorted(Comparator.comparingLong(ZipDirectory.Entry::offset)).toList()) {
      boolean near = !runs.isEmpty() && entry.offset() >= end && entry.offset() - end <= NEAR;
      if (!near) {
        runs.add(new Run(new ArrayList<>()));
      }
      runs.get(runs.size() - 1).members().add(entry);
      end = entry.offset() + ZipDirectory.LOCAL_LENGTH + entry.name().length() + entry.compressed();
    }
    return runs;
  }

  /** Of what is read at the same time much may have to be held at the same time. */
  private static List<List<Run>> batches(List<Run> runs) {
    List<List<Run>> batches = new ArrayList<>();
    long bytes = 0;
    for (Run run : runs) {
      boolean fits = bytes + run.packedBytes() <= HELD_AT_ONCE;
      if (batches.isEmpty()
          || !fits
          || batches.get(batches.size() - 1).size() >= REQUESTS_AT_ONCE) {
        batches.add(new ArrayList<>());
        bytes = 0;
      }
      batches.get(batches.size() - 1).add(run);
      bytes += run.packedBytes();
    }
    return batches;
  }

  /** What was read of a wheel, and what is worth reading next. */
  private final class Progress {
    private final SortedMap<String, ZipDirectory.Entry> waiting = new TreeMap<>();
    private final SortedMap<String, ElfFile> files = new TreeMap<>();
    private final SortedMap<String, String> unread = new TreeMap<>();
    private final List<String> roots;
    private final Notices notices = new Notices();
    private long allowance = depth.packedBytes();
    private long unpackedAllowance = MOST_GROWTH * depth.packedBytes();

    Progress(List<ZipDirectory.Entry> entries) {
      List<NativeFile> natives = new ArrayList<>();
      for (ZipDirectory.Entry entry : entries) {
        notices.add(entry.name());
        Optional<NativeFile> file = NativeFile.of(entry.name());
        if (file.isPresent()) {
          natives.add(file.get());
          consider(entry);
        }
      }
      this.roots = NativeFile.roots(natives);
    }

    private void consider(ZipDirectory.Entry entry) {
      String path = entry.name();
      if (waiting.containsKey(path) || unread.containsKey(path)) {
        unread.put(path, "it is in the wheel twice");
        waiting.remove(path);
      } else if (waiting.size() >= MOST_FILES) {
        unread.put(path, TOO_MANY);
      } else if (isOdd(entry)) {
        unread.put(path, "it is packed in an unusual way");
      } else {
        waiting.put(path, entry);
      }
    }

    private boolean isOdd(ZipDirectory.Entry entry) {
      return entry.compressed() < 0
          || entry.size() < 0
          || entry.method() != ZipDirectory.STORED && entry.method() != ZipDirectory.DEFLATED;
    }

    void add(Read read) {
      read.addTo(files, unread);
    }

    /** What to read in the next round; the smallest first, until the allowance is used up. */
    List<ZipDirectory.Entry> next() {
      SortedSet<String> wanted = wanted();
      List<ZipDirectory.Entry> next = new ArrayList<>();
      for (ZipDirectory.Entry entry :
          waiting.values().stream()
              .filter(entry -> wanted.contains(entry.name()))
              .sorted(
                  Comparator.comparingLong(ZipDirectory.Entry::compressed)
                      .thenComparing(ZipDirectory.Entry::name))
              .toList()) {
        waiting.remove(entry.name());
        if (entry.compressed() > allowance || entry.size() > unpackedAllowance) {
          unread.put(entry.name(), "it is too big");
        } else {
          allowance -= entry.compressed();
          unpackedAllowance -= entry.size();
          next.add(entry);
        }
      }
      return next;
    }

    private SortedSet<String> wanted() {
      long all = waiting.values().stream().mapToLong(ZipDirectory.Entry::compressed).sum();
      if (all <= Math.min(READ_AT_ONCE, allowance)) {
        return new TreeSet<>(waiting.keySet());
      }
      SortedSet<String> others = new TreeSet<>(waiting.keySet());
      others.addAll(unread.keySet());
      SortedSet<String> reached = new LinkedFiles(files, others).reachedFrom(roots);
      reached.retainAll(waiting.keySet());
      return reached.isEmpty() && depth == SharedObjects.Depth.ALL
          ? new TreeSet<>(waiting.keySet())
          : reached;
    }

    SharedObjects result() {
      waiting.keySet().forEach(path -> unread.put(path, "nothing that is imported needs it"));
      return notices.with(files, unread);
    }
  }

  /** The names of files that say something about the others. */
  private static final class Notices {
    private final List<String> licences = new ArrayList<>();
    private final List<String> bills = new ArrayList<>();

    void add(String path) {
      int top = path.indexOf(".dist-info/");
      if (top < 0 || path.endsWith("/") || licences.size() + bills.size() >= MOST_NOTICES) {
        return;
      }
      String below = path.substring(top + ".dist-info/".length());
      if (below.startsWith("sboms/")) {
        bills.add(path);
      } else if (below.startsWith("licenses/")
          || below.matches("(?i)(?:licen[cs]e|copying|notice).*")) {
        licences.add(path);
      }
    }

    SharedObjects with(SortedMap<String, ElfFile> files, SortedMap<String, String> unread) {
      return new SharedObjects(
          files, unread, licences.stream().sorted().toList(), bills.stream().sorted().toList());
    }
  }

  /** Where the server sends no parts: as much as the depth allows. */
  private SharedObjects readWhole(InputStream body, OptionalLong size) throws IOException {
    if (size.isEmpty() || size.getAsLong() > depth.packedBytes()) {
      throw wheel.unusable("the server sends no parts, and the whole is too big");
    }
    Notices notices = new Notices();
    SortedMap<String, ElfFile> files = new TreeMap<>();
    SortedMap<String, String> unread = new TreeMap<>();
    long allowance = WHOLE_FILE_UNPACKED * 4;
    try (ZipInputStream members =
        new ZipInputStream(new BoundedStream(body, depth.packedBytes()))) {
      for (ZipEntry entry = members.getNextEntry(); entry != null; entry = members.getNextEntry()) {
        notices.add(entry.getName());
        if (NativeFile.of(entry.getName()).isPresent()) {
          byte[] bytes = members.readNBytes((int) Math.min(WHOLE_FILE_UNPACKED, allowance));
          allowance -= bytes.length;
          Read read = new Read(entry.getName(), ElfReader.read(ByteSource.of(bytes)));
          if (files.size() < MOST_FILES) {
            read.addTo(files, unread);
          } else {
            unread.put(read.path(), TOO_MANY);
          }
        }
      }
    } catch (ZipException damaged) {
      throw wheel.unusable(damaged.getMessage());
    }
    return notices.with(files, unread);
  }
}
