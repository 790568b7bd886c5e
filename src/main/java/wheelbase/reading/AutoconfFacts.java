package wheelbase.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.reading.SourceFact.Kind;
import wheelbase.syslibs.Provided;

/**
 * The facts of a {@code configure.ac}: a module without an action for its absence has to be there.
 */
final class AutoconfFacts {
  private static final Pattern MACRO =
      Pattern.compile(
          "(?m)^(?!\\s*(?:dnl|#)).*?\\b(PKG_CHECK_MODULES|AC_CHECK_LIB|AC_SEARCH_LIBS|AC_PATH_PROGS?"
              + "|AC_CHECK_HEADERS?|AC_CHECK_PROGS?)\\s*\\(\\s*\\[?([^\\],)]*)\\]?"
              + "(?:\\s*,\\s*\\[?([^\\],)]*)\\]?)?(\\s*,[^\\n]*)?");

  private AutoconfFacts() {}

  static List<SourceFact> of(String path, String source, Provided provided) {
    FactSink sink = new FactSink(path);
    Matcher macro = MACRO.matcher(source);
    while (macro.find()) {
      int line =
          1 + (int) source.substring(0, macro.start(1)).chars().filter(c -> c == '\n').count();
      String name = macro.group(1);
      String first = macro.group(2).strip();
      String second = macro.group(3) == null ? "" : macro.group(3).strip();
      String shown = name + "(" + first + (second.isEmpty() ? "" : ", " + second) + ")";
      switch (name) {
        case "PKG_CHECK_MODULES" -> {
          for (String module : second.replaceAll("[<>=]+\\s*[\\w.$]+", "").split("[\\s,]+")) {
            sink.module(module, macro.group(4) == null, line, shown);
          }
        }
        case "AC_CHECK_LIB" -> sink.link(first, false, line, shown);
        case "AC_SEARCH_LIBS" -> {
          for (String library : second.split("\\s+")) {
            sink.link(library, false, line, shown);
          }
        }
        case "AC_CHECK_HEADER", "AC_CHECK_HEADERS" -> {
          for (String header : first.split("\\s+")) {
            sink.add(Kind.HEADER, header, false, line, shown);
          }
        }
        default -> {
          for (String program : second.split("\\s+")) {
            if (provided.byProgram(program).isPresent()) {
              sink.add(Kind.PROGRAM, program, false, line, shown);
            }
          }
        }
      }
    }
    return sink.facts();
  }
}
