package wheelbase.reading;

import java.util.ArrayDeque;
import java.util.Deque;

/** The conditions that are open in a language that closes them by a word ({@code endif}). */
final class Branches {
  private static final class Chain {
    private Reach here;
    private Reach rest;

    Chain(Reach first) {
      here = first;
      rest = first.otherwise();
    }
  }

  private final Deque<Chain> open = new ArrayDeque<>();

  void begin(String condition) {
    open.push(new Chain(Reach.of(condition)));
  }

  void elseIf(String condition) {
    if (!open.isEmpty()) {
      Reach next = Reach.of(condition);
      open.peek().here = open.peek().rest.and(next);
      open.peek().rest = open.peek().rest.and(next.otherwise());
    }
  }

  void otherwise() {
    if (!open.isEmpty()) {
      open.peek().here = open.peek().rest;
    }
  }

  void end() {
    open.poll();
  }

  Reach reach() {
    Reach reach = Reach.ALWAYS;
    for (Chain chain : open) {
      reach = reach.and(chain.here);
    }
    return reach;
  }
}
