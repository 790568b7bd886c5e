package wheelbase.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.SourceSpan;
import wheelbase.dockerfile.syntax.Assignment;
import wheelbase.dockerfile.syntax.Extent;
import wheelbase.dockerfile.syntax.Keyword;
import wheelbase.dockerfile.syntax.ParsedInstruction;
import wheelbase.dockerfile.syntax.Word;

/** Passwords and keys that end up in the image or in its history. */
final class SecretsInLayers implements Finder {
  private static final String WHY = "whoever can pull the image can read it";
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(.*_)?(PASSWORD|PASSWD|SECRET|SECRET_KEY|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY|AUTH_TOKEN)(_ID)?");
  private static final Pattern NO_SECRET =
      Pattern.compile(
          "(?i)|true|false|none|null|.*(change.?me|dummy|placeholder|unused|throw.?away|not.?secret|not.?used|example).*");
  private static final Pattern LOGIN = Pattern.compile("https?://[^\\s/:@$'\"]+:([^\\s/@'\"]+)@");
  private static final Pattern FILE =
      Pattern.compile(
          "(.*/)?(\\.env|\\.netrc|\\.pypirc|id_rsa|id_ed25519|id_ecdsa|\\.git-credentials|\\.dockercfg|credentials\\.json)");

  @Override
  public List<Finding> find(Audited audited) {
    List<Finding> found = new ArrayList<>();
    for (StageFacts stage : audited.stages()) {
      for (ParsedInstruction each : stage.stage().instructions()) {
        if (each.is(Keyword.ENV) || each.is(Keyword.ARG)) {
          variables(audited, each, found);
        } else if (each.is(Keyword.RUN)) {
          logins(audited, each, found);
        } else if (each.is(Keyword.COPY) || each.is(Keyword.ADD)) {
          files(audited, each, found);
        }
      }
    }
    return found;
  }

  private static void variables(
      Audited audited, ParsedInstruction instruction, List<Finding> found) {
    for (Assignment each : instruction.assignments()) {
      String value = each.value().map(Word::value).orElse("").replaceAll("^[\"']|[\"']$", "");
      boolean hidden = NAME.matcher(each.name().value()).matches();
      boolean known = !NO_SECRET.matcher(value).matches() && !value.contains("$");
      boolean login = LOGIN.matcher(value).find();
      if (hidden && known || login) {
        found.add(
            new Finding(
                Diagnostic.error(
                        "secret-in-layer",
                        "the value of " + each.name().value() + " is part of the image")
                    .withHint(
                        "give it when the container starts, or mount it: RUN --mount=type=secret,id="
                            + each.name().value().toLowerCase(Locale.ROOT))
                    .at(hidden(audited.place(each.name().extent()), value)),
                WHY));
      }
    }
  }

  private static void logins(Audited audited, ParsedInstruction run, List<Finding> found) {
    java.util.regex.Matcher matcher = LOGIN.matcher(run.body().value());
    while (matcher.find()) {
      boolean mounted = matcher.group(1).startsWith("$(") || matcher.group(1).startsWith("$");
      if (!mounted) {
        Extent place = run.body().extent(matcher.start(), matcher.end());
        found.add(
            new Finding(
                Diagnostic.error("secret-in-layer", "an address holds a password")
                    .withHint("mount a netrc: RUN --mount=type=secret,id=netrc,target=/root/.netrc")
                    .at(hidden(audited.place(place), matcher.group(1))),
                WHY));
      }
    }
  }

  /** The place with the secret itself out of sight: what is told ends up in logs. */
  private static SourceSpan hidden(SourceSpan place, String secret) {
    String shown = place.text().replace(secret, "*".repeat(secret.length()));
    return new SourceSpan(place.file(), place.line(), place.column(), place.length(), shown);
  }

  private static void files(Audited audited, ParsedInstruction copy, List<Finding> found) {
    if (copy.flag("from").isPresent() || copy.arguments().size() < 2) {
      return;
    }
    for (Word source : copy.arguments().subList(0, copy.arguments().size() - 1)) {
      if (FILE.matcher(source.value()).matches()) {
        found.add(
            new Finding(
                Diagnostic.error(
                        "secret-in-layer", "`" + source.value() + "` becomes part of the image")
                    .withHint("mount it where it is needed: RUN --mount=type=secret")
                    .at(audited.place(source.extent())),
                WHY));
      }
    }
  }
}
