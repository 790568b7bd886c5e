package wheelbase.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import wheelbase.requirements.LockFormat;

/**
 * The tool that installs from a lock file, and how it is told to fill the virtual environment with
 * what is locked and nothing else: no development group, not the project itself.
 *
 * @param name of the program, and of the directory below {@code /opt} that holds it
 * @param version the one that was tried: each of them reads the locks of older ones
 * @param environment variables of the build stage
 * @param caches directories with what it downloads
 * @param withoutCache the option that keeps it from keeping anything; empty where a variable does
 */
record LockTool(
    String name,
    String version,
    Map<String, String> environment,
    List<String> caches,
    String withoutCache) {
  private static final LockTool UV =
      new LockTool(
          "uv",
          Uv.VERSION,
          Map.of("UV_PROJECT_ENVIRONMENT", BuilderStage.ENVIRONMENT),
          List.of(Uv.CACHE),
          "--no-cache");

  private static final LockTool POETRY =
      new LockTool(
          "poetry",
          "2.5.1",
          Map.of("POETRY_VIRTUALENVS_CREATE", "false", "VIRTUAL_ENV", BuilderStage.ENVIRONMENT),
          List.of("/root/.cache/pypoetry"),
          "--no-cache");

  private static final LockTool PIPENV =
      new LockTool(
          "pipenv",
          "2026.10.3",
          Map.of("PIPENV_NOSPIN", "1", "VIRTUAL_ENV", BuilderStage.ENVIRONMENT),
          List.of(BuilderStage.PIP_CACHE, "/root/.cache/pipenv"),
          "");

  static LockTool of(LockFormat format) {
    return switch (format) {
      case UV, PYLOCK -> UV;
      case POETRY -> POETRY;
      case PIPENV -> PIPENV;
    };
  }

  /** Where it is in the build stage; the runtime stage never has it. */
  String home() {
    return "/opt/" + name;
  }

  /** What pip is asked for. */
  String requirement() {
    return name + "==" + version;
  }

  /** The command that installs, and options that stand on lines of their own. */
  List<String> command(LockedFile lock, BuildChoices build) {
    List<String> words = new ArrayList<>(List.of(isUv() ? name : home() + "/bin/" + name));
    if (!build.cacheMounts() && !withoutCache.isEmpty()) {
      words.add(withoutCache);
    }
    switch (lock.format()) {
      case UV -> {
        uv(words, lock);
        build.noBinary().forEach(name -> words.addAll(List.of("--no-binary-package", name)));
      }
      case POETRY -> poetry(words, lock);
      case PIPENV -> pipenv(words, lock);
      case PYLOCK -> pylock(words, lock, build.noBinary());
    }
    return words;
  }

  /**
   * Variables of the build stage, with that in which the tool is told of packages without wheels.
   */
  SortedMap<String, String> environment(List<String> noBinary) {
    SortedMap<String, String> all = new TreeMap<>(environment);
    if (!noBinary.isEmpty() && !isUv()) {
      String variable = equals(POETRY) ? "POETRY_INSTALLER_NO_BINARY" : "PIP_NO_BINARY";
      all.put(variable, String.join(",", noBinary));
    }
    return all;
  }

  /** The one that is not installed by pip. */
  boolean isUv() {
    return equals(UV);
  }

  private static void uv(List<String> words, LockedFile lock) {
    if (!lock.directory().isEmpty()) {
      words.addAll(List.of("--directory", lock.directory()));
    }
    words.addAll(List.of("sync", "--frozen", "--no-default-groups", "--no-install-project"));
    each(words, "--extra", lock.selection().extras());
    each(words, "--group", lock.selection().groups());
  }

  private static void poetry(List<String> words, LockedFile lock) {
    if (!lock.directory().isEmpty()) {
      words.addAll(List.of("--directory", lock.directory()));
    }
    words.addAll(List.of("install", "--no-interaction", "--no-root", "--compile"));
    each(words, "--only", Set.of("main"));
    each(words, "--only", lock.selection().groups());
    each(words, "--extras", lock.selection().extras());
  }

  private static void pipenv(List<String> words, LockedFile lock) {
    words.add("sync");
    if (!lock.selection().groups().isEmpty()) {
      List<String> categories = new ArrayList<>(List.of("default"));
      categories.addAll(lock.selection().groups());
      words.addAll(List.of("--categories", String.join(",", categories)));
    }
  }

  private static void pylock(List<String> words, LockedFile lock, List<String> noBinary) {
    words.addAll(List.of("pip", "sync", "--python", BuilderStage.ENVIRONMENT + "/bin/python"));
    noBinary.forEach(name -> words.addAll(List.of("--no-binary", name)));
    each(words, "--extra", lock.selection().extras());
    each(words, "--group", lock.selection().groups());
    words.add(lock.file());
  }

  private static void each(List<String> words, String option, Set<String> names) {
    names.forEach(name -> words.addAll(List.of(option, name)));
  }
}
