package wheelbase.reading;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.reading.SourceFact.Kind;
import wheelbase.syslibs.Provided;

/**
 * The facts of C, C++ and Cython sources: headers that they include and that do not lie in the
 * sdist, and what Cython is told in comments. An include may stand under a condition of the
 * preprocessor, so that it alone is never certain.
 */
final class CodeFacts {
  private static final Pattern DIRECTIVE =
      Pattern.compile("[ \\t]*#[ \\t]*(if|ifdef|ifndef|endif|include)\\b");
  private static final Pattern INCLUDE =
      Pattern.compile("[ \\t]*#[ \\t]*include[ \\t]*[<\"]([^>\"\\n]+)[>\"]");
  private static final Pattern GUARD = Pattern.compile("[ \\t]*#[ \\t]*ifndef[ \\t]+\\w*_H\\w*");
  private static final Pattern EXTERN =
      Pattern.compile("(?m)^[ \\t]*cdef[ \\t]+extern[ \\t]+from[ \\t]+[<\"']+([^>\"'\\n]+)[>\"']");
  private static final Pattern DISTUTILS =
      Pattern.compile("(?m)^#[ \\t]*distutils:[ \\t]*(libraries|language)[ \\t]*=[ \\t]*(.+)$");
  private static final Pattern CPLUSPLUS =
      Pattern.compile(
          "(?m)^[ \\t]*(cdef[ \\t]+cppclass\\b|cppclass\\b|(?:from|cimport)[ \\t]+libcpp\\b)");
  private static final Set<String> COMPILERS = Set.of("c", "c++");

  private final Set<String> own;
  private final Provided provided;

  /**
   * @param paths of the whole sdist: what lies in it needs no library
   */
  CodeFacts(Collection<String> paths, Provided provided) {
    this.own = new HashSet<>();
    for (String path : paths) {
      if (path.matches(".*\\.(?:h|hh|hpp|hxx|in|inc|c)")) {
        String header = path.replaceFirst("\\.in$", "");
        for (int slash = header.lastIndexOf('/'), depth = 0; depth < 4; depth++) {
          own.add(header.substring(slash + 1));
          if (slash < 0) {
            break;
          }
          slash = header.lastIndexOf('/', slash - 1);
        }
      }
    }
    this.provided = provided;
  }

  /** Whether a header of that name lies in the sdist. */
  boolean isOwn(String header) {
    return own.contains(header);
  }

  List<SourceFact> of(String path, String source) {
    FactSink sink = new FactSink(path);
    boolean cython = path.endsWith(".pyx") || path.endsWith(".pxd") || path.endsWith(".pxi");
    if (cython) {
      cython(source, sink);
    } else {
      included(source, sink);
    }
    return sink.facts();
  }

  /**
   * Certain is an include that no condition of the preprocessor guards, but the header's own; and
   * one of the kernel's headers, for which the condition is that there is a Linux.
   */
  private void included(String source, FactSink sink) {
    int depth = 0;
    int number = 0;
    boolean guarded = false;
    for (String line : (Iterable<String>) source.lines()::iterator) {
      number++;
      Matcher directive = DIRECTIVE.matcher(line);
      if (!directive.lookingAt()) {
        continue;
      }
      switch (directive.group(1)) {
        case "if", "ifdef", "ifndef" -> {
          guarded |= depth == 0 && GUARD.matcher(line).lookingAt();
          depth++;
        }
        case "endif" -> depth = Math.max(0, depth - 1);
        default -> {
          Matcher include = INCLUDE.matcher(line);
          if (include.lookingAt()) {
            String header = include.group(1).strip();
            boolean certain = depth == 0 || guarded && depth == 1 || header.startsWith("linux/");
            header(header, certain, number, line.strip(), sink);
          }
        }
      }
    }
  }

  private void header(String header, boolean certain, int line, String shown, FactSink sink) {
    Optional<String> id = provided.byHeader(header).filter(each -> !COMPILERS.contains(each));
    if (id.isPresent() && isOwn(header)) {
      sink.add(Kind.BUNDLED, id.get(), false, line, shown);
    } else if (id.isPresent()) {
      sink.add(Kind.HEADER, header, certain, line, shown);
    }
  }

  private void cython(String source, FactSink sink) {
    Matcher classes = CPLUSPLUS.matcher(source);
    if (classes.find()) {
      sink.add(Kind.COMPILER, "c++", true, line(source, classes.start(1)), classes.group().strip());
    }
    Matcher extern = EXTERN.matcher(source);
    while (extern.find()) {
      String header = extern.group(1).strip();
      String shown = "cdef extern from \"" + header + "\"";
      header(header, true, line(source, extern.start(1)), shown, sink);
    }
    Matcher told = DISTUTILS.matcher(source);
    while (told.find()) {
      int line = line(source, told.start(1));
      if (told.group(1).equals("language")) {
        if (told.group(2).strip().equals("c++")) {
          sink.add(Kind.COMPILER, "c++", true, line, told.group());
        }
      } else {
        for (String name : told.group(2).strip().split("[\\s,]+")) {
          sink.link(name, true, line, told.group());
        }
      }
    }
  }

  private static int line(String source, int at) {
    return 1 + (int) source.substring(0, at).chars().filter(each -> each == '\n').count();
  }
}
