package wheelbase.wizard.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import wheelbase.wizard.PreviewTab;
import wheelbase.wizard.screen.Rows.Piece;

/** What is what in the lines of a file. */
class FileInkTest {
  private static String dockerfile(String... lines) {
    return FileInk.of(PreviewTab.Kind.DOCKERFILE, List.of(lines)).stream()
        .map(FileInkTest::marked)
        .collect(Collectors.joining("\n"));
  }

  /** Every piece that is more than plain, with the first letter of its role before it. */
  private static String marked(List<Piece> pieces) {
    return pieces.stream()
        .map(
            piece ->
                piece.role() == Role.PLAIN
                    ? piece.text()
                    : piece.role().name().charAt(0) + "<" + piece.text() + ">")
        .collect(Collectors.joining());
  }

  @Test
  void instructionsAndStages() {
    assertThat(dockerfile("FROM python:3.13 AS builder", "COPY --from=builder /AS /AS", "RUN"))
        .isEqualTo("K<FROM> python:3.13 K<AS> builder\nK<COPY> --from=builder /AS /AS\nK<RUN>");
  }

  @Test
  void whatContinuesALineBeginsNoInstruction() {
    assertThat(dockerfile("RUN a \\", "# why", " && B c \\", "    D", "ENV A=b"))
        .isEqualTo("K<RUN> a F<\\>\nC<# why>\n F<&&> B c F<\\>\n    D\nK<ENV> A=b");
  }

  @Test
  void stringsAndTheCommandOfAHealthCheck() {
    assertThat(dockerfile("HEALTHCHECK --timeout=3s \\", "  CMD [\"a\\\"b\", 'c d', \"e]"))
        .isEqualTo("K<HEALTHCHECK> --timeout=3s F<\\>\n  K<CMD> [S<\"a\\\"b\">, S<'c d'>, \"e]");
  }

  @Test
  void differences() {
    List<String> lines = List.of("--- a", "+++ b", "@@ -1 +1 @@", "-old", "+new", " same");
    assertThat(FileInk.of(PreviewTab.Kind.DIFFERENCE, lines))
        .extracting(pieces -> pieces.get(0).role())
        .containsExactly(
            Role.COMMENT, Role.COMMENT, Role.COMMENT, Role.REMOVED, Role.ADDED, Role.PLAIN);
  }

  @Property
  void nothingIsLost(@ForAll List<String> lines, @ForAll PreviewTab.Kind kind) {
    List<String> shown =
        FileInk.of(kind, lines).stream()
            .map(pieces -> pieces.stream().map(Piece::text).collect(Collectors.joining()))
            .toList();
    assertThat(shown).isEqualTo(lines);
  }
}
