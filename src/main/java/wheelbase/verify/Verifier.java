package wheelbase.verify;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.engine.BuiltImage;
import wheelbase.engine.Engine;
import wheelbase.engine.EngineFinder;
import wheelbase.engine.ImageConfig;
import wheelbase.engine.ProcessOutcome;
import wheelbase.platform.DistributionRelease;
import wheelbase.syslibs.DraftRule;
import wheelbase.syslibs.RuleBook;

/** Builds an image, has it looked over from inside, and judges what was seen. */
public final class Verifier {
  private static final Duration LOOKING = Duration.ofMinutes(30);

  private final Engine engine;
  private final List<String> passedOver;
  private final RuleBook rules;
  private final Consumer<String> log;
  private final LongSupplier nanoseconds;

  /**
   * @param log is given each line that the engine writes, as it comes
   * @param nanoseconds a clock that goes on evenly
   */
  public Verifier(
      EngineFinder.Found found, RuleBook rules, Consumer<String> log, LongSupplier nanoseconds) {
    this.engine = found.engine();
    this.passedOver = found.passedOver();
    this.rules = rules;
    this.log = log;
    this.nanoseconds = nanoseconds;
  }

  /**
   * Proves an image, or says what is wrong.
   *
   * @param image where it is built; the caller closes it, which removes it
   * @throws IOException where the engine cannot be run
   */
  public Verification verify(BuiltImage image, VerifyOrder order)
      throws IOException, InterruptedException {
    FinalStage stage =
        FinalStage.of(order.dockerfile(), order.build().buildArguments(), order.build().target());
    long begun = nanoseconds.getAsLong();
    ProcessOutcome built = image.build(order.build(), log);
    long seconds = Duration.ofNanos(nanoseconds.getAsLong() - begun).toSeconds();
    if (!built.succeeded()) {
      BuildExplanation why = explain(built, stage);
      return of(seconds, Optional.empty(), Optional.of(why), why.findings(), why.drafts());
    }
    ImageConfig config = image.inspect();
    Probe probe = new Probe(order.runOptions(), order.build().platform());
    List<Diagnostic> findings = new ArrayList<>();
    Optional<Seen> seen = look(image, config, probe, stage, findings);
    if (seen.isEmpty()) {
      return of(seconds, Optional.empty(), Optional.empty(), findings, List.of());
    }
    ProbeReport report = seen.get().report();
    Optional<StartReport> start =
        order.start() && !config.start().isEmpty()
            ? start(image, config, probe, seen.get().interpreter(), order)
            : Optional.empty();
    boolean checked = !config.healthTest().isEmpty();
    Verification.Proof proof =
        new Verification.Proof(
            report, report.writable().isEmpty(), start, checked, order.prediction());
    LinkJudge links = new LinkJudge(rules);
    findings.addAll(ImportJudge.judge(report));
    findings.addAll(DependencyJudge.judge(report));
    findings.addAll(links.judge(report));
    start.flatMap(seenStart -> StartJudge.judge(seenStart, checked)).ifPresent(findings::add);
    findings.addAll(PackageUse.judge(report));
    SizeJudge.judge(proof).ifPresent(findings::add);
    findings.addAll(RootJudge.judge(report, config));
    return of(
        seconds,
        Optional.of(proof),
        Optional.empty(),
        findings,
        MissingLibraryRules.drafts(report, rules));
  }

  private Verification of(
      long seconds,
      Optional<Verification.Proof> proof,
      Optional<BuildExplanation> explanation,
      List<Diagnostic> findings,
      List<DraftRule> drafts) {
    return new Verification(
        engine.kind(), engine.version(), passedOver, seconds, proof, explanation, findings, drafts);
  }

  private BuildExplanation explain(ProcessOutcome built, FinalStage stage) {
    List<BuildFault> faults =
        built.timedOut()
            ? List.of(
                new BuildFault(
                    BuildFault.Cause.TIMED_OUT, "", "", Optional.empty(), Optional.empty()))
            : BuildLog.of(built.output()).faults();
    return BuildExplanation.of(faults, rules, stage.release(), stage.python());
  }

  private record Seen(String interpreter, ProbeReport report) {}

  /** With the first Python of the image that answers. */
  private Optional<Seen> look(
      BuiltImage image,
      ImageConfig config,
      Probe probe,
      FinalStage stage,
      List<Diagnostic> findings)
      throws IOException, InterruptedException {
    StringBuilder said = new StringBuilder();
    for (String interpreter : Probe.interpreters(config)) {
      ProcessOutcome outcome =
          image.run(probe.look(interpreter, config, stage.words(), LOOKING), line -> {});
      Optional<ProbeReport> report = ProbeReader.report(outcome.output());
      if (report.isPresent()) {
        return Optional.of(new Seen(interpreter, report.get()));
      }
      said.append('\n').append(interpreter).append(": ").append(lastLine(outcome));
    }
    findings.add(
        Diagnostic.error("image-without-python", "no Python in the image answers" + said)
            .withHint(
                "options that this engine needs for running go in by --engine-run-arg, or by"
                    + " WHEELBASE_ENGINE_RUN_ARGS"));
    return Optional.empty();
  }

  private static String lastLine(ProcessOutcome outcome) {
    return outcome.timedOut()
        ? "no answer in time"
        : outcome
            .errors()
            .lines()
            .filter(line -> !line.isBlank())
            .reduce((first, second) -> second)
            .orElse("ended with " + outcome.exitCode())
            .strip();
  }

  private Optional<StartReport> start(
      BuiltImage image, ImageConfig config, Probe probe, String interpreter, VerifyOrder order)
      throws IOException, InterruptedException {
    ProcessOutcome outcome =
        image.run(probe.start(interpreter, config, order.patience()), line -> {});
    return ProbeReader.start(outcome.output());
  }

  /** As an image says it: Alpine's third number is no part of a release. */
  static Optional<DistributionRelease> release(String said) {
    return DistributionRelease.ofId(said)
        .or(() -> DistributionRelease.ofId(said.replaceFirst("(\\d+\\.\\d+)\\..*", "$1")));
  }
}
