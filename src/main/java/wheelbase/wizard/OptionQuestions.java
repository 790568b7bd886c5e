package wheelbase.wizard;

import java.util.List;
import wheelbase.dockerfile.BuildRequest;

/** How the image is built and run, whatever the project is. */
final class OptionQuestions {
  private OptionQuestions() {}

  static List<Question> all() {
    return List.of(
        new Question(
            Topic.USER,
            Question.Kind.TEXT,
            "User",
            "The number that the application runs as, never root's.",
            List.of(),
            List.of(Integer.toString(BuildRequest.USUAL_USER)),
            "above the numbers that hosts give away",
            AnswerCheck.of(Topic.USER)),
        yesNo(
            Topic.CACHE_MOUNTS,
            "Cache mounts",
            "Whether downloads of pip and apt stay with the builder for the next build.",
            "later builds download less, the image is the same"),
        yesNo(
            Topic.DOCKERIGNORE,
            ".dockerignore",
            "Whether a .dockerignore is written beside the Dockerfile.",
            "keeps .git, .env and the like out of the image"),
        yesNo(
            Topic.LOCK,
            "Lock file",
            "Whether a requirements.lock fixes every file by its hash, for the image to install from.",
            "the requirements decide at each build"));
  }

  private static Question yesNo(Topic topic, String label, String help, String because) {
    return new Question(
        topic,
        Question.Kind.YES_NO,
        label,
        help,
        List.of(Option.of(Answers.YES), Option.of(Answers.NO)),
        List.of(topic.usualAnswer()),
        because,
        AnswerCheck.of(topic));
  }
}
