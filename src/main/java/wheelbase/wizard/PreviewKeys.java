package wheelbase.wizard;

import static wheelbase.wizard.KeyBinding.further;
import static wheelbase.wizard.KeyBinding.main;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What keys do at the preview, by what the user is about. */
final class PreviewKeys {
  private static final int PAGE = 10;
  private static final int SIDEWAYS = 8;

  private final PreviewPage page;

  PreviewKeys(PreviewPage page) {
    this.page = page;
  }

  List<KeyBinding> bindings() {
    if (page.task() instanceof PreviewTask.Naming naming) {
      return List.of(
          main(naming.isThere() ? "replace" : "save", () -> page.save(naming), Key.ENTER),
          main("do not save", reading(), Key.ESCAPE));
    }
    return page.task() instanceof PreviewTask.Replacing ? replacing() : looking();
  }

  private List<KeyBinding> replacing() {
    List<KeyBinding> keys = new ArrayList<>();
    keys.add(main("replace", () -> new Turn.Write(true), Key.ENTER, Key.of('y')));
    keys.add(main("leave it", reading(), Key.ESCAPE, Key.of('n')));
    addMoves(keys);
    return keys;
  }

  private List<KeyBinding> looking() {
    List<KeyBinding> keys = new ArrayList<>();
    keys.add(main("write", page::write, Key.ENTER));
    keys.add(main("back", () -> new Turn.Back(page.answers()), Key.ESCAPE, Key.of('b')));
    if (page.tabs().size() > 1) {
      keys.add(main("next file", show(() -> page.nextTab(1)), Key.TAB));
      keys.add(further("file before", show(() -> page.nextTab(-1)), Key.BACK_TAB));
    }
    keys.add(main("copy command", Turn.CopyCommand::new, Key.of('y')));
    keys.add(main("save answers", naming(Turn.Keepsake.ANSWERS), Key.of('s')));
    keys.add(main("save page", naming(Turn.Keepsake.SHARED_PAGE), Key.of('h')));
    addMoves(keys);
    return keys;
  }

  private void addMoves(List<KeyBinding> keys) {
    int lines = page.tab().lines().size();
    keys.add(main("move", show(() -> page.moved(1)), Key.DOWN, Key.of('j')));
    keys.add(further("move up", show(() -> page.moved(-1)), Key.UP, Key.of('k')));
    keys.add(further("page up", show(() -> page.moved(-PAGE)), Key.PAGE_UP));
    keys.add(further("page down", show(() -> page.moved(PAGE)), Key.PAGE_DOWN, Key.of(' ')));
    keys.add(further("first line", show(() -> page.moved(-lines)), Key.HOME));
    keys.add(further("last line", show(() -> page.moved(lines)), Key.END));
    keys.add(further("left", show(() -> page.movedSideways(-SIDEWAYS)), Key.LEFT));
    keys.add(further("right", show(() -> page.movedSideways(SIDEWAYS)), Key.RIGHT));
  }

  private Supplier<Turn> naming(Turn.Keepsake what) {
    return show(() -> page.about(PreviewTask.Naming.of(what)));
  }

  private Supplier<Turn> reading() {
    return show(() -> page.about(new PreviewTask.Reading()));
  }

  private static Supplier<Turn> show(Supplier<PreviewPage> shown) {
    return () -> new Turn.Show(shown.get());
  }
}
