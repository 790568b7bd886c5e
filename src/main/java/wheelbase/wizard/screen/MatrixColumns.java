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
  private record Group(BaseImage base, List<Integer> places) {}

  /** How the screen is shared out. */
  private record Layout(int left, int room, int cell, boolean headed) {
    int gap() {
      return headed ? 2 : 0;
    }

    int width(Group group) {
      int cells = group.places().size() * cell;
      int heading = headed ? group.base().variant().length() + 1 : 0;
      return gap() + Math.max(heading, cells);
    }

    /** How many columns fit where nothing else is there. */
    int most() {
      return Math.max(1, (room - gap()) / cell);
    }
  }

  /**
   * @param left where they begin
   * @param room columns of the screen for all of them
   * @param cell columns of the screen for each
   * @param headed whether base images and architectures are named above
   */
  static MatrixColumns of(MatrixPage page, int left, int room, int cell, boolean headed) {
    Layout layout = new Layout(left, room, cell, headed);
    int before = 0;
    int count = 0;
    List<Group> inView = List.of();
    for (List<Group> together : screens(groups(page, layout.most()), layout)) {
      if (together.stream().anyMatch(group -> group.places().contains(page.place()))) {
        inView = together;
        before = count;
      }
      count += together.stream().mapToInt(group -> group.places().size()).sum();
    }
    List<Placed> placed = placed(page, inView, layout);
    return new MatrixColumns(placed, before + 1, before + placed.size(), count);
  }

  /** Those that fit beside one another together. */
  private static List<List<Group>> screens(List<Group> groups, Layout layout) {
    List<List<Group>> screens = new ArrayList<>();
    int used = layout.room();
    for (Group group : groups) {
      int width = layout.width(group);
      if (screens.isEmpty() || used + width > layout.room()) {
        screens.add(new ArrayList<>());
        used = 0;
      }
      screens.get(screens.size() - 1).add(group);
      used += width;
    }
    return screens;
  }

  private static List<Placed> placed(MatrixPage page, List<Group> groups, Layout layout) {
    List<Placed> placed = new ArrayList<>();
    int at = layout.left();
    for (Group group : groups) {
      int left = at + layout.gap();
      String heading = group.base().variant();
      for (int place : group.places()) {
        placed.add(new Placed(place, page.table().columns().get(place), left, heading));
        left += layout.cell();
        heading = "";
      }
      at += layout.width(group);
    }
    return placed;
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
