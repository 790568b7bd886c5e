package wheelbase.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a registry wants before it answers: one challenge of {@code WWW-Authenticate} (RFC 9110,
 * 11.6.1).
 *
 * @param scheme in small letters: {@code bearer}, {@code basic}
 * @param parameters by name in small letters: {@code realm}, {@code service}, {@code scope}
 */
record Challenge(String scheme, Map<String, String> parameters) {
  private static final Pattern PART =
      Pattern.compile(
          "\\G[\\s,]*(?:([A-Za-z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]*))"
              + "|([A-Za-z0-9_-]+)(?=\\s|,|$))");

  Challenge {
    parameters = Map.copyOf(parameters);
  }

  /** All that the headers hold, in their order. */
  static List<Challenge> parse(List<String> headers) {
    List<Challenge> challenges = new ArrayList<>();
    for (String header : headers) {
      String scheme = "";
      Map<String, String> parameters = new TreeMap<>();
      Matcher part = PART.matcher(header);
      while (part.find()) {
        if (part.group(4) != null) {
          add(challenges, scheme, parameters);
          scheme = part.group(4).toLowerCase(Locale.ROOT);
          parameters = new TreeMap<>();
        } else {
          String quoted = part.group(2);
          parameters.putIfAbsent(
              part.group(1).toLowerCase(Locale.ROOT),
              quoted == null ? part.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
        }
      }
      add(challenges, scheme, parameters);
    }
    return challenges;
  }

  private static void add(
      List<Challenge> challenges, String scheme, Map<String, String> parameters) {
    if (!scheme.isEmpty()) {
      challenges.add(new Challenge(scheme, parameters));
    }
  }

  boolean isBearer() {
    return scheme.equals("bearer") && parameters.containsKey("realm");
  }

  boolean isBasic() {
    return scheme.equals("basic");
  }
}
