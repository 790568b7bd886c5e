package wheelbase.wizard;

import java.util.List;

/**
 * Cures to choose from.
 *
 * @param title what they are
 * @param offers never empty
 */
public record CureChoice(String title, List<CureOffer> offers, int cursor) {
  public CureChoice {
    offers = List.copyOf(offers);
    if (cursor < 0 || cursor >= offers.size()) {
      throw new IllegalArgumentException(cursor + " of " + offers.size());
    }
  }

  CureOffer chosen() {
    return offers.get(cursor);
  }

  CureChoice moved(int by) {
    return new CureChoice(title, offers, Math.min(Math.max(0, cursor + by), offers.size() - 1));
  }
}
