package wheelbase.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.reading.SourceFact.Kind;
import wheelbase.syslibs.Provided;

/**
 * Shared libraries that the Python code of a package opens by name when it runs. Whether it goes on
 * without one cannot be told from the call.
 */
final class LoadedFacts {
  private static final Pattern SONAME = Pattern.compile("(?:.*/)?(lib[\\w+.-]+?\\.so(?:\\.\\d+)*)");
  private static final Pattern FIND =
      Pattern.compile("\\bfind_library\\(\\s*[\"']([\\w+.-]+)[\"']");

  private LoadedFacts() {}

  static List<SourceFact> of(String path, String source, Provided provided) {
    FactSink sink = new FactSink(path);
    if (source.contains("find_library") || source.contains(".so")) {
      Matcher find = FIND.matcher(source);
      while (find.find()) {
        String name = find.group(1).replaceFirst("^lib", "");
        int line =
            1 + (int) source.substring(0, find.start()).chars().filter(c -> c == '\n').count();
        if (provided.byLink(name).isPresent()) {
          sink.add(Kind.LOADED, name, false, line, find.group() + ")");
        }
      }
      for (PythonToken token : PythonToken.of(source)) {
        Matcher soname = SONAME.matcher(token.text());
        if (token.isString()
            && soname.matches()
            && provided.bySoname(soname.group(1)).isPresent()) {
          String stem = soname.group(1).replaceFirst("^lib", "").replaceFirst("\\.so.*$", "");
          sink.add(Kind.LOADED, stem, false, token.line(), token.text());
        }
      }
    }
    return sink.facts();
  }
}
