package wheelbase.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.index.CoreMetadata;
import wheelbase.index.ReleaseFile;
import wheelbase.pep440.SpecifierSet;
import wheelbase.pep440.Version;
import wheelbase.pep508.PackageName;
import wheelbase.pep508.Requirement;
import wheelbase.testing.MiniIndex;

/**
 * Holds a story against the index that it is about, without the resolver: every step is true, the
 * words name just the releases that are meant, and the steps alone, tried out release by release,
 * leave no way to meet them.
 */
final class StoryJudge {
  private static final long MOST_TRIALS = 3_000_000;
  private static final Pattern RANGE =
      Pattern.compile("[^\\s<>=!~]+?([<>=!~][^ ]*) \\((\\d+) releases\\)");
  private static final Pattern ALL = Pattern.compile("all (\\d+) (final )?releases of \\S+");

  private final MiniIndex index;
  private final ResolutionRequest request;
  private final String about;

  StoryJudge(MiniIndex index, ResolutionRequest request, String about) {
    this.index = index;
    this.request = request;
    this.about = about;
  }

  void checkEveryStep(List<Step> story) {
    for (Step step : story) {
      if (step instanceof Step.Line line) {
        assertThat(line.constraint() ? request.constraints() : request.requirements())
            .as(about)
            .contains(line.line());
      } else if (step instanceof Step.Needs needs) {
        checkWords(needs.releases());
        needs.releases().versions().forEach(version -> check(needs, version));
      } else if (step instanceof Step.Unfit unfit) {
        checkWords(unfit.releases());
        unfit.releases().versions().forEach(version -> check(unfit, version));
      } else if (step instanceof Step.Likewise likewise) {
        checkWords(likewise.releases());
      } else if (step instanceof Step.NoProject none) {
        assertThat(index.page(none.about()).join().found()).as(about).isFalse();
      } else if (step instanceof Step.NoRelease none) {
        check(none, story.subList(0, story.indexOf(step)));
      }
    }
  }

  private void checkWords(ReleaseGroup releases) {
    Set<Version> meant = new TreeSet<>(releases.versions());
    assertThat(meant).as(about).isNotEmpty();
    assertThat(releases.words()).as(about).contains(releases.name().value());
    Set<Version> all = versions(releases.name());
    boolean finals = meant.stream().noneMatch(Version::isPrerelease);
    Matcher range = RANGE.matcher(releases.words());
    Matcher every = ALL.matcher(releases.words());
    if (range.matches()) {
      SpecifierSet bounds = SpecifierSet.parse(range.group(1));
      Set<Version> named = new TreeSet<>(all);
      named.removeIf(version -> !bounds.admits(version) || finals && version.isPrerelease());
      assertThat(named).as(about + ": " + releases.words()).isEqualTo(meant);
      assertThat(range.group(2)).as(about).isEqualTo("" + meant.size());
    } else if (every.matches()) {
      Set<Version> named = new TreeSet<>(all);
      named.removeIf(version -> every.group(2) != null && version.isPrerelease());
      assertThat(named).as(about + ": " + releases.words()).isEqualTo(meant);
      assertThat(every.group(1)).as(about).isEqualTo("" + meant.size());
    } else if (meant.size() < 3) {
      meant.forEach(version -> assertThat(releases.words()).as(about).contains(version.toString()));
    } else {
      assertThat(releases.words()).as(about).startsWith(meant.size() + " of the ");
    }
  }

  /** The release does need one of these, or something narrower. */
  private void check(Step.Needs needs, Version version) {
    Set<Version> existing = versions(needs.about());
    boolean does =
        requires(needs.releases(), version).stream()
            .filter(requirement -> requirement.name().equals(needs.about()))
            .anyMatch(
                requirement ->
                    existing.stream()
                        .filter(requirement.specifier()::admits)
                        .allMatch(
                            each ->
                                needs.anyOf().stream()
                                    .anyMatch(form -> form.specifier().admits(each))));
    assertThat(does).as(about + ": " + needs + " of " + version).isTrue();
  }

  private List<Requirement> requires(ReleaseGroup releases, Version version) {
    List<Requirement> requires = new ArrayList<>();
    for (ReleaseFile file : files(releases.name(), version)) {
      CoreMetadata metadata = index.metadata(file).join();
      Set<String> extras = new HashSet<>(releases.extras());
      extras.retainAll(metadata.providesExtras());
      metadata.requires().stream()
          .filter(each -> each.appliesIn(request.target().markerEnvironment(), extras))
          .forEach(requires::add);
    }
    return requires;
  }

  private void check(Step.Unfit unfit, Version version) {
    Version python = Version.parse(request.target().python().toString());
    List<ReleaseFile> files = files(unfit.releases().name(), version);
    Step.Why why = unfit.why();
    String what = about + ": " + unfit + " of " + version;
    if (why instanceof Step.Why.OtherPython other) {
      assertThat(files)
          .as(what)
          .anyMatch(
              file -> {
                Optional<SpecifierSet> said = index.metadata(file).join().requiresPython();
                return said.isPresent()
                    && !said.get().admits(python)
                    && agrees(other.needed(), said.get(), python);
              });
    } else if (why instanceof Step.Why.Yanked) {
      assertThat(files).as(what).allMatch(file -> file.yanked().isPresent());
    } else if (why instanceof Step.Why.Prerelease) {
      assertThat(version.isPrerelease()).as(what).isTrue();
      assertThat(request.allowPrereleases()).as(what).isFalse();
    } else if (why instanceof Step.Why.NoWheel) {
      assertThat(files).as(what).noneMatch(this::hasFittingWheel).anyMatch(file -> !file.isWheel());
    } else if (why instanceof Step.Why.NoFileFits) {
      assertThat(files).as(what).allMatch(file -> file.isWheel() && !hasFittingWheel(file));
    } else {
      assertThat(files).as(what).allMatch(ReleaseFile::isWheel);
    }
    unfit
        .instead()
        .ifPresent(
            instead -> {
              assertThat(versions(unfit.releases().name())).as(what).contains(instead);
              assertThat(unfit.releases().versions()).as(what).doesNotContain(instead);
            });
  }

  private boolean hasFittingWheel(ReleaseFile file) {
    return file.isWheel() && request.target().supportedTags().rank(file.wheel().get()).isPresent();
  }

  /** {@code 3.12 or later}: the specifiers admit nothing between the target's Python and 3.12. */
  private static boolean agrees(String needed, SpecifierSet said, Version python) {
    boolean newer = needed.endsWith(" or later");
    if (!newer && !needed.endsWith(" or older")) {
      return needed.contains(said.toString());
    }
    Version bound = Version.parse(needed.split(" ")[0]);
    for (int minor = 0; minor < 25; minor++) {
      for (int patch = 0; patch < 20; patch++) {
        Version each = Version.parse("3." + minor + "." + patch);
        boolean excluded =
            newer
                ? each.compareTo(bound) < 0
                : each.compareTo(bound) > 0 && !each.toString().startsWith(bound + ".");
        if (excluded && said.admits(each)) {
          return false;
        }
      }
    }
    return !said.admits(python);
  }

  private void check(Step.NoRelease none, List<Step> before) {
    List<List<Requirement>> asked = new ArrayList<>();
    for (Step step : before) {
      if (step instanceof Step.Line line && line.about().equals(none.about())) {
        asked.add(List.of(line.line().requirement()));
      } else if (step instanceof Step.Needs needs && needs.about().equals(none.about())) {
        asked.add(needs.anyOf());
      }
    }
    List<List<Requirement>> meant =
        none.several() ? asked : asked.subList(asked.size() - 1, asked.size());
    assertThat(versions(none.about()))
        .as(about + ": " + none)
        .noneMatch(
            version ->
                meant.stream()
                    .allMatch(
                        forms ->
                            forms.stream().anyMatch(form -> form.specifier().admits(version))));
    assertThat(versions(none.about())).as(about).containsAll(none.nearest());
  }

  private Set<Version> versions(PackageName name) {
    Set<Version> versions = new TreeSet<>();
    index.page(name).join().files().forEach(file -> versions.add(file.version()));
    return versions;
  }

  private List<ReleaseFile> files(PackageName name, Version version) {
    return index.page(name).join().files().stream()
        .filter(file -> file.version().equals(version))
        .toList();
  }

  /**
   * Tries all combinations of releases of the packages in the story against the steps.
   *
   * @return whether none does; empty where there are too many to try
   */
  Optional<Boolean> isProof(List<Step> story) {
    Set<PackageName> names = new java.util.LinkedHashSet<>();
    story.forEach(
        step -> {
          step.subject().ifPresent(names::add);
          if (step instanceof Step.Needs needs) {
            names.add(needs.releases().name());
          }
        });
    List<PackageName> packages = List.copyOf(names);
    List<List<Optional<Version>>> choices = new ArrayList<>();
    long trials = 1;
    for (PackageName name : packages) {
      List<Optional<Version>> choice = new ArrayList<>();
      versions(name).forEach(version -> choice.add(Optional.of(version)));
      choice.add(Optional.empty());
      choices.add(choice);
      trials *= choice.size();
      if (trials > MOST_TRIALS) {
        return Optional.empty();
      }
    }
    return Optional.of(!exists(story, packages, choices, new HashMap<>(), 0));
  }

  private static boolean exists(
      List<Step> story,
      List<PackageName> packages,
      List<List<Optional<Version>>> choices,
      Map<PackageName, Version> chosen,
      int at) {
    if (at == packages.size()) {
      return holds(story, chosen);
    }
    for (Optional<Version> choice : choices.get(at)) {
      choice.ifPresentOrElse(
          version -> chosen.put(packages.get(at), version), () -> chosen.remove(packages.get(at)));
      if (exists(story, packages, choices, chosen, at + 1)) {
        return true;
      }
    }
    chosen.remove(packages.get(at));
    return false;
  }

  private static boolean holds(List<Step> story, Map<PackageName, Version> chosen) {
    Map<PackageName, Set<Set<String>>> wanted = new HashMap<>();
    for (Step step : story) {
      if (step instanceof Step.Line line) {
        Requirement requirement = line.line().requirement();
        Version version = chosen.get(requirement.name());
        if (version == null ? !line.constraint() : !requirement.specifier().admits(version)) {
          return false;
        }
        wanted.computeIfAbsent(line.about(), any -> new HashSet<>()).add(requirement.extras());
      } else if (step instanceof Step.Unfit unfit && isAmong(unfit.releases(), chosen)
          || step instanceof Step.Likewise likewise && isAmong(likewise.releases(), chosen)) {
        return false;
      }
    }
    // What is needed with extras can lead to further needs.
    for (int round = 0; round <= story.size(); round++) {
      for (Step step : story) {
        if (step instanceof Step.Needs needs
            && isAmong(needs.releases(), chosen)
            && (needs.releases().extras().isEmpty()
                || wanted.getOrDefault(needs.releases().name(), Set.of()).stream()
                    .anyMatch(extras -> extras.containsAll(needs.releases().extras())))) {
          Version version = chosen.get(needs.about());
          if (version == null
              || needs.anyOf().stream().noneMatch(form -> form.specifier().admits(version))) {
            return false;
          }
          wanted
              .computeIfAbsent(needs.about(), any -> new HashSet<>())
              .add(needs.anyOf().get(0).extras());
        }
      }
    }
    return true;
  }

  private static boolean isAmong(ReleaseGroup releases, Map<PackageName, Version> chosen) {
    Version version = chosen.get(releases.name());
    return version != null && releases.versions().contains(version);
  }
}
