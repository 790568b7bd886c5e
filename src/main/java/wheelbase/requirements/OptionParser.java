package wheelbase.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wheelbase.diagnostic.Diagnostic;
import wheelbase.diagnostic.Spelling;

/**
 * Options as Python's {@code optparse} reads them: long names may be shortened where that is
 * unambiguous, values follow after {@code =}, as the next word, or joined to a short name.
 */
final class OptionParser {
  private static final List<String> HASH_ALGORITHMS = List.of("sha256", "sha384", "sha512");

  /** What pip 26.3 takes for {@code --use-feature}. */
  private static final List<String> FEATURES =
      List.of(
          "fast-deps",
          "inprocess-build-deps",
          "venv-isolation",
          "truststore",
          "no-binary-enable-wheel-cache",
          "build-constraint");

  private final List<TracedText> words;
  private final List<LineOptions.Given> given = new ArrayList<>();
  private final List<TracedText> ignored = new ArrayList<>();
  private int next;

  private OptionParser(List<TracedText> words) {
    this.words = words;
  }

  /** The options of a line, its requirement taken off. */
  static LineOptions parse(TracedText text) throws LineFault {
    List<TracedText> words =
        ShellWords.split(text)
            .orElseThrow(
                () -> LineFault.at(text, "unbalanced-quote", "a quote here is not closed"));
    return new OptionParser(words).parse();
  }

  private LineOptions parse() throws LineFault {
    while (next < words.size()) {
      TracedText word = words.get(next++);
      String text = word.text();
      if (text.equals("--")) {
        ignored.addAll(words.subList(next, words.size()));
        next = words.size();
      } else if (text.startsWith("--")) {
        longOption(word);
      } else if (text.startsWith("-") && text.length() > 1) {
        shortOption(word);
      } else {
        ignored.add(word);
      }
    }
    return new LineOptions(given, ignored);
  }

  private void longOption(TracedText word) throws LineFault {
    int equals = word.text().indexOf('=');
    TracedText name = equals < 0 ? word : word.substring(0, equals);
    PipOption option = longOptionNamed(name);
    if (option.takesValue()) {
      add(option, name, equals < 0 ? nextWord(name, option) : word.substring(equals + 1));
    } else if (equals < 0) {
      add(option, name, word.substring(word.text().length()));
    } else {
      throw LineFault.at(
          word.substring(equals), "unexpected-value", option.longName() + " takes no value");
    }
  }

  private static PipOption longOptionNamed(TracedText name) throws LineFault {
    Optional<PipOption> exact = PipOption.named(name.text());
    if (exact.isPresent()) {
      return exact.get();
    }
    List<String> meant = PipOption.longNamesBeginningWith(name.text());
    if (meant.isEmpty()) {
      throw unknown(name);
    }
    if (meant.size() > 1) {
      throw LineFault.at(
          name,
          "ambiguous-option",
          "`" + name + "` may be short for " + String.join(" or ", meant));
    }
    return PipOption.named(meant.get(0)).orElseThrow();
  }

  private static LineFault unknown(TracedText name) {
    var diagnostic =
        Diagnostic.error(
                "unknown-option", "`" + name + "` is not an option that pip reads in such a file")
            .at(name.span());
    return new LineFault(
        Spelling.nearest(name.text(), PipOption.allLongNames())
            .map(near -> diagnostic.withHint("did you mean " + near + "?"))
            .orElse(diagnostic));
  }

  /** Every short option takes a value, so there are no clusters of them. */
  private void shortOption(TracedText word) throws LineFault {
    TracedText name = word.substring(0, 2);
    PipOption option = PipOption.named(name.text()).orElseThrow(() -> unknown(name));
    add(option, name, word.text().length() > 2 ? word.substring(2) : nextWord(name, option));
  }

  private TracedText nextWord(TracedText name, PipOption option) throws LineFault {
    if (next == words.size()) {
      throw LineFault.at(name, "missing-argument", option.longName() + " wants a value after it");
    }
    return words.get(next++);
  }

  private void add(PipOption option, TracedText name, TracedText value) throws LineFault {
    check(option, value);
    given.add(new LineOptions.Given(option, name, value));
  }

  private static void check(PipOption option, TracedText value) throws LineFault {
    String text = value.text();
    switch (option) {
      case HASH -> {
        int colon = text.indexOf(':');
        if (colon < 0) {
          throw LineFault.at(
              value, "hash-format", "a hash is an algorithm and a digest: sha256:abcde...");
        }
        if (!HASH_ALGORITHMS.contains(text.substring(0, colon))) {
          throw LineFault.at(
              value.substring(0, colon),
              "hash-algorithm",
              "pip takes hashes of sha256, sha384 and sha512 only");
        }
      }
      case CONFIG_SETTINGS -> {
        if (text.indexOf('=') < 0) {
          throw LineFault.at(value, "config-settings-format", "a build setting is KEY=VALUE");
        }
      }
      case USE_FEATURE -> {
        if (!FEATURES.contains(text)) {
          throw LineFault.at(
              value,
              "unknown-feature",
              "pip has no such feature; there are " + String.join(", ", FEATURES));
        }
      }
      case NO_BINARY, ONLY_BINARY, ALL_RELEASES, ONLY_FINAL -> {
        if (text.startsWith("-")) {
          throw LineFault.at(
              value, "missing-argument", option.longName() + " wants project names after it");
        }
      }
      default -> {}
    }
  }
}
