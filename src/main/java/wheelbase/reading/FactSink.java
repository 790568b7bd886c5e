package wheelbase.reading;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import wheelbase.reading.SourceFact.Kind;
import wheelbase.reading.SourceFact.Place;

/** Takes down the facts of one file. */
final class FactSink {
  /** What every libc has, or the compiler links to by itself. */
  private static final Set<String> WITH_THE_COMPILER =
      Set.of(
          "c", "m", "dl", "rt", "pthread", "util", "gcc", "gcc_s", "crypt", "resolv", "nsl",
          "socket", "stdc++", "python", "python3", "atomic", "iconv", "intl", "supc++", "c++");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_+.-]*");

  private final String file;
  private final SortedSet<SourceFact> facts = new TreeSet<>();

  FactSink(String file) {
    this.file = file;
  }

  List<SourceFact> facts() {
    return List.copyOf(facts);
  }

  void link(String name, boolean certain, int line, String text) {
    if (name.equals("stdc++") || name.equals("c++")) {
      add(Kind.COMPILER, "c++", certain, line, text);
    } else if (NAME.matcher(name).matches()
        && !WITH_THE_COMPILER.contains(name)
        && !name.matches("python\\d.*")) {
      add(Kind.LINK, name, certain, line, text);
    }
  }

  /** A module of pkg-config, maybe with the versions that will do: {@code glib-2.0 >= 2.50}. */
  void module(String text, boolean certain, int line, String shown) {
    String name = text.strip().replaceFirst("\\s*[<>=!].*$", "");
    if (NAME.matcher(name).matches() && !name.startsWith("python")) {
      add(Kind.MODULE, name, certain, line, shown);
    }
  }

  void add(Kind kind, String name, boolean certain, int line, String text) {
    facts.add(new SourceFact(kind, name, certain, new Place(file, line), text));
  }
}
