package wheelbase.wizard;

import static wheelbase.wizard.KeyBinding.further;
import static wheelbase.wizard.KeyBinding.main;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import wheelbase.platform.PythonRelease;
import wheelbase.report.Column;

/** What keys do on the matrix, by what the user is about: typing, choosing, reading, looking. */
final class MatrixKeys {
  private static final int PAGE = 10;

  private final MatrixPage page;
  private final MatrixSight sight;

  MatrixKeys(MatrixPage page) {
    this.page = page;
    this.sight = page.sight();
  }

  List<KeyBinding> bindings() {
    if (page.isTyping()) {
      return typing();
    }
    if (page.offers().isPresent()) {
      return choosing(page.offers().get());
    }
    return page.isWhy() ? reading() : looking();
  }

  private List<KeyBinding> typing() {
    return List.of(
        main("keep", show(() -> sight.searching(page.search(), false)), Key.ENTER),
        main("clear", show(() -> sight.searching("", false)), Key.ESCAPE),
        further("up", moved(-1), Key.UP),
        further("down", moved(1), Key.DOWN));
  }

  private List<KeyBinding> choosing(CureChoice choice) {
    return List.of(
        main(
            choice.chosen().taken() ? "take back" : "take",
            () -> page.take(choice.chosen()),
            Key.ENTER,
            Key.of('c')),
        main("close", show(() -> sight), Key.ESCAPE),
        further("up", choice(choice, -1), Key.UP, Key.of('k')),
        further("down", choice(choice, 1), Key.DOWN, Key.of('j')));
  }

  private Supplier<Turn> choice(CureChoice choice, int by) {
    return () -> new Turn.Show(page.choosing(choice.moved(by)));
  }

  private List<KeyBinding> reading() {
    return List.of(
        main("close", show(() -> sight.why(false)), Key.ESCAPE, Key.of('w'), Key.ENTER),
        further("up", scrolled(-1), Key.UP, Key.of('k')),
        main("scroll", scrolled(1), Key.DOWN, Key.of('j')),
        further("page up", scrolled(-PAGE), Key.PAGE_UP),
        further("page down", scrolled(PAGE), Key.PAGE_DOWN, Key.of(' ')),
        further("top", scrolled(-page.details().size()), Key.HOME),
        further("end", scrolled(page.details().size()), Key.END));
  }

  private Supplier<Turn> scrolled(int by) {
    return show(
        () ->
            sight.scrolled(
                Math.min(
                    Math.max(0, sight.scrolled() + by), Math.max(0, page.details().size() - 1))));
  }

  private List<KeyBinding> looking() {
    List<KeyBinding> keys = new ArrayList<>();
    keys.add(main("next", () -> new Turn.Next(page.answers()), Key.ENTER));
    if (sight.search().isEmpty()) {
      keys.add(main("back", () -> new Turn.Back(page.answers()), Key.ESCAPE, Key.of('b')));
    } else {
      keys.add(main("clear search", show(() -> sight.searching("", false)), Key.ESCAPE));
      keys.add(further("back", () -> new Turn.Back(page.answers()), Key.of('b')));
    }
    keys.add(main("filter", show(() -> sight.through(sight.filter().next())), Key.TAB));
    keys.add(
        further(
            "filter, the other way",
            show(() -> sight.through(sight.filter().previous())),
            Key.BACK_TAB));
    keys.add(main("search", show(() -> sight.searching(sight.search(), true)), Key.of('/')));
    addCures(keys);
    if (page.row().isPresent()) {
      keys.add(main("why", show(() -> sight.why(true)), Key.of('w')));
    }
    if (page.table().pythons().size() > 1) {
      keys.add(main("other Python", show(() -> sight.column(otherPython())), Key.of('p')));
    }
    addMoves(keys);
    return keys;
  }

  private void addCures(List<KeyBinding> keys) {
    List<CureOffer> cures = page.cures();
    if (!cures.isEmpty()) {
      String title = "Cures for " + page.row().orElseThrow().name();
      boolean one = cures.size() == 1 && !cures.get(0).taken();
      keys.add(main(one ? "take cure" : "cures", chosen(title, cures, one), Key.of('c')));
    }
    List<CureOffer> taken = CureOffer.taken(page.answers());
    if (!taken.isEmpty()) {
      keys.add(main("take back", chosen("Cures that are taken", taken, false), Key.of('u')));
    }
  }

  private Supplier<Turn> chosen(String title, List<CureOffer> offers, boolean one) {
    return one
        ? () -> page.take(offers.get(0))
        : () -> new Turn.Show(page.choosing(new CureChoice(title, offers, 0)));
  }

  private void addMoves(List<KeyBinding> keys) {
    keys.add(further("up", moved(-1), Key.UP, Key.of('k')));
    keys.add(further("down", moved(1), Key.DOWN, Key.of('j')));
    keys.add(further("left", sideways(-1), Key.LEFT, Key.of('h')));
    keys.add(further("right", sideways(1), Key.RIGHT, Key.of('l')));
    keys.add(further("page up", moved(-PAGE), Key.PAGE_UP));
    keys.add(further("page down", moved(PAGE), Key.PAGE_DOWN));
    keys.add(further("first package", moved(-page.table().rows().size()), Key.HOME));
    keys.add(further("last package", moved(page.table().rows().size()), Key.END));
    keys.add(further("more of the details", scrolled(1), Key.of(' ')));
    keys.add(further("less of the details", scrolled(-1), Key.BACKSPACE));
  }

  private Supplier<Turn> show(Supplier<MatrixSight> seen) {
    return () -> new Turn.Show(page.seeing(seen.get()));
  }

  private Supplier<Turn> moved(int by) {
    return () -> new Turn.Show(page.moved(by));
  }

  private Supplier<Turn> sideways(int by) {
    int last = Math.max(0, page.table().columns().size() - 1);
    return show(() -> sight.column(Math.min(Math.max(0, sight.column() + by), last)));
  }

  /** The same base image and architecture on the next Python, else its first column. */
  private int otherPython() {
    Column here = page.column().orElseThrow();
    List<PythonRelease> pythons = page.table().pythons();
    int next = (pythons.indexOf(here.base().python()) + 1) % pythons.size();
    List<Integer> places = page.table().places(pythons.get(next));
    return places.stream()
        .filter(place -> isLike(here, page.table().columns().get(place)))
        .findFirst()
        .orElse(places.get(0));
  }

  private static boolean isLike(Column one, Column other) {
    return one.base().variant().equals(other.base().variant())
        && one.architecture() == other.architecture();
  }
}
