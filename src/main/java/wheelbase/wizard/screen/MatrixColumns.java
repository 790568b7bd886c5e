package wheelbase.wizard.screen;

import java.util.ArrayList;
import java.util.List;
import wheelbase.baseimage.BaseImage;
import wheelbase.report.Column;
import wheelbase.wizard.MatrixPage;

/**
 * Where the columns of the matrix stand: as many base images as fit beside one another, those among
 * them that the cursor is on.
 *
 * @param inView from left to right
 * @param from,to which of the columns of this Python they are, from 1
 * @param count how many columns this Python has
 */
record MatrixColumns(List<Placed> inView, int from, int to, int count) {
  /**
   * A column in view.
   *
   * @param place in the table
   * @param left the screen's column that it begins at
   * @param heading of the base image over its first column; empty over the others
   */
  record Placed(int place, Column column, int left, String heading) {}

  /** Columns of one base image that are not parted. */
  private record Group(BaseImage base, List<Integer> places) {
    int width(int cell, int gap, boolean headed) {
      int cells = places.size() * cell;
      return gap + (headed ? Math.max(base.variant().length() + 1, cells) : cells);
    }
  }

  /**
   * @param left where they begin
   * @param room columns of the screen for all of them
   * @param cell columns of the screen for each
   * @param headed whether base images and architectures are named above
   */
  static MatrixColumns of(MatrixPage page, int left, int room, int cell, boolean headed) {
    int gap = headed ? 2 : 0;
    List<Group> inView = new ArrayList<>();
    int used = 0;
    int before = 0;
    int count = 0;
    boolean found = false;
    for (Group group : groups(page, Math.max(1, (room - gap) / cell))) {
      count += group.places().size();
      int width = group.width(cell, gap, headed);
      boolean full = !inView.isEmpty() && used + width > room;
      if (full && !found) {
        before = count - group.places().size();
        inView.clear();
        used = 0;
      }
      if (!full || !found) {
        inView.add(group);
        used += width;
      } else {
        // What comes behind is counted only.
        room = 0;
      }
      found |= group.places().contains(page.place());
    }
    return placed(page, inView, left, cell, gap, headed, before, count);
  }

  private static MatrixColumns placed(
      MatrixPage page,
      List<Group> groups,
      int left,
      int cell,
      int gap,
      boolean headed,
      int before,
      int count) {
    List<Placed> placed = new ArrayList<>();
    int at = left;
    for (Group group : groups) {
      for (int place : group.places()) {
        int within = placed.isEmpty() ? 0 : group.places().indexOf(place);
        placed.add(
            new Placed(
                place,
                page.table().columns().get(place),
                at + gap + cell * group.places().indexOf(place),
                within == 0 ? group.base().variant() : ""));
      }
      at += group.width(cell, gap, headed);
    }
    return new MatrixColumns(placed, before + 1, before + placed.size(), count);
  }

  /** The columns of the Python in view; a base image with more than fit is parted. */
  private static List<Group> groups(MatrixPage page, int most) {
    List<Group> groups = new ArrayList<>();
    page.python()
        .ifPresent(
            python -> {
              for (int place : page.table().places(python)) {
                BaseImage base = page.table().columns().get(place).base();
                Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
                if (last == null || !last.base().equals(base) || last.places().size() == most) {
                  last = new Group(base, new ArrayList<>());
                  groups.add(last);
                }
                last.places().add(place);
              }
            });
    return groups;
  }

  boolean isAll() {
    return inView.size() == count;
  }
}
