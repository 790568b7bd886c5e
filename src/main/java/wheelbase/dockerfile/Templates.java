package wheelbase.dockerfile;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wheelbase.diagnostic.Checked;
import wheelbase.diagnostic.Diagnostic;

/**
 * The templates that files are written with: those of the program, or a user's own in their place.
 * Whatever enters one is quoted already for where it stands.
 */
public final class Templates {
  /** How their files are called. */
  public static final String SUFFIX = ".mustache";

  private static final Templates SHIPPED = new Templates(Map.of());
  private static final Map<String, Template> COMPILED = new ConcurrentHashMap<>();

  private final Map<String, Template> own;

  private Templates(Map<String, Template> own) {
    this.own = Map.copyOf(own);
  }

  /** Those in the directory {@code templates} of the program. */
  public static Templates shipped() {
    return SHIPPED;
  }

  /**
   * A user's own, in the place of those of the same name; tried out before anything is written.
   *
   * @param texts the files by name ({@code Dockerfile.mustache})
   * @param directory where they are, as the user would name it
   * @param examples for each name models that hold whatever may stand in a template of that name
   * @return or the first thing that is wrong, with its file and line
   */
  public static Checked<Templates> own(
      Map<String, String> texts,
      String directory,
      Map<String, List<Map<String, Object>>> examples) {
    Map<String, Template> compiled = new HashMap<>();
    for (String name : texts.keySet().stream().sorted().toList()) {
      TemplateTrial trial = new TemplateTrial(directory + "/" + name, texts.get(name));
      Optional<Diagnostic> wrong = trial.fault(examples.getOrDefault(name, List.of()));
      if (wrong.isPresent()) {
        return Checked.refused(wrong.get());
      }
      compiled.put(name, compile(texts.get(name)));
    }
    return Checked.taken(new Templates(compiled));
  }

  /**
   * The text of a file.
   *
   * @param name of the template: {@code Dockerfile.mustache}
   * @param model what the template may name, at every level maps, lists and texts
   */
  public String fill(String name, Map<String, Object> model) {
    return Optional.ofNullable(own.get(name)).orElseGet(() -> shipped(name)).execute(model);
  }

  /** Whether every file is laid out as the program would by itself. */
  boolean areShipped() {
    return own.isEmpty();
  }

  /**
   * @throws MustacheException where it is not a template
   */
  static Template compile(String text) {
    return Mustache.compiler().escapeHTML(false).strictSections(true).compile(text);
  }

  private static Template shipped(String name) {
    return COMPILED.computeIfAbsent(
        name,
        missing -> {
          try (InputStream stream = Templates.class.getResourceAsStream("/templates/" + missing)) {
            return compile(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
