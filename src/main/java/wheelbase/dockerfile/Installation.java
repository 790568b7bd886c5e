package wheelbase.dockerfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the requirements come to lie in the image: what each {@link Layout} is made of. */
sealed interface Installation {
  /** What the build stage does and what leaves it, for the comment above it. */
  String purpose();

  /** What stands before the installation in the build stage. */
  List<Step> preparation();

  /** How the command of an installer begins. */
  List<String> command(Installer installer);

  /** The directory of the build stage that has what was installed. */
  String place();

  /** What lets the build stage be looked around in, once everything is installed. */
  List<Step> trial();

  /** What the runtime stage does to have the requirements. */
  List<Step> arrival();

  static Installation of(BuildRequest request) {
    return switch (request.build().layout()) {
      case VENV -> new CopiedVenv();
      case USER -> new UserBase();
      case PREFIX -> new Prefix(request.base().series());
      case WHEELHOUSE -> new Wheelhouse();
    };
  }

  /** A virtual environment at the same path in both stages: its scripts name Python by it. */
  record CopiedVenv() implements Installation {
    @Override
    public String purpose() {
      return "installs the requirements; only " + BuilderStage.ENVIRONMENT + " leaves it";
    }

    @Override
    public List<Step> preparation() {
      return List.of(
          Step.of(
              Instruction.Run.of(
                  ShellCommand.of(
                      "python", "-m", "venv", "--without-pip", BuilderStage.ENVIRONMENT)),
              "The image's own pip fills it from outside, so that the application carries none"));
    }

    @Override
    public List<String> command(Installer installer) {
      String python = BuilderStage.ENVIRONMENT + "/bin/python";
      return switch (installer) {
        case PIP -> List.of("pip", "--python", python, "install");
        case UV -> List.of("uv", "pip", "install", "--python", python);
      };
    }

    @Override
    public String place() {
      return BuilderStage.ENVIRONMENT;
    }

    @Override
    public List<Step> trial() {
      return List.of(onPath(BuilderStage.ENVIRONMENT));
    }

    @Override
    public List<Step> arrival() {
      return List.of(
          copied(BuilderStage.ENVIRONMENT, BuilderStage.ENVIRONMENT),
          found(BuilderStage.ENVIRONMENT));
    }
  }

  /**
   * The user scheme of {@code sysconfig} at a fixed path. Root's own {@code ~/.local} cannot be
   * read by others.
   */
  record UserBase() implements Installation {
    private static final String PLACE = "/opt/user";

    private static final Step BASE =
        Step.of(
            Instruction.Environment.of(Map.of("PYTHONUSERBASE", PLACE)),
            "Where pip install --user installs to, and where Python looks: any account may read it");

    @Override
    public String purpose() {
      return "installs the requirements; only " + PLACE + " leaves it";
    }

    @Override
    public List<Step> preparation() {
      return List.of(BASE, onPath(PLACE));
    }

    /** uv has no user scheme; a prefix has the same directories in it. */
    @Override
    public List<String> command(Installer installer) {
      return switch (installer) {
        case PIP -> List.of("pip", "install", "--user", AS_ROOT);
        case UV -> List.of("uv", "pip", "install", "--system", "--prefix", PLACE);
      };
    }

    @Override
    public String place() {
      return PLACE;
    }

    @Override
    public List<Step> trial() {
      return List.of();
    }

    @Override
    public List<Step> arrival() {
      return List.of(BASE, copied(PLACE, PLACE), found(PLACE));
    }
  }

  /**
   * A tree that is laid over {@code /usr/local}. Its modules are not at its top but in {@code
   * lib/pythonX.Y/site-packages}, and its programs in {@code bin}.
   *
   * @param series {@code 3.13}
   */
  record Prefix(String series) implements Installation {
    private static final String PLACE = "/install";

    @Override
    public String purpose() {
      return "installs the requirements; only " + PLACE + " leaves it";
    }

    @Override
    public List<Step> preparation() {
      return List.of();
    }

    /** Without {@code --ignore-installed} pip leaves out what this stage's Python has already. */
    @Override
    public List<String> command(Installer installer) {
      return switch (installer) {
        case PIP -> List.of("pip", "install", "--prefix", PLACE, "--ignore-installed", AS_ROOT);
        case UV -> List.of("uv", "pip", "install", "--system", "--prefix", PLACE);
      };
    }

    @Override
    public String place() {
      return PLACE;
    }

    @Override
    public List<Step> trial() {
      return List.of(
          onPath(PLACE),
          Step.evident(
              Instruction.Environment.of(
                  Map.of("PYTHONPATH", PLACE + "/lib/python" + series + "/site-packages")),
              "In this stage Python would not look there by itself"));
    }

    @Override
    public List<Step> arrival() {
      return List.of(
          Step.of(
              new Instruction.Copy(Optional.of(BuilderStage.NAME), List.of(PLACE), "/usr/local"),
              "The tree has bin and lib as /usr/local has: each file goes where Python looks for"
                  + " it"));
    }
  }

  /** Wheels that the build stage makes and keeps; the runtime stage only sees them for a moment. */
  record Wheelhouse() implements Installation {
    private static final String PLACE = "/wheels";

    @Override
    public String purpose() {
      return "makes a wheel of each requirement; the wheels stay in it";
    }

    @Override
    public List<Step> preparation() {
      return List.of();
    }

    /** uv makes no wheels; whoever wants both is told so. */
    @Override
    public List<String> command(Installer installer) {
      return List.of("pip", "wheel", "--wheel-dir", PLACE);
    }

    @Override
    public String place() {
      return PLACE;
    }

    @Override
    public List<Step> trial() {
      return List.of();
    }

    /** {@code -B} keeps the bytecode of pip itself out of the layer. */
    @Override
    public List<Step> arrival() {
      ShellCommand install =
          ShellCommand.of(
              "python",
              "-B",
              "-m",
              "pip",
              "install",
              "--no-index",
              "--no-deps",
              "--no-cache-dir",
              AS_ROOT);
      return List.of(
          Step.of(
              new Instruction.Run(
                  List.of(new Mount.Bind(BuilderStage.NAME, PLACE)),
                  List.of(install.expanding(PLACE + "/*.whl"))),
              "From the wheels alone, which are there for this one command and in no layer"));
    }
  }

  /** Before 22.1 pip knew no such option; every image that is known here has a newer one. */
  String AS_ROOT = "--root-user-action=ignore";

  private static Step onPath(String place) {
    return Step.evident(
        new Instruction.SearchPath(place + "/bin"),
        "For docker build --target " + BuilderStage.NAME + ", to look around in");
  }

  private static Step copied(String from, String to) {
    return Step.evident(
        new Instruction.Copy(Optional.of(BuilderStage.NAME), List.of(from), to),
        "The installed requirements; nothing else of the build stage comes along");
  }

  private static Step found(String place) {
    return Step.evident(
        new Instruction.SearchPath(place + "/bin"),
        "python and the programs of the requirements are found there before all others");
  }
}
