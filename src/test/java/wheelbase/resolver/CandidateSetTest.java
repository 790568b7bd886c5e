package wheelbase.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The sets against {@link BitSet}, at sizes around a word's. */
class CandidateSetTest {
  @Property(tries = 300)
  void setsObeyTheirLaws(
      @ForAll @IntRange(min = 1, max = 130) int size, @ForAll long one, @ForAll long two) {
    CandidateSet left = CandidateSet.where(size, place -> (one >>> place % 61 & 1) != 0);
    CandidateSet right = CandidateSet.where(size, place -> (two >>> place % 59 & 1) != 0);
    assertThat(left.complement().complement()).isEqualTo(left);
    assertThat(left.and(right)).isEqualTo(left.complement().or(right.complement()).complement());
    assertThat(left.minus(right)).isEqualTo(left.and(right.complement()));
    assertThat(left.isSubsetOf(right)).isEqualTo(left.minus(right).isEmpty());
    assertThat(left.isDisjointFrom(right)).isEqualTo(left.and(right).isEmpty());
    assertThat(left.or(left.complement()).isAll()).isTrue();
    assertThat(left.withAbsence().admitsAbsence()).isTrue();
    assertThat(left.withoutAbsence().admitsAbsence()).isFalse();
    BitSet bits = new BitSet();
    for (int place = 0; place < size; place++) {
      bits.set(place, left.contains(place));
    }
    for (int place = 0; place < size; place++) {
      int next = bits.nextSetBit(place);
      assertThat(left.next(place)).isEqualTo(next < 0 ? size : next);
    }
  }
}
