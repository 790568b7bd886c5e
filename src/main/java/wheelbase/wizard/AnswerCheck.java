package wheelbase.wizard;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import wheelbase.TypedChoices;
import wheelbase.baseimage.Catalogue;
import wheelbase.baseimage.ImageSelection;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Severity;
import wheelbase.diagnostic.Spelling;
import wheelbase.pep508.PackageName;
import wheelbase.requirements.RequirementEdit;
import wheelbase.requirements.Selection;

/**
 * What is wrong with an answer whatever the project is: the same for a field, a flag and an answers
 * file. The messages name none of them. No words at all are right everywhere: the default.
 */
public final class AnswerCheck {
  private static final Pattern SEVERAL = Pattern.compile("(?s).*[,\\s].*");

  private AnswerCheck() {}

  /** The first thing that is wrong with the words, and what would be right. */
  public static Optional<Diagnostic> of(Topic topic, List<String> words) {
    if (words.size() > 1 && !topic.takesSeveral()) {
      return severalAnswers(words);
    }
    Optional<Diagnostic> wrong =
        words.stream().flatMap(word -> of(topic, word).stream()).findFirst();
    return wrong.or(() -> topic == Topic.CURES ? contradiction(words) : Optional.empty());
  }

  static Optional<Diagnostic> severalAnswers(List<String> words) {
    return Optional.of(
        Diagnostic.error("several-answers", "one answer is wanted, not " + words.size())
            .withHint("say which: " + String.join(", ", words)));
  }

  /** What is wrong with answers that are each right: a base of another Python than those named. */
  public static Optional<Diagnostic> ofBaseBesidePython(Answers answers) {
    return error(
        selection(
            String.join(",", answers.to(Topic.BASE).orElse(List.of())),
            answers.to(Topic.PYTHON).map(words -> String.join(",", words))));
  }

  private static Optional<Diagnostic> of(Topic topic, String word) {
    if (word.indexOf('\0') >= 0) {
      return Optional.of(Diagnostic.error("no-text", "there is a NUL among its characters"));
    }
    if (word.codePoints().anyMatch(each -> Character.getType(each) == Character.SURROGATE)) {
      return Optional.of(
          Diagnostic.error("no-text", "there is half of a character (a lone surrogate) in it"));
    }
    return switch (topic) {
      case REQUIREMENTS, OUTPUT -> path(word).refusal();
      case EXTRAS, GROUPS -> name(word);
      case PYTHON -> ofSelection(word, () -> selection("", Optional.of(word)));
      case BASE -> ofSelection(word, () -> selection(word, Optional.empty()));
      case ARCHITECTURES -> TypedChoices.architecture(word).refusal();
      case CURES -> cure(word).refusal();
      case APPLICATION -> TypedChoices.application(word).refusal();
      case PORT -> TypedChoices.port(word).refusal();
      case HEALTH -> TypedChoices.health(word).refusal();
      case WORKERS -> TypedChoices.workers(word).refusal();
      case USER -> TypedChoices.user(word).refusal();
      case NO_BINARY -> TypedChoices.noBinary(word).refusal();
      case LAYOUT -> TypedChoices.layout(word).refusal();
      case INSTALLER -> TypedChoices.installer(word).refusal();
      case BUILDER -> TypedChoices.builder(word).refusal();
      case TEST -> TypedChoices.test(word).refusal();
      case CACHE_MOUNTS, DOCKERIGNORE, LINK_CHECK, LOCK, DIGEST -> yesOrNo(word);
    };
  }

  static Checked<Path> path(String word) {
    try {
      if (!word.isBlank()) {
        return Checked.taken(Path.of(word));
      }
    } catch (InvalidPathException e) {
      // Said below: no file can be called so.
    }
    return Checked.refused(
        Diagnostic.error("not-a-path", "`" + word + "` is not the name of a file or directory"));
  }

  /** Names of extras and groups are written as those of packages are (PEP 685, PEP 735). */
  private static Optional<Diagnostic> name(String word) {
    return PackageName.isValid(word)
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error("not-a-name", "`" + word + "` is not the name of an extra or a group")
                .withHint("letters, digits, and . _ - between them; several by repeating it"));
  }

  /**
   * @param there the extras or groups that there are, normalised
   */
  static Optional<Diagnostic> ofParts(Topic topic, List<String> words, Set<String> there) {
    Optional<Diagnostic> wrong = of(topic, words);
    Selection wanted =
        topic == Topic.EXTRAS ? Selection.of(words, List.of()) : Selection.of(List.of(), words);
    return wrong.isPresent()
        ? wrong
        : wanted.unknown("the project", there, there).stream().findFirst();
  }

  static Checked<RequirementEdit> cure(String word) {
    try {
      return Checked.taken(RequirementEdit.parse(word));
    } catch (IllegalArgumentException e) {
      return Checked.refused(
          Diagnostic.error("not-a-cure", e.getMessage())
              .withHint("psycopg2:psycopg2-binary==2.9.10"));
    }
  }

  private static Optional<Diagnostic> contradiction(List<String> cures) {
    Set<Object> names = new LinkedHashSet<>();
    return cures.stream()
        .flatMap(word -> cure(word).value().stream())
        .filter(edit -> !names.add(edit.name()))
        .findFirst()
        .map(
            edit ->
                Diagnostic.error(
                        "several-cures", "`" + edit.name() + "` is replaced by two things at once")
                    .withHint("take one of them"));
  }

  private static Optional<Diagnostic> yesOrNo(String word) {
    return word.equals(Answers.YES) || word.equals(Answers.NO)
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error("neither-yes-nor-no", "`" + word + "` is neither yes nor no")
                .withHint(
                    Optional.of(Spelling.question(word, List.of(Answers.YES, Answers.NO)))
                        .filter(question -> !question.isEmpty())
                        .orElse("yes or no")));
  }

  private static Optional<Diagnostic> ofSelection(String word, Supplier<ImageSelection> selection) {
    return word.isBlank() || SEVERAL.matcher(word).matches()
        ? Optional.of(
            Diagnostic.error("several-in-one", "`" + word + "` is not one word")
                .withHint("name each by itself"))
        : error(selection.get());
  }

  private static ImageSelection selection(String bases, Optional<String> pythons) {
    return ImageSelection.parse(Catalogue.shipped(), bases, pythons);
  }

  private static Optional<Diagnostic> error(ImageSelection selection) {
    return selection.diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .findFirst();
  }

  /** As the check of a question. */
  static Function<List<String>, Optional<Diagnostic>> of(Topic topic) {
    return words -> of(topic, words);
  }
}
