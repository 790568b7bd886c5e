package wheelbase.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.pep508.PackageName;

/** Finds what takes its work from a queue: Celery's worker and beat, RQ's worker. */
final class Workers {
  private static final PackageName BEAT_IN_THE_DATABASE = new PackageName("django-celery-beat");
  private static final Pattern BEAT =
      Pattern.compile("(?i)\\b(?:\\w*beat_schedule|add_periodic_task)\\b");
  private static final Pattern QUEUE =
      Pattern.compile("\\bQueue\\s*\\(\\s*(?:name\\s*=\\s*)?(?:[\"']([\\w.-]+)[\"'])?");
  private static final Pattern SCHEDULES =
      Pattern.compile("\\.(?:enqueue_in|enqueue_at|cron)\\s*\\(");

  private final ProjectSources sources;
  private final Set<PackageName> installed;

  Workers(ProjectSources sources, Set<PackageName> installed) {
    this.sources = sources;
    this.installed = Set.copyOf(installed);
  }

  /**
   * The worker first.
   *
   * @param celery the variable that holds Celery's application
   */
  List<OtherProcess> find(Optional<Candidate> celery) {
    var found = new ArrayList<OtherProcess>();
    celery.ifPresent(
        application -> {
          found.add(new OtherProcess("worker", celery(application, "worker")));
          if (hasBeat()) {
            found.add(new OtherProcess("beat", beat(application)));
          }
        });
    if (Framework.RQ.isAmong(installed)) {
      rq().ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private static List<String> celery(Candidate application, String program) {
    var words = new ArrayList<String>(List.of("celery"));
    if (!application.directory().isEmpty()) {
      words.addAll(List.of("--workdir", application.directory()));
    }
    words.addAll(List.of("-A", application.entryPoint(), program, "--loglevel", "INFO"));
    return List.copyOf(words);
  }

  private boolean hasBeat() {
    return installed.contains(BEAT_IN_THE_DATABASE)
        || sources.python().stream().anyMatch(source -> source.has(BEAT));
  }

  /** What it writes down goes where a read-only root lets it. */
  private List<String> beat(Candidate application) {
    var words = new ArrayList<>(celery(application, "beat"));
    words.addAll(
        installed.contains(BEAT_IN_THE_DATABASE)
            ? List.of("--scheduler", "django_celery_beat.schedulers:DatabaseScheduler")
            : List.of("--schedule", "/dev/shm/celerybeat-schedule"));
    return List.copyOf(words);
  }

  private Optional<OtherProcess> rq() {
    Set<String> queues = new TreeSet<>();
    boolean schedules = false;
    for (PythonSource source : sources.python()) {
      Imports imports = sources.imports(source);
      if (imports.meaning("Queue").or(() -> imports.meaning("rq")).filter(this::isRq).isPresent()) {
        for (PythonSource.Found queue : source.findAll(QUEUE)) {
          Matcher named = queue.match();
          queues.add(named.group(1) == null ? "default" : named.group(1));
        }
        schedules |= source.has(SCHEDULES);
      }
    }
    if (queues.isEmpty()) {
      return Optional.empty();
    }
    var words = new ArrayList<>(List.of("rq", "worker"));
    if (schedules) {
      words.add("--with-scheduler");
    }
    words.addAll(queues);
    return Optional.of(new OtherProcess("worker", words));
  }

  private boolean isRq(String meaning) {
    return (meaning + ".").startsWith(Framework.RQ.importName() + ".");
  }
}
