package wheelbase.wizard.prompt;

import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Wording;
import wheelbase.dockerfile.ExplainedLine;
import wheelbase.dockerfile.FileChange;
import wheelbase.dockerfile.GeneratedFile;
import wheelbase.wizard.Course;
import wheelbase.wizard.Ending;
import wheelbase.wizard.Preview;
import wheelbase.wizard.Step;
import wheelbase.wizard.Turn;
import wheelbase.wizard.Written;

/** What would be written, and what is done with it. */
final class PreviewStep {
  private final Course course;
  private final Speech speech;
  private Optional<Ending> ending = Optional.empty();

  PreviewStep(Course course, Speech speech) {
    this.course = course;
    this.speech = speech;
  }

  Going go() {
    speech.heading(Step.PREVIEW);
    show();
    return switch (new Menu("What now", commands()).ask(speech)) {
      case BACK -> Going.back(Step.OPTIONS);
      case QUIT -> Going.leave();
      default -> new Going.Ended(ending.orElseThrow());
    };
  }

  private void show() {
    Preview preview = course.preview();
    speech.say("Into " + preview.directory().toAbsolutePath().normalize() + ":");
    for (FileChange change : preview.changes()) {
      show(change, change == preview.changes().get(0));
    }
    speech.blank();
    preview.diagnostics().forEach(speech::problem);
  }

  /** The Dockerfile whole, the others in a line, unless they differ from what is there. */
  private void show(FileChange change, boolean whole) {
    GeneratedFile file = change.file();
    String lines = Wording.count(file.text().lines().count(), "line");
    speech.blank();
    speech.sentence(
        switch (change.kind()) {
          case SAME -> file.name() + " stays as it is";
          case NEW -> file.name() + " is new, " + lines;
          case DIFFERENT -> file.name() + " differs from what is there";
        });
    if (whole) {
      speech.blank();
      speech.text(file.text());
    }
    if (change.kind() == FileChange.Kind.DIFFERENT) {
      speech.blank();
      speech.say("The difference, - is there and + would be:");
      speech.text(String.join("\n", change.difference()));
    }
  }

  private Way files() {
    course.preview().changes().forEach(change -> show(change, true));
    return Way.AGAIN;
  }

  private List<Command> commands() {
    return List.of(
        Command.of("write", "writes the files", this::write),
        Command.of("files", "shows every file whole", this::files),
        Command.of("reasons", "says of each line why it is there", this::reasons),
        keep("answers", "keeps the answers, for --answers", Turn.Keepsake.ANSWERS),
        keep("html", "keeps all this as a page to share", Turn.Keepsake.SHARED_PAGE),
        Command.of("command", "says the command line that does the same", this::command));
  }

  private Command keep(String name, String help, Turn.Keepsake what) {
    return new Command(name, "FILE", help, () -> course.names(""), file -> keep(name, what, file));
  }

  private Way keep(String name, Turn.Keepsake what, String file) {
    if (file.isEmpty()) {
      speech.sentence("A file is to be named, as in: " + name + " wheelbase." + name);
      return Way.MEND;
    }
    String place = Command.answer(file);
    if (course.isThere(place)) {
      Way way = new ReplacePrompt(List.of(place), false).ask(speech);
      if (way != Way.ON) {
        return way == Way.QUIT ? Way.QUIT : Way.AGAIN;
      }
    }
    speech.problem(course.save(new Turn.Save(what, place)));
    return Way.AGAIN;
  }

  private Way command() {
    speech.text(course.command());
    return Way.AGAIN;
  }

  private Way reasons() {
    for (ExplainedLine line : course.preview().dockerfile()) {
      if (line.isInstruction()) {
        speech.text(line.text());
        line.reasons().forEach(reason -> speech.item("-", reason));
      }
    }
    return Way.AGAIN;
  }

  private Way write() {
    Preview preview = course.preview();
    boolean replaces = preview.replacesFiles();
    if (replaces) {
      List<String> names =
          preview.different().stream().map(change -> change.file().name()).toList();
      Way way = new ReplacePrompt(names, true).ask(speech);
      if (way != Way.ON) {
        return way == Way.QUIT ? Way.QUIT : Way.AGAIN;
      }
    }
    Written written = course.write(replaces);
    written.problem().ifPresent(speech::problem);
    ending = written.ending();
    return ending.isPresent() ? Way.ON : Way.AGAIN;
  }
}
