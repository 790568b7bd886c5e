package wheelbase.wizard;

import java.util.List;
import wheelbase.dockerfile.BuildRequest;
import wheelbase.dockerfile.BuilderKind;
import wheelbase.dockerfile.Installer;
import wheelbase.dockerfile.Layout;

/** How the image is built and run, whatever the project is. */
final class OptionQuestions {
  private OptionQuestions() {}

  static List<Question> all() {
    return List.of(
        oneOf(
            Topic.LAYOUT,
            "Layout",
            "Where the requirements lie in the image.",
            List.of(
                option(Layout.VENV.id(), "a virtual environment, copied whole"),
                option(Layout.USER.id(), "as pip install --user lays them out"),
                option(Layout.PREFIX.id(), "beside Python's own packages, in /usr/local"),
                option(Layout.WHEELHOUSE.id(), "in /usr/local, from wheels that stay behind")),
            "nothing of the image's own Python is touched"),
        oneOf(
            Topic.INSTALLER,
            "Installer",
            "What installs the requirements while the image is built.",
            List.of(
                option(Installer.PIP.id(), "comes with the base image"),
                option(Installer.UV.id(), "faster; stays behind in the build stage")),
            "comes with the base image"),
        oneOf(
            Topic.BUILDER,
            "Build stage",
            "What the build stage starts from; the image itself is the same.",
            List.of(
                option(BuilderKind.SAME.id(), "the base image, with what the packages need"),
                option(BuilderKind.FULL.id(), "the full image, which has compilers and headers")),
            "downloads only what the packages need"),
        new Question(
            Topic.TEST,
            Question.Kind.TEXT,
            "Test",
            "What must go well before the image is made: imports, or a command (pytest -q).",
            List.of(
                option("none", "nothing is tried"),
                option("imports", "the modules of the requirements are imported")),
            List.of("none"),
            "",
            AnswerCheck.of(Topic.TEST)),
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
            Topic.LINK_CHECK,
            "Link check",
            "Whether a build fails where a library is missing that the image would want.",
            "costs a second, and names the library"),
        yesNo(
            Topic.LOCK,
            "Lock file",
            "Whether a requirements.lock fixes every file by its hash, for the image to install from.",
            "the requirements decide at each build"),
        yesNo(
            Topic.DIGEST,
            "Digest",
            "Whether the base image is named by its digest too, asked for at its registry.",
            "the tag brings security fixes with each build"));
  }

  private static Option option(String value, String note) {
    return Option.of(value).because(note);
  }

  /** The first is the usual one. */
  private static Question oneOf(
      Topic topic, String label, String help, List<Option> options, String because) {
    return new Question(
        topic,
        Question.Kind.ONE_OF,
        label,
        help,
        options,
        List.of(options.get(0).value()),
        because,
        AnswerCheck.of(topic));
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
