package wheelbase.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wheelbase.syslibs.Provided;

/**
 * The facts of a makefile: modules that pkg-config is asked for, and libraries to link to. Which of
 * its targets are built is not followed, so that none of it is certain.
 */
final class MakefileFacts {
  private static final Pattern ASKING = Pattern.compile("pkg-config((?:\\s+[\\w.+=-]+)+)");
  private static final Pattern FLAG = Pattern.compile("(?<=\\s|=)-l([A-Za-z0-9_+.-]+)");

  private MakefileFacts() {}

  static List<SourceFact> of(String path, String source, Provided provided) {
    FactSink sink = new FactSink(path);
    int number = 0;
    for (String text : (Iterable<String>) source.lines()::iterator) {
      number++;
      String line = text.replaceFirst("#.*", "");
      Matcher asking = ASKING.matcher(line);
      while (asking.find()) {
        for (String word : asking.group(1).strip().split("\\s+")) {
          if (provided.byModule(word).isPresent()) {
            sink.module(word, false, number, text.strip());
          }
        }
      }
      Matcher flag = FLAG.matcher(line);
      while (flag.find()) {
        if (provided.byLink(flag.group(1)).isPresent()) {
          sink.link(flag.group(1), false, number, text.strip());
        }
      }
    }
    return sink.facts();
  }
}
