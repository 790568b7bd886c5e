package wheelbase.dockerfile;

/** Something that is there during one {@code RUN} and in no layer. */
public sealed interface Mount {
  /** The flag of {@code RUN}. */
  String flag();

  /** Why, as a sentence. */
  String purpose();

  /**
   * A cache that outlives the build.
   *
   * @param exclusive whether builds wait for one another, as apt needs
   */
  record Cache(String directory, boolean exclusive) implements Mount {
    @Override
    public String flag() {
      return "--mount=type=cache,target=" + directory + (exclusive ? ",sharing=locked" : "");
    }

    @Override
    public String purpose() {
      return "A cache of the builder, in no layer: a later build downloads less";
    }
  }

  /**
   * The files of another stage or image, to be read.
   *
   * @param from the name of a stage before this one, or an image reference
   */
  record Files(String from, String directory) implements Mount {
    @Override
    public String flag() {
      return "--mount=type=bind,from=" + from + ",target=" + directory;
    }

    @Override
    public String purpose() {
      return "What the image begins with, to look into";
    }
  }

  /** A directory of another stage, to be read. */
  record Bind(String stage, String directory) implements Mount {
    @Override
    public String flag() {
      return "--mount=type=bind,from=" + stage + ",source=" + directory + ",target=" + directory;
    }

    @Override
    public String purpose() {
      return "A directory of the stage " + stage + ", there for this one command";
    }
  }

  /** A file that the caller of the build may give, for instance credentials. */
  record Secret(String id, String file) implements Mount {
    @Override
    public String flag() {
      return "--mount=type=secret,id=" + id + ",target=" + file + ",required=false";
    }

    @Override
    public String purpose() {
      return "Given to this one command, in no layer; a build without it works as well";
    }
  }
}
