package wheelbase.wizard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import wheelbase.index.IndexQuestion;
import wheelbase.pep508.PackageName;
import wheelbase.platform.TargetPlatform;
import wheelbase.resolver.Resolution;
import wheelbase.survey.ProgressEvent;
import wheelbase.survey.ProgressListener;
import wheelbase.wheels.VerdictClass;
import wheelbase.wizard.Sight.Asked;
import wheelbase.wizard.Sight.Cures;
import wheelbase.wizard.Sight.Retry;
import wheelbase.wizard.Sight.Row;
import wheelbase.wizard.Sight.State;
import wheelbase.wizard.Sight.Target;

/**
 * Gathers what the pipeline tells, from its many threads, into what can be seen of it. To hear and
 * to look are both quick: rows are replaced, never changed, so that a look copies references only.
 */
final class Looking implements ProgressListener {
  private static final int WAITING_SHOWN = 8;

  private final Runnable news;
  private final InstantSource clock;
  private final Instant begun;
  private final AtomicBoolean told = new AtomicBoolean();

  private String stage = "";
  private final Map<IndexQuestion, Asked> asked = new EnumMap<>(IndexQuestion.class);
  private final Set<String> waitingFor = new LinkedHashSet<>();
  private final List<String> pythons = new ArrayList<>();
  private final Map<TargetPlatform, Integer> columns = new HashMap<>();
  private final List<Target> targets = new ArrayList<>();
  private final Map<PackageName, Integer> places = new HashMap<>();
  private final List<Row> packages = new ArrayList<>();
  private int latest = -1;
  private Optional<Cures> cures = Optional.empty();
  private Optional<Retry> retry = Optional.empty();

  /**
   * @param news told that there is something new to be seen, and not again before it was looked at
   */
  Looking(Runnable news, InstantSource clock) {
    this.news = news;
    this.clock = clock;
    this.begun = clock.instant();
  }

  synchronized Sight sight() {
    told.set(false);
    return new Sight(
        stage,
        asked,
        waitingFor.stream().limit(WAITING_SHOWN).toList(),
        pythons,
        targets,
        packages,
        latest,
        cures,
        retry,
        Duration.between(begun, clock.instant()));
  }

  @Override
  public void stage(String name) {
    synchronized (this) {
      stage = name;
    }
    tell();
  }

  @Override
  public void happened(ProgressEvent event) {
    synchronized (this) {
      note(event);
    }
    tell();
  }

  private void tell() {
    if (told.compareAndSet(false, true)) {
      news.run();
    }
  }

  private void note(ProgressEvent event) {
    if (event instanceof ProgressEvent.IndexAsked question) {
      count(question.question(), question.answered(), question.asked(), 0);
      waitingFor.add(question.about());
    } else if (event instanceof ProgressEvent.IndexAnswered answer) {
      count(answer.question(), answer.answered(), answer.asked(), answer.fromCacheSoFar());
      waitingFor.remove(answer.about());
    } else if (event instanceof ProgressEvent.IndexAskedAgain again) {
      int before = retry.map(Retry::count).orElse(0);
      retry = Optional.of(new Retry(before + 1, again.address() + ": " + again.reason()));
    } else if (event instanceof ProgressEvent.PythonTried tried) {
      pythons.add(tried.series());
    } else if (event instanceof ProgressEvent.TargetsChosen chosen) {
      choose(chosen.targets());
    } else if (event instanceof ProgressEvent.TargetBegun begins) {
      reach(begins.target(), State.RESOLVING, 0);
    } else if (event instanceof ProgressEvent.TargetPinned pinned) {
      pin(pinned.target(), pinned.resolution());
    } else if (event instanceof ProgressEvent.TargetDone done) {
      reach(done.target(), State.DONE, 0);
    } else if (event instanceof ProgressEvent.Judged judged) {
      judge(judged);
    } else if (event instanceof ProgressEvent.CuresSought sought) {
      int found = cures.map(Cures::found).orElse(0) + sought.found().size();
      cures = Optional.of(new Cures(sought.done(), sought.all(), found));
    }
  }

  /** Of a kind the counts only grow; a question does not know how many answers the cache gave. */
  private void count(IndexQuestion question, int answered, int all, int fromCache) {
    asked.merge(
        question,
        new Asked(answered, all, fromCache),
        (before, now) ->
            new Asked(
                Math.max(before.answered(), now.answered()),
                Math.max(before.asked(), now.asked()),
                Math.max(before.fromCache(), now.fromCache())));
  }

  /** Targets that were resolved already, to choose the Python, keep what they have reached. */
  private void choose(List<TargetPlatform> chosen) {
    Map<TargetPlatform, Target> reached = new HashMap<>();
    targets.forEach(target -> reached.put(target.platform(), target));
    columns.clear();
    targets.clear();
    packages.clear();
    places.clear();
    latest = -1;
    for (TargetPlatform platform : chosen) {
      columns.put(platform, targets.size());
      targets.add(reached.getOrDefault(platform, new Target(platform, State.WAITING, 0)));
    }
  }

  private void reach(TargetPlatform platform, State state, int pins) {
    Integer column = columns.get(platform);
    if (column == null) {
      return;
    }
    Target before = targets.get(column);
    if (state.compareTo(before.state()) > 0 && before.state() != State.CONFLICT) {
      targets.set(column, new Target(platform, state, Math.max(pins, before.pins())));
    }
  }

  private void pin(TargetPlatform platform, Resolution resolution) {
    resolution.conflict().ifPresent(conflict -> reach(platform, State.CONFLICT, 0));
    resolution
        .resolved()
        .ifPresent(
            resolved -> {
              reach(platform, State.PINNED, resolved.pins().size());
              resolved
                  .pins()
                  .values()
                  .forEach(pin -> row(pin.name(), pin.version().map(Object::toString)));
            });
  }

  private int row(PackageName name, Optional<String> version) {
    return places.computeIfAbsent(
        name,
        unseen -> {
          packages.add(
              new Row(name, version, Collections.nCopies(targets.size(), Optional.empty())));
          return packages.size() - 1;
        });
  }

  private void judge(ProgressEvent.Judged judged) {
    Integer column = columns.get(judged.target());
    if (column == null) {
      return;
    }
    latest = row(judged.name(), judged.version().map(Object::toString));
    Row before = packages.get(latest);
    List<Optional<VerdictClass>> verdicts = new ArrayList<>(before.verdicts());
    verdicts.set(column, Optional.of(judged.verdict()));
    packages.set(latest, new Row(before.name(), before.version(), verdicts));
  }
}
