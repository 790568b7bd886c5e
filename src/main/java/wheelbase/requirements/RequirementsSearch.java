package wheelbase.requirements;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wheelbase.diagnostic.Diagnostic;

/** What a look into a project's directory came to. Names are relative to it, with {@code /}. */
public sealed interface RequirementsSearch {

  <T> T fold(
      Function<Found, T> found, Function<Several, T> several, Function<NotFound, T> notFound);

  /** A note on the choice, or the error that says what to do. */
  Diagnostic diagnostic();

  /**
   * @param files to be read in this order; a {@code pyproject.toml} may be the only one
   * @param reason why these, a clause without a full stop
   * @param passedOver files that might have been meant as well
   */
  record Found(List<Path> files, String reason, List<String> passedOver)
      implements RequirementsSearch {
    public Found {
      files = List.copyOf(files);
      passedOver = List.copyOf(passedOver);
    }

    @Override
    public <T> T fold(
        Function<Found, T> found, Function<Several, T> several, Function<NotFound, T> notFound) {
      return found.apply(this);
    }

    @Override
    public Diagnostic diagnostic() {
      var note = Diagnostic.note("requirements-chosen", reason);
      return passedOver.isEmpty()
          ? note
          : note.withHint(
              String.join(", ", passedOver)
                  + (passedOver.size() == 1 ? " is not" : " are not")
                  + "; choose with -r");
    }
  }

  /**
   * @param candidates none of which is plainly the one
   */
  record Several(List<String> candidates) implements RequirementsSearch {
    public Several {
      candidates = List.copyOf(candidates);
    }

    @Override
    public <T> T fold(
        Function<Found, T> found, Function<Several, T> several, Function<NotFound, T> notFound) {
      return several.apply(this);
    }

    @Override
    public Diagnostic diagnostic() {
      return Diagnostic.error(
              "several-requirements-files",
              "there are several requirements files: " + String.join(", ", candidates))
          .withHint("choose with -r " + candidates.get(0));
    }
  }

  /**
   * @param directory as the user named it
   * @param lookedFor what would have been read
   * @param there what lies there and might have been meant
   * @param didYouMean the misspelt one among them
   * @param hint one act that helps
   */
  record NotFound(
      String directory,
      List<String> lookedFor,
      List<String> there,
      Optional<String> didYouMean,
      Optional<String> hint)
      implements RequirementsSearch {
    public NotFound {
      lookedFor = List.copyOf(lookedFor);
      there = List.copyOf(there);
    }

    @Override
    public <T> T fold(
        Function<Found, T> found, Function<Several, T> several, Function<NotFound, T> notFound) {
      return notFound.apply(this);
    }

    /** On several lines: what was looked for, and what is there. */
    @Override
    public Diagnostic diagnostic() {
      var message = new StringBuilder("no requirements file found in " + directory);
      message.append("\n  looked for   ").append(String.join(", ", lookedFor));
      if (!there.isEmpty()) {
        message.append("\n  there is     ").append(String.join(", ", there));
        didYouMean.ifPresent(name -> message.append("   did you mean ").append(name).append("?"));
      }
      var error = Diagnostic.error("no-requirements-file", message.toString());
      return hint.map(error::withHint).orElse(error);
    }
  }
}
