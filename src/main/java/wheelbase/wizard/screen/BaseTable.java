package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wheelbase.baseimage.BaseImage;
import wheelbase.baseimage.Candidate;
import wheelbase.report.Bytes;
import wheelbase.report.CandidateWords;
import wheelbase.report.TerminalText;
import wheelbase.wizard.BasePage;

/**
 * The candidates, a row each, under the Python that they have. Bars are all on one scale. Where
 * there is no room for everything, what matters least is left to the details.
 */
final class BaseTable {
  private static final int GAP = 2;
  private static final int LEAST_BARS = 8;
  private static final int TITLED = 40;
  private static final int WIDEST_BAR = 32;
  private static final String RECOMMENDED = "* recommended";

  private final BasePage page;
  private final Canvas canvas;
  private final int names;
  private final int sizes;
  private final List<Fact> facts = new ArrayList<>();
  private final int diskBar;
  private final int pullBar;

  /** What a column says of a candidate. */
  private enum Fact {
    COMPILES("compiles"),
    BUILD("a build"),
    PACKAGES("packages"),
    END("end of life");

    private final String title;

    Fact(String title) {
      this.title = title;
    }

    private int width() {
      return title.length();
    }

    private String of(Candidate candidate) {
      return switch (this) {
        case COMPILES ->
            candidate.sourceBuilds().isEmpty()
                ? "nothing"
                : Integer.toString(candidate.sourceBuilds().size());
        case BUILD -> CandidateWords.time(candidate.buildSeconds());
        case PACKAGES -> Long.toString(packages(candidate));
        case END -> candidate.image().distributionEndOfLife().toString();
      };
    }

    private static long packages(Candidate candidate) {
      return Stream.concat(candidate.buildPackages().stream(), candidate.runtimePackages().stream())
          .distinct()
          .count();
    }
  }

  /** A line of the table: a candidate, or the Python of those below. */
  private record Line(Optional<Candidate> candidate, BaseImage image) {}

  BaseTable(BasePage page, Canvas canvas) {
    this.page = page;
    this.canvas = canvas;
    this.sizes =
        Math.max(
            "on disk".length(),
            widest(page.candidates().stream().map(each -> Bytes.megabytes(each.size().onDisk()))));
    int wanted =
        Math.max(
            RECOMMENDED.length(),
            widest(page.candidates().stream().map(each -> each.image().variant() + " *")));
    this.names = Math.max(0, Math.min(wanted, canvas.columns() - GAP - 1 - sizes));
    int room = canvas.columns() - GAP - names - 2 * (GAP + sizes) - LEAST_BARS - 2;
    for (Fact fact : Fact.values()) {
      if (room >= GAP + fact.width() && facts.size() == fact.ordinal()) {
        facts.add(fact);
        room -= GAP + fact.width();
      }
    }
    long disk = largest(page, false);
    long pull = largest(page, true);
    int bars = room < 0 ? 0 : Math.min(WIDEST_BAR + WIDEST_BAR / 2, room + LEAST_BARS);
    this.diskBar = disk == 0 ? 0 : (int) (bars * disk / (disk + pull));
    this.pullBar = disk == 0 ? 0 : (int) Math.ceil(diskBar * pull / (double) disk);
  }

  private int widest(Stream<String> texts) {
    return texts.mapToInt(text -> TerminalText.columns(canvas.harmless(text))).max().orElse(0);
  }

  private static long largest(BasePage page, boolean toPull) {
    return page.candidates().stream()
        .filter(Candidate::isPossible)
        .mapToLong(each -> toPull ? each.size().toPull() : each.size().onDisk())
        .max()
        .orElse(0);
  }

  /** How many rows it takes to show all of it. */
  int rows() {
    return 1 + lines().size();
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    String python = "";
    for (Candidate candidate : page.candidates()) {
      if (!candidate.image().series().equals(python)) {
        python = candidate.image().series();
        lines.add(new Line(Optional.empty(), candidate.image()));
      }
      lines.add(new Line(Optional.of(candidate), candidate.image()));
    }
    return lines;
  }

  void draw(Canvas table) {
    int row = 0;
    boolean roomy = table.rows() > 4 || table.rows() >= rows();
    if (roomy && table.columns() >= TITLED) {
      drawTitles(table);
      row++;
    }
    List<Line> lines = lines();
    int cursor =
        page.candidate()
            .map(candidate -> lines.indexOf(new Line(Optional.of(candidate), candidate.image())))
            .orElse(0);
    Window window = Window.around(cursor, lines.size(), table.rows() - row);
    for (int at = window.from(); at < window.to(); at++) {
      // The Python of the first row is always to be seen.
      boolean isFirst = at == window.from() && at < cursor;
      Line line = isFirst ? new Line(Optional.empty(), lines.get(at).image()) : lines.get(at);
      if (line.candidate().isPresent()) {
        drawCandidate(line.candidate().get(), at == cursor, table.part(0, row, table.columns(), 1));
      } else {
        drawPython(line.image(), table.part(0, row, table.columns(), 1));
      }
      row++;
    }
  }

  private void drawTitles(Canvas table) {
    table.put(GAP, 0, Role.FAINT, page.recommended().isPresent() ? RECOMMENDED : "");
    int at = GAP + names;
    table.right(at + GAP + sizes, 0, Role.FAINT, "on disk");
    at += GAP + sizes + (diskBar > 0 ? 1 + diskBar : 0);
    table.right(at + GAP + sizes, 0, Role.FAINT, "to pull");
    at += GAP + sizes + (diskBar > 0 ? 1 + pullBar : 0);
    for (Fact fact : facts) {
      table.right(at + GAP + fact.width(), 0, Role.FAINT, fact.title);
      at += GAP + fact.width();
    }
  }

  private static void drawPython(BaseImage image, Canvas row) {
    int at = row.put(0, 0, Role.STRONG, "Python " + image.series());
    String fixes = "fixes until " + image.pythonEndOfLife();
    if (at + GAP + fixes.length() <= row.columns()) {
      row.put(at + GAP, 0, Role.FAINT, fixes);
    }
  }

  private void drawCandidate(Candidate candidate, boolean here, Canvas row) {
    Optional<String> impossible = BasePage.impossible(candidate);
    if (here) {
      row.put(0, 0, Role.STRONG, canvas.glyphs().cursor());
    }
    String mark = page.isRecommended(candidate) ? " *" : "";
    Role name =
        impossible.isPresent()
            ? Role.FAINT
            : page.isRecommended(candidate) ? Role.GOOD : Role.PLAIN;
    int behind =
        row.part(GAP, 0, names, 1)
            .fit(
                0,
                0,
                here ? Role.CURSOR : name,
                candidate.image().variant(),
                names - mark.length());
    row.part(GAP, 0, names, 1).put(behind, 0, name, mark);
    int at = GAP + names;
    if (impossible.isPresent()) {
      int from = Math.min(at + GAP, row.columns());
      row.cut(from, 0, Role.BAD, impossible.get(), row.columns() - from);
      return;
    }
    drawFigures(candidate, row, at);
  }

  private void drawFigures(Candidate candidate, Canvas row, int from) {
    int at = from;
    long scale = largest(page, false);
    int gap = Math.min(GAP, canvas.columns() - at - sizes);
    String onDisk = Bytes.megabytes(candidate.size().onDisk());
    row.right(at + gap + sizes, 0, Role.PLAIN, onDisk);
    at += GAP + sizes;
    if (diskBar > 0) {
      row.put(
          at + 1, 0, Role.FRAME, Bar.of(candidate.size().onDisk(), scale, diskBar, row.glyphs()));
      at += 1 + diskBar;
    }
    row.right(at + GAP + sizes, 0, Role.PLAIN, Bytes.megabytes(candidate.size().toPull()));
    at += GAP + sizes;
    if (diskBar > 0) {
      row.part(at + 1, 0, pullBar, 1)
          .put(0, 0, Role.FRAME, Bar.of(candidate.size().toPull(), scale, diskBar, row.glyphs()));
      at += 1 + pullBar;
    }
    for (Fact fact : facts) {
      Role role =
          fact == Fact.COMPILES && !candidate.sourceBuilds().isEmpty() ? Role.CAUTION : Role.PLAIN;
      row.right(at + GAP + fact.width(), 0, role, fact.of(candidate));
      at += GAP + fact.width();
    }
  }
}
